import { protocol, type Session } from 'electron';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { say } from '#data/words/say.ts';
import { CONTENT_POLICY, PAGES_POLICY, PREVIEW_POLICY } from './content-policy.ts';
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

/** The hosts with files of the program: the folder of each beside the others, and what its pages may do. */
const HOSTS: Readonly<Record<string, { folder: string; policy: string }>> = {
  wakhan: { folder: 'renderer', policy: CONTENT_POLICY },
  pages: { folder: 'pages', policy: PAGES_POLICY },
};

/**
 * Serves the interface under {@link APP_ORIGIN}, the frame that draws pages under `PAGES_ORIGIN`, reports and
 * saved web pages under origins of their own. Only files that were in their folders in `dist` at the start
 * exist; everything else, and every method but GET, is answered with 404.
 */
export function serveApp(session: Session, dist: string, pages: Pages): void {
  const hosts = new Map(
    Object.entries(HOSTS).map(([host, { folder, policy }]) => [
      host,
      { files: listFiles(join(dist, folder)), policy },
    ]),
  );
  session.protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (request.method !== 'GET') return notFound();
    if (host === 'preview' || host === 'original') return servePage(pages.get(pathname.slice(1)));
    const known = hosts.get(host);
    const file = known?.files.get(pathname);
    return known && file !== undefined ? serveFile(file, known.policy) : notFound();
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

async function serveFile(file: string, policy: string): Promise<Response> {
  const type = mediaTypes[extname(file)];
  if (type === undefined) return notFound();
  return respond(await readFile(file), type, policy);
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
