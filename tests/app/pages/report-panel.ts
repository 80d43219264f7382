import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { chooseTarget, expect } from '../fixtures.ts';

/** The panel that makes reports. */
export class ReportPanel {
  readonly dialog: Locator;
  readonly title: Locator;
  readonly summary: Locator;
  readonly preview: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Report' });
    this.title = this.dialog.getByRole('textbox', { name: 'Title' });
    this.summary = this.dialog.getByRole('textbox', { name: 'Summary' });
    this.preview = this.dialog.getByTitle('Preview of the report');
  }

  /** Opens the panel by its key. */
  static async open(page: Page): Promise<ReportPanel> {
    await page.keyboard.press('Control+e');
    return new ReportPanel(page);
  }

  /** Saves the report in a format; the panel says under which name and with which hash. Answers its bytes. */
  async save(
    app: ElectronApplication,
    format: 'HTML' | 'Markdown' | 'PDF',
    path: string,
  ): Promise<Buffer> {
    await chooseTarget(app, path);
    await this.dialog.getByRole('button', { name: format, exact: true }).click();
    await expect(this.dialog).toContainText(`Saved as ${basename(path)}`);
    const bytes = await readFile(path);
    await expect(this.dialog).toContainText(createHash('sha256').update(bytes).digest('hex'));
    return bytes;
  }
}
