import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { NetworkPane } from './pages/network-pane.ts';
import { ReaderPage } from './pages/reader.ts';

/** Rules whose answer depends on colours; all others look at what is the same in every theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Findings that keep somebody from working: serious and critical ones. */
async function findingsOf(page: Page, rules: readonly string[]): Promise<string[]> {
  // Of what passes axe describes one element for each rule, and not all: a sixth of its time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(rules.length > 0 && { runOnly: { type: 'rule', values: [...rules] } }),
  });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`every screen passes axe in the ${theme} theme`, async ({ workbench: { page } }) => {
    test.slow();
    const rules = theme === 'light' ? [] : COLOURS;
    const findings = () => findingsOf(page, rules);
    await page.evaluate((wanted) => window.desktop.call('settings.set', { theme: wanted }), theme);
    await page.reload();
    const reader = new ReaderPage(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await reader.open('N02 – Web commentary on China and Central Asia');
    await reader.pane.locator('mark').nth(2).click();
    expect.soft(await findings(), 'reading').toEqual([]);

    for (const list of ['Actors', 'Tags', 'Events', 'Claims']) {
      await page.getByRole('tab', { name: new RegExp(`^${list}`) }).click();
      expect.soft(await findings(), list).toEqual([]);
    }
    const claims = page.getByRole('listbox', { name: 'claims' }).getByRole('option');
    await claims.nth(0).click();
    await claims.nth(2).click({ modifiers: ['Shift'] });
    await expect(page.getByRole('group', { name: 'Picked claims' })).toBeVisible();
    expect.soft(await findings(), 'picked claims').toEqual([]);
    await page.keyboard.press('Control+t');
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await expect(timeline).toBeVisible();
    expect.soft(await findings(), 'timeline').toEqual([]);
    await page.keyboard.press('Control+t');
    await expect(timeline).toBeHidden(); // the words move when it goes

    await reader.select('The writer also reports');
    expect.soft(await findings(), 'tag bar').toEqual([]);
    await page.keyboard.press('Alt+e');
    expect.soft(await findings(), 'event form').toEqual([]);
    await page.keyboard.press('Escape');

    const network = new NetworkPane(page);
    await network.showList();
    expect.soft(await findings(), 'actors as a list').toEqual([]);
    await network.region.getByRole('button', { name: 'Legend' }).click();
    await network.region.getByRole('button', { name: 'Lay out the network' }).click();
    expect.soft(await findings(), 'legend and layouts').toEqual([]);
    await page.keyboard.press('Escape');

    for (const [keys, name] of [
      ['Control+k', 'Find or do'],
      ['Control+e', 'Report'],
      ['F1', 'All keys'],
      ['Control+,', 'Settings'],
      ['Control+h', 'History'],
    ] as const) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      expect.soft(await findings(), name).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.keyboard.press('Control+w');
    await expect(page.getByRole('heading', { name: 'Wakhan' })).toBeVisible();
    expect.soft(await findings(), 'start').toEqual([]);
  });
}
