import { protocol, type Session } from 'electron';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { say } from '#data/words/say.ts';
import { CONTENT_POLICY, PREVIEW_POLICY } from './content-policy.ts';
import type { Page, Pages } from './pages.ts';

export const APP_ORIGIN = 'app://wakhan';

/** The one address that the window shows. */
export const APP_PAGE = `${APP_ORIGIN}/`;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Makes `app://` a scheme like https, but without fetch. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the interface from `folder` under {@link APP_ORIGIN} and reports under `PREVIEW_ORIGIN`. Only files that were in the folder at the start exist; everything else,
 * and every method but GET, is answered with 404.
 */
export function serveApp(folder: string, pages: Pages): void {
  const files = listFiles(folder);
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (request.method !== 'GET') return notFound();
    if (host === 'preview') return servePage(pages.get(pathname.slice(1)));
    const file = host === 'wakhan' ? files.get(pathname) : undefined;
    return file === undefined ? notFound() : serveFile(file);
  });
}

/** Serves reports, and nothing else, to a session of its own. */
export function servePages(session: Session, pages: Pages): void {
  session.protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url);
    const isPage = request.method === 'GET' && host === 'preview';
    return isPage ? servePage(pages.get(pathname.slice(1))) : notFound();
  });
}

async function serveFile(file: string): Promise<Response> {
  const type = mediaTypes[extname(file)];
  if (type === undefined) return notFound();
  return respond(await readFile(file), type, CONTENT_POLICY);
}

function servePage(html: Page | undefined): Response {
  if (html === undefined) return notFound();
  return respond(html, 'text/html; charset=utf-8', PREVIEW_POLICY);
}

function respond(body: Page, type: string, policy: string): Response {
  const headers = {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  return new Response(body, { headers });
}

function notFound(): Response {
  return new Response(say('desktop.noSuchPage'), { status: 404 });
}

/** Every file of the interface by its path in the address; `/` is the page itself. */
function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    files.set(`/${name.split(sep).join('/')}`, join(folder, name));
  }
  const page = files.get('/index.html');
  if (page !== undefined) files.set('/', page);
  return files;
}
