import type { ElectronApplication, Page } from '@playwright/test';
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { appFolder, call, chooseFiles, expect, rawCall, test as base } from './fixtures.ts';
import { hostilePage } from './hostile-page.ts';

/** A place outside that counts whatever reaches it, by TCP or UDP. */
interface Outside {
  address: string;
  /** First words of each visit. */
  visits: string[];
}

/** What the window may never start: `xdg-open` is replaced by a script that leaves a trace. */
interface Helpers {
  /** Folder with the replaced programs, to stand first in PATH. */
  folder: string;
  started(): Promise<string[]>;
}

const test = base.extend<{ outside: Outside; helpers: Helpers }>({
  outside: async ({}, use) => {
    const visits: string[] = [];
    const server = createServer((socket) => {
      visits.push('tcp');
      socket.on('error', () => socket.destroy());
    });
    const udp = createSocket('udp4', () => visits.push('udp'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    udp.bind(port, '127.0.0.1');
    await once(udp, 'listening');
    await use({ address: `127.0.0.1:${port}`, visits });
    server.close();
    udp.close();
  },
  helpers: async ({ folder }, use) => {
    const programs = join(folder, 'programs');
    await mkdir(programs);
    const script = `#!/bin/sh\ntouch "${programs}/started-$(basename "$0")"\n`;
    for (const name of ['xdg-open', 'xdg-email', 'gio', 'sensible-browser']) {
      await writeFile(join(programs, name), script);
      await chmod(join(programs, name), 0o755);
    }
    await use({
      folder: programs,
      started: async () => (await readdir(programs)).filter((one) => one.startsWith('started-')),
    });
  },
});

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

test('the interface comes from its own scheme, by a list, under a strict policy', async ({
  workbench: { app, page },
}) => {
  expect(page.url()).toBe('app://wakhan/');
  const get = (url: string) =>
    app.evaluate(async ({ net }, address) => {
      const { status, headers } = await net.fetch(address);
      return { status, policy: headers.get('content-security-policy') };
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
    'frame-src': ['app://preview'],
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
  ]) {
    expect((await get(path)).status, path).toBe(404);
  }
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

test('the page can send nothing and reach nobody', async ({ workbench: { page }, outside }) => {
  await page.evaluate(async (address) => {
    const attempt = async (work: () => unknown) => {
      try {
        await work();
      } catch {
        // A refusal is what is wanted; the listener outside has the last word.
      }
    };
    const add = (tag: string, attributes: Record<string, string>) => {
      const element = Object.assign(document.createElement(tag), attributes);
      document.head.append(element);
    };
    const url = `http://${address}/`;
    const call = async (servers: RTCIceServer[]) => {
      const connection = new RTCPeerConnection({ iceServers: servers });
      connection.createDataChannel('out');
      const gathered = new Promise<void>((done) => {
        connection.onicegatheringstatechange = () =>
          connection.iceGatheringState === 'complete' && done();
      });
      await connection.setLocalDescription(await connection.createOffer());
      await gathered;
    };
    await attempt(() => fetch(url));
    await attempt(() => navigator.sendBeacon(url, 'x'));
    await attempt(() => new WebSocket(`ws://${address}/`));
    await attempt(() => new EventSource(url));
    await attempt(() => new WebTransport(`https://${address}/`).ready);
    await attempt(() => add('link', { rel: 'preconnect', href: url }));
    await attempt(() => add('link', { rel: 'dns-prefetch', href: url }));
    await attempt(() => add('link', { rel: 'prefetch', href: url }));
    await attempt(() => add('link', { rel: 'stylesheet', href: url }));
    await attempt(() => add('script', { src: url }));
    await attempt(() => new FontFace('out', `url(${url})`).load());
    await attempt(() => (new Image().src = url));
    await attempt(() => call([{ urls: `stun:${address}` }]));
    const turn = { username: 'a', credential: 'b' };
    await attempt(() => call([{ urls: `turn:${address}?transport=tcp`, ...turn }]));
  }, outside.address);
  expect(outside.visits).toEqual([]);
});

test('a request that gets past the content policy is cancelled', async ({
  workbench: { app },
  outside,
}) => {
  const result = await app.evaluate(async ({ session }, address) => {
    const ask = (url: string) =>
      session.defaultSession.fetch(url).then(
        () => 'answered',
        (error: Error) => error.message,
      );
    return [await ask(`http://${address}/`), await ask('http://example.org/')];
  }, outside.address);
  for (const one of result) expect(one).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(outside.visits).toEqual([]);
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
  const languages = await app.evaluate(({ session }) => ({
    enabled: session.defaultSession.isSpellCheckerEnabled(),
    languages: session.defaultSession.getSpellCheckerLanguages(),
  }));
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

test('the page stays where it is, opens nothing, downloads nothing', async ({
  launch,
  userData,
  helpers,
  outside,
}) => {
  const path = `${helpers.folder}:${process.env.PATH}`;
  const { app, page } = await launch({ env: { PATH: path } });
  // The main process is busy with its start before, and may drop what the driver asks of it.
  await expect(page.locator('.reader [data-start]').first()).toBeVisible();
  await app.evaluate(({ session }) => {
    const seen: boolean[] = [];
    Object.assign(globalThis, { downloads: seen });
    session.defaultSession.on('will-download', (event) => seen.push(event.defaultPrevented));
  });
  const opened = await page.evaluate((address) => {
    const click = (attributes: Record<string, string>) => {
      const link = Object.assign(document.createElement('a'), attributes);
      document.body.append(link);
      link.click();
    };
    click({ href: 'mailto:a@example.org' });
    click({ href: 'steam://run/1' });
    click({ href: `http://${address}/` });
    click({ href: `http://${address}/`, target: '_blank' });
    click({ href: 'file:///etc/passwd' });
    click({ href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' });
    const frame = document.createElement('iframe');
    frame.src = 'steam://run/2';
    document.body.append(frame);
    return [`http://${address}/`, 'app://wakhan/', 'about:blank'].map((url) => window.open(url));
  }, outside.address);
  expect(opened).toEqual([null, null, null]);
  const notes = () => readFile(join(userData, 'logs', 'wakhan.log'), 'utf8');
  await expect.poll(notes).toContain('refused: navigation');
  await expect.poll(notes).toContain('refused: new window');
  const downloads = () =>
    app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
  await expect.poll(downloads).toEqual([true]);
  expect(page.url()).toBe('app://wakhan/');
  expect(app.windows()).toHaveLength(1);
  expect(outside.visits).toEqual([]);
  expect(await helpers.started()).toEqual([]);
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
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
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

test('a hostile page is imported as plain words, starts nothing and sends nothing', async ({
  launch,
  folder,
  helpers,
  outside,
}) => {
  const file = join(folder, 'hostile.html');
  await writeFile(file, hostilePage(outside.address));
  const { app, page } = await launch({
    env: { PATH: `${helpers.folder}:${process.env.PATH}` },
  });
  await call(page, 'case.current', {});
  const frames = app.context().pages().length;
  const id = await importOne(app, page, file);
  const { text } = await call(page, 'document.read', { id });
  expect(text.text).toContain('The delegations met in Dushanbe');
  expect(text.text).not.toMatch(/<script|onerror|javascript:|http-equiv/i);
  await openInReader(page);
  await expect(page.getByText('The delegations met in Dushanbe').first()).toBeVisible();
  expect(page.frames()).toHaveLength(1);
  expect(app.context().pages()).toHaveLength(frames);
  const hostile = await page.evaluate(() => ({
    scripts: [...document.scripts].filter(({ src }) => !src.startsWith('app://wakhan/')).length,
    marks: 'hostile' in window,
    remote: performance
      .getEntriesByType('resource')
      .filter(({ name }) => !name.startsWith('app://wakhan/')).length,
  }));
  expect(hostile).toEqual({ scripts: 0, marks: false, remote: 0 });
  expect(outside.visits).toEqual([]);
  expect(await helpers.started()).toEqual([]);
});

/** Imports a file through the dialog and answers the new document's id. */
async function importOne(app: ElectronApplication, page: Page, file: string): Promise<string> {
  await chooseFiles(app, file);
  const ended = page.evaluate(
    () =>
      new Promise<unknown>((done) => {
        window.desktop.on('job', (job) => {
          if (job.kind === 'import' && job.state !== 'running') done(job.results?.[0]);
        });
      }),
  );
  await call(page, 'import.choose', { folder: false });
  const result = (await ended) as { result: string; id: string };
  expect(result).toMatchObject({ result: 'imported' });
  return result.id;
}

/** Opens the imported page from the list of documents. */
async function openInReader(page: Page): Promise<void> {
  await page.getByText('Talks in Dushanbe').first().click();
}
