import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { appFolder, expect, test } from './fixtures.ts';

test('the window breaks no rule of its own content policy', async ({ workbench: { page } }) => {
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  const issues: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Audits.issueAdded', ({ issue }) => issues.push(issue.code));
  await session.send('Audits.enable');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Network' }).getByRole('status')).toContainText(
    /\d+ actors/,
  );
  expect(issues.filter((code) => code === 'ContentSecurityPolicyIssue')).toEqual([]);
});

test('only fonts that are ever loaded are shipped', async () => {
  const files = await readdir(join(appFolder, 'dist/renderer/assets'));
  expect(files.some((name) => name.endsWith('.woff2'))).toBe(true);
  expect(files.filter((name) => name.endsWith('.woff'))).toEqual([]);
});
