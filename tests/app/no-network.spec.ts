import type { ElectronApplication, Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call, chooseFiles, expect } from './fixtures.ts';
import { hostilePage } from './hostile-page.ts';
import { test } from './outside.ts';

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
  const result = await app.evaluate(async ({ BrowserWindow }, address) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const ask = (url: string) =>
      session?.fetch(url).then(
        () => 'answered',
        (error: Error) => error.message,
      );
    return [await ask(`http://${address}/`), await ask('http://example.org/')];
  }, outside.address);
  for (const one of result) expect(one).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(outside.visits).toEqual([]);
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
  await app.evaluate(({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const seen: boolean[] = [];
    Object.assign(globalThis, { downloads: seen });
    session?.on('will-download', (event) => seen.push(event.defaultPrevented));
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
        window.desktop.on('import', ({ results: [first] }) => {
          if (first) done(first);
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
