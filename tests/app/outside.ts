import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { test as base } from './fixtures.ts';

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

/** The real program, watched from outside of it. */
export const test = base.extend<{ outside: Outside; helpers: Helpers }>({
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
