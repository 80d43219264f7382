import type { ElectronApplication } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appFolder, call, expect, rawCall, test } from './fixtures.ts';

test('the renderer is sandboxed and knows nothing of Node', async ({
  workbench: { app, page },
}) => {
  const reach = await page.evaluate(() => {
    const names = ['process', 'require', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    return names.filter((name) => name in window);
  });
  expect(reach).toEqual([]);
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
  expect(await page.evaluate(() => Object.keys(window.desktop).sort())).toEqual([
    'call',
    'importDropped',
    'on',
  ]);
});

test('every permission is denied', async ({ workbench: { app, page } }) => {
  const answers = await page.evaluate(async () => {
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        (error: Error) => error.name,
      );
    return {
      notification: await Notification.requestPermission(),
      location: await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('granted'),
          ({ code }) => done(code),
        ),
      ),
      camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refusal(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await refusal(navigator.clipboard.readText()),
      midi: await refusal(navigator.requestMIDIAccess()),
    };
  });
  expect(answers).toEqual({
    notification: 'denied',
    location: 1,
    camera: expect.stringMatching(/NotAllowedError|NotFoundError/),
    screen: expect.stringMatching(/NotAllowedError|InvalidStateError|NotSupportedError/),
    clipboard: 'NotAllowedError',
    midi: expect.stringMatching(/SecurityError|NotAllowedError/),
  });
  const languages = await app.evaluate(({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    return {
      enabled: session?.isSpellCheckerEnabled(),
      languages: session?.getSpellCheckerLanguages(),
    };
  });
  expect(languages).toEqual({ enabled: false, languages: [] });
});

test('no picker for files opens, however a page asks for one', async ({ workbench: { page } }) => {
  const opened: string[] = [];
  page.on('filechooser', () => opened.push('a picker'));
  const offered = await page.evaluate(() => {
    const answers: Record<string, string> = {};
    Object.assign(window, { answers });
    const input = () => Object.assign(document.createElement('input'), { type: 'file' });
    const shown = input();
    shown.id = 'shown';
    const label = Object.assign(document.createElement('label'), { htmlFor: 'shown' });
    label.textContent = 'Label of the input';
    const button = document.createElement('button');
    button.textContent = 'Ask for files';
    const attempts: Record<string, () => unknown> = {
      'click on a detached input': () => input().click(),
      'event for a detached input': () => input().dispatchEvent(new MouseEvent('click')),
      'click on an input': () => shown.click(),
      'event for an input': () => shown.dispatchEvent(new MouseEvent('click', { bubbles: true })),
      'showPicker of an input': () => shown.showPicker(),
      'showPicker of a detached input': () => input().showPicker(),
    };
    button.onclick = () => {
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          attempt();
          answers[name] = 'nothing';
        } catch (error) {
          answers[name] = (error as Error).name;
        }
      }
    };
    const sheet = Object.assign(document.createElement('dialog'), { id: 'pickers' });
    sheet.append(shown, label, button);
    document.body.append(sheet);
    sheet.showModal();
    const names = ['showOpenFilePicker', 'showDirectoryPicker', 'showSaveFilePicker'];
    const present = names.filter((name) => name in window);
    return [...present, ...('getAsFileSystemHandle' in DataTransferItem.prototype ? ['drop'] : [])];
  });
  expect(offered).toEqual([]);
  await page.getByRole('button', { name: 'Ask for files' }).click();
  await page.getByText('Label of the input').click();
  await page.locator('#shown').click();
  await page.locator('#shown').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  const told = await page.evaluate(() => (window as unknown as { answers: object }).answers);
  expect(told).toEqual({
    'click on a detached input': 'nothing',
    'event for a detached input': 'nothing',
    'click on an input': 'nothing',
    'event for an input': 'nothing',
    'showPicker of an input': 'NotAllowedError',
    'showPicker of a detached input': 'NotAllowedError',
  });
  expect(opened).toEqual([]);
});

test('calls are taken from the main frame of our window only, and exactly as agreed', async ({
  workbench: { app, page },
}) => {
  expect(await rawCall(page, 'case.steal', {})).toMatchObject({ error: { code: 'forbidden' } });
  expect(await rawCall(page, '__proto__', {})).toMatchObject({ error: { code: 'forbidden' } });
  expect(await rawCall(page, 'case.open', { key: 'sample', path: '/etc' })).toMatchObject({
    error: { code: 'invalid-input' },
  });
  expect(await rawCall(page, 'document.read', { id: '../../x' })).toMatchObject({
    error: { code: 'invalid-input' },
  });
  const inFrame = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return typeof frame.contentWindow?.desktop;
  });
  expect(inFrame).toBe('undefined');
  const fromOther = await callFromAnotherWindow(app);
  expect(fromOther).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

/** A second window with our own page and preload script is still not our window. */
function callFromAnotherWindow(app: ElectronApplication): Promise<unknown> {
  return app.evaluate(async ({ BrowserWindow }, preload) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const webPreferences = { preload, sandbox: true, ...(session && { session }) };
    const other = new BrowserWindow({ show: false, webPreferences });
    try {
      await other.loadURL('app://wakhan/');
      return (await other.webContents.executeJavaScript(
        'window.desktop.call("app.info", {}).then(JSON.parse)',
      )) as unknown;
    } finally {
      other.destroy();
    }
  }, preloadScript());
}

function preloadScript(): string {
  const places = ['preload', 'dist/preload'].map((at) => join(appFolder, at, 'preload.cjs'));
  const found = places.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`no preload script under ${appFolder}`);
  return found;
}

test('a path that a script makes up imports nothing', async ({ workbench: { page } }) => {
  await call(page, 'case.current', {});
  const answer = await page.evaluate(() => {
    const forged = new File(['x'], '/etc/passwd');
    Object.defineProperty(forged, 'path', { value: '/etc/passwd' });
    return window.desktop.importDropped([forged]);
  });
  expect(answer).toEqual({ ok: true, value: null });
});
