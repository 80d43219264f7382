import { expect, test } from './fixtures.ts';

test('the interface comes from its own scheme, by a list, under a strict policy', async ({
  workbench: { app, page },
}) => {
  expect(page.url()).toBe('app://wakhan/');
  const get = (url: string) =>
    app.evaluate(async ({ BrowserWindow }, address) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      const answer = await session?.fetch(address);
      return { status: answer?.status, policy: answer?.headers.get('content-security-policy') };
    }, url);
  const { status, policy } = await get('app://wakhan/');
  expect(status).toBe(200);
  const directives: Record<string, string[]> = {};
  for (const one of (policy ?? '').split('; ')) {
    const [name = '', ...sources] = one.split(' ');
    directives[name] = sources;
  }
  expect(directives).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'worker-src': ["'self'"],
    'connect-src': ["'none'"],
    'object-src': ["'none'"],
    'frame-src': ['app://preview', 'app://pages', 'app://original'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
  expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
  for (const path of [
    'app://wakhan/%2e%2e/package.json',
    'app://wakhan/..%2f..%2fpackage.json',
    'app://wakhan/main/main.js',
    'app://other/',
    'app://preview/unknown',
    'app://original/unknown',
    'app://pages/../renderer/index.html',
    'app://pages/preload.cjs',
  ]) {
    expect((await get(path)).status, path).toBe(404);
  }
});

test('pages are drawn on a host of their own, which may load its scripts and nothing else', async ({
  workbench: { app },
}) => {
  const policy = await app.evaluate(async ({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const answer = await session?.fetch('app://pages/');
    return answer?.headers.get('content-security-policy');
  });
  expect(policy?.split('; ').sort()).toEqual([
    "base-uri 'none'",
    "connect-src 'none'",
    "default-src 'none'",
    "form-action 'none'",
    'frame-ancestors app://wakhan',
    "object-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
  ]);
});

test('the session of the window is in memory', async ({ workbench: { app } }) => {
  const isKept = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.session.isPersistent(),
  );
  expect(isKept).toBe(false);
});

test('the interface itself never asks for more than its policy gives', async ({
  workbench: { page },
}) => {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      refused.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  await page.reload();
  await page.getByText('N01').first().click();
  await expect(page.locator('.network canvas').first()).toBeVisible();
  await page.keyboard.press('Control+e');
  const report = page.frameLocator('iframe').getByRole('heading', { name: 'Sources' });
  await expect(report).toBeVisible();
  const refused = await page.evaluate(() => (window as unknown as { refused: string[] }).refused);
  // The schema library asks once whether it may compile its checks, and does without.
  expect(refused.filter((one) => one !== 'script-src eval')).toEqual([]);
});

test('no script but the interface’s own runs', async ({ workbench: { page } }) => {
  const ran = await page.evaluate(async () => {
    const marks: string[] = [];
    Object.assign(window, { mark: (name: string) => marks.push(name) });
    const inline = document.createElement('script');
    inline.textContent = 'window.mark("inline")';
    const data = document.createElement('script');
    data.src = 'data:text/javascript,window.mark("data")';
    const blob = document.createElement('script');
    blob.src = URL.createObjectURL(new Blob(['window.mark("blob")'], { type: 'text/javascript' }));
    const handler = document.createElement('div');
    handler.innerHTML = '<img src="missing.png" onerror="window.mark(\'handler\')">';
    const link = document.createElement('a');
    link.href = 'javascript:window.mark("link")';
    const ends = [data, blob].map(
      (one) => new Promise((done) => (one.onload = one.onerror = done)),
    );
    document.body.append(inline, data, blob, handler, link);
    link.click();
    await Promise.all(ends);
    // Outside of the debugger's evaluation, which may use eval whatever the policy says.
    await new Promise<void>((done) =>
      setTimeout(() => {
        try {
          (0, eval)('window.mark("eval")');
        } catch {
          marks.push('eval refused');
        }
        done();
      }),
    );
    return marks;
  });
  expect(ran).toEqual(['eval refused']);
});
