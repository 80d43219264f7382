import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { nodeDisk } from '../../electron/storage/disk/disk.ts';
import { opened } from './support/aftermath.ts';
import { count, LIMIT } from './support/counts.ts';
import type { Ledger } from './support/ledger.ts';
import { commands, RealScene, secretFor, type Command } from './support/real-scene.ts';
import { makeScene, sceneVault, type Scene } from './support/scene.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';

const ROUNDS = count(10, 1);
const WRITERS = 2;
/** What is tried in every run: where the case takes another form. */
const tried = Object.entries(commands).filter(
  ([name]) => count(true, false) || name === 'encrypt' || name === 'decrypt',
);
/** How often a command is repeated when others have the case just then. */
const MOST = 50;

let scenes: Record<'plain' | 'sealed', Scene>;
beforeAll(async () => {
  const vault = await sceneVault();
  scenes = { plain: await makeScene(false, vault), sealed: await makeScene(true, vault) };
});

test.for(tried)('others read and write meanwhile: %s', { timeout: LIMIT }, async (one, context) => {
  const [name, command] = one;
  const tally = new Tally(`${WRITERS} others write and one reads meanwhile: ${name}`);
  const place = scratch();
  const sum = { saved: 0, read: 0, refused: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const root = join(place, String(round));
    const scene = new RealScene(command.encrypted ? scenes.sealed : scenes.plain, root);
    const before = scene.ledger.upTo(scene.ledger.length);
    let isOver = false;
    const others = new Others(scene, command, () => isOver);
    const company = [others.read(), ...[1, 2].map((nth) => others.write(nth * 1000))];
    await untilDone(scene, command);
    isOver = true;
    await Promise.all(company);
    const surroundings = await secretFor(scene.folder);
    const site = { disk: nodeDisk, root, surroundings };
    const ledger = command.adds ? scene.ledger.asHearsay() : scene.ledger;
    tally.add(`round ${round}`, await opened(site, ledger, before));
    for (const complaint of others.complaints) tally.complain(complaint);
    sum.saved += others.saved;
    sum.read += others.reads;
    sum.refused += others.refused;
    rmSync(root, { recursive: true });
  }
  tally.finish(context, `${sum.saved} saved, ${sum.read} read, ${sum.refused} told to wait`);
});

/** Runs the command until nobody else has the case. */
async function untilDone(scene: RealScene, command: Command): Promise<void> {
  for (let tries = 0; tries < MOST; tries++) {
    const { code, error } = await call(scene, [...command.args(scene), '--json']);
    if (code === 0) return;
    expect(error).toBe('case-locked');
  }
  throw new Error(`the command was told ${MOST} times to wait`);
}

/** Processes that work on the case at the same time. */
class Others {
  saved = 0;
  reads = 0;
  refused = 0;
  readonly complaints: string[] = [];
  readonly #scene: RealScene;
  readonly #allowed: ReadonlySet<string>;
  readonly #isOver: () => boolean;

  constructor(scene: RealScene, command: Command, isOver: () => boolean) {
    this.#scene = scene;
    this.#isOver = isOver;
    // They have the passphrase that the case had before.
    this.#allowed = new Set(['case-locked', ...(command.rekeys ? ['wrong-passphrase'] : [])]);
  }

  /** Saves one change after the other, each in a process of its own. */
  async write(first: number): Promise<void> {
    const { folder, ledger } = this.#scene;
    for (let key = first; !this.#isOver(); key++) {
      const request = { op: 'tag.add', input: { id: `w${key}`, name: `Tag ${key}` } };
      ledger.begin(key, request);
      const { code, out, error } = await call(
        this.#scene,
        ['apply', folder, '-', '--json'],
        `${JSON.stringify(request)}\n`,
      );
      if (code === 0) {
        ledger.ack(key, JSON.parse(out) as { n: number });
        this.saved++;
      } else {
        ledger.refuse(key);
        this.#told('apply', error);
      }
    }
  }

  /** Reads the whole history again and again: what was saved before is in it. */
  async read(): Promise<void> {
    const { folder, ledger } = this.#scene;
    while (!this.#isOver()) {
      const known = numbersIn(ledger);
      const { code, out, error } = await call(this.#scene, ['list', folder, 'journal', '--json']);
      if (code !== 0) {
        this.#told('list', error);
        continue;
      }
      this.reads++;
      const there = new Set((JSON.parse(out) as { n: number }[]).map(({ n }) => n));
      const missing = known.filter((n) => !there.has(n));
      if (missing.length > 0) this.complaints.push(`list did not show ${missing.join(', ')}`);
    }
  }

  #told(command: string, error: string): void {
    this.refused++;
    if (!this.#allowed.has(error)) this.complaints.push(`${command} was told ${error}`);
  }
}

const numbersIn = (ledger: Ledger): number[] => [...ledger.acked().keys()];

interface Answer {
  code: number | null;
  out: string;
  /** The code of the error that it ended with. */
  error: string;
}

async function call(scene: RealScene, args: readonly string[], input = ''): Promise<Answer> {
  const child = await scene.start(args);
  const said = { out: '', error: '' };
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString('utf8')));
  child.stderr.on('data', (bytes: Buffer) => (said.error += bytes.toString('utf8')));
  child.stdin.on('error', () => undefined).end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: said.out, error: codeIn(said.error) };
}

/** The code in what was said on stderr; the words themselves when there is none. */
function codeIn(said: string): string {
  for (const line of said.split('\n')) {
    try {
      const { code } = JSON.parse(line) as { code?: string };
      if (code !== undefined) return code;
    } catch {
      continue;
    }
  }
  return said;
}
