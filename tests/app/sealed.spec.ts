import type { Page } from '@playwright/test';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { call, chooseTarget, expect, test } from './fixtures.ts';
import { filesWith } from './files-with.ts';
import { makeCase } from './make-case.ts';

const PASSPHRASE = 'seven quiet rivers';
/** Words of the case; none of them may lie in the open once it is encrypted. */
const CANARIES = ['Zaranj', 'Qodirova', 'Delaram'];
const talks = { id: 'note-1', title: 'Zaranj', text: 'Qodirova met the general in Delaram.' };
const actor = {
  op: 'entity.add',
  input: { id: 'e1', type: 'person', name: 'Qodirova' },
};
const mark = {
  op: 'highlight.add',
  input: { id: 'h1', document: 'note-1', start: 0, end: 8, entity: 'e1' },
};

/** Shows all that there is of the case: its words, what is looked for, the network, the report. */
async function lookAround(page: Page): Promise<void> {
  await expect(page.locator('.reader [data-start]').first()).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('Delaram');
  await page.getByRole('tab', { name: /^Actors/ }).click();
  await page.getByRole('searchbox', { name: 'Filter actors' }).fill('Qodirova');
  await page.keyboard.press('Control+e');
  await expect(page.frameLocator('iframe').getByText('Qodirova').first()).toBeVisible();
}

for (const end of ['closed', 'killed'] as const) {
  test(`no word of an encrypted case is left outside of it, also when the program is ${end}`, async ({
    launch,
    folder,
    userData,
  }) => {
    test.slow();
    const [temporary, desk] = [join(folder, 'tmp'), join(folder, 'desk')];
    await mkdir(temporary);
    await mkdir(desk);
    const path = await makeCase(join(folder, 'a.case'), 'Zaranj', [talks], [actor, mark]);
    const launched = () => launch({ args: [path], env: { TMPDIR: temporary } });
    const { app, page, quit } = await launched();
    // While it is plain, the list of recent cases and the view hold words of it.
    await lookAround(page);
    await page.keyboard.press('Escape');
    await call(page, 'case.encrypt', { passphrase: PASSPHRASE, recoveryKey: false });
    expect(filesWith(path, CANARIES)).toEqual([]);
    await page.reload();
    await lookAround(page);
    for (const format of ['pdf', 'html'] as const) {
      await chooseTarget(app, join(desk, `report.${format}`));
      const saved = await call(page, 'report.export', { format, title: 'Zaranj' });
      expect(saved?.file).toBe(`report.${format}`);
    }
    if (end === 'closed') await quit();
    else {
      const over = once(app.process(), 'exit');
      app.process().kill('SIGKILL');
      await over;
    }
    for (const place of [path, userData, temporary]) {
      expect(filesWith(place, CANARIES), place).toEqual([]);
    }
    expect(await readdir(desk)).toEqual(['report.html', 'report.pdf']);
    const again = await launched();
    await again.page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
    await again.page.keyboard.press('Enter');
    await expect(again.page.locator('.reader [data-start]').first()).toBeVisible();
    const ours = (await readdir(folder, { recursive: true })).filter((name) =>
      /(^|\/)\.wakhan-/.test(name),
    );
    expect(ours).toEqual([]);
  });
}
