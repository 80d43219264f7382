import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportResult } from '#data/api/job.ts';
import { Cli } from './cli.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

let cli: Cli;
beforeAll(async () => {
  cli = new Cli();
  await cli.json(['new', 'a.case']);
});
afterAll(() => cli.remove());

async function bring(name: string): Promise<string> {
  const [result] = (await cli.json(['import', 'a.case', name])) as ImportResult[];
  if (!result || result.result === 'failed') throw new Error(name);
  return result.id;
}

async function apply(...operations: object[]): Promise<void> {
  for (const answer of await cli.apply('a.case', operations))
    expect(answer).toMatchObject({ ok: true });
}

/** Pictures in a report, by what they are said to show. */
async function pictures(): Promise<
  Map<string, { width: number; height: number; colour: number[] }>
> {
  await cli.json(['export', 'a.case', '--format', 'html', '-o', 'report.html', '--title', 'Areas']);
  const html = readFileSync(cli.at('report.html'), 'utf8');
  const found = html.matchAll(
    /<img class="cut" alt="([^"]*)" src="data:image\/png;base64,([^"]+)">/g,
  );
  const read = new Map<string, { width: number; height: number; colour: number[] }>();
  for (const [, alt = '', base64 = ''] of found) {
    const image = await loadImage(Buffer.from(base64, 'base64'));
    const canvas = createCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(image.width >> 1, image.height >> 1, 1, 1);
    read.set(alt, { width: image.width, height: image.height, colour: [...data].slice(0, 3) });
  }
  return read;
}

/** A picture: red on the left, blue on the right. */
function twoColours(): Buffer {
  const canvas = createCanvas(400, 200);
  const context = canvas.getContext('2d');
  context.fillStyle = 'red';
  context.fillRect(0, 0, 200, 200);
  context.fillStyle = 'blue';
  context.fillRect(200, 0, 200, 200);
  return canvas.toBuffer('image/png');
}

describe('rectangles that are evidence', () => {
  test('are cut out of pictures and pages, and printed with their captions', async () => {
    writeFileSync(cli.at('map.png'), twoColours());
    copyFileSync(join(fixtures, 'import/pdf-two-columns.pdf'), cli.at('valleys.pdf'));
    const map = await bring('map.png');
    const valleys = await bring('valleys.pdf');
    const right = { page: 1, x: 0.5, y: 0.25, width: 0.5, height: 0.5 };
    await apply(
      { op: 'entity.add', input: { id: 'one', type: 'state', name: 'Ardan' } },
      { op: 'entity.add', input: { id: 'other', type: 'state', name: 'Belisar' } },
      {
        op: 'highlight.add',
        input: {
          id: 'h1',
          document: map,
          start: 0,
          end: 0,
          area: right,
          caption: 'The "blue" half',
        },
      },
      {
        op: 'highlight.add',
        input: {
          id: 'h2',
          document: valleys,
          start: 0,
          end: 5,
          area: { page: 1, x: 0, y: 0, width: 1, height: 0.2 },
          translation: { text: 'Ein Kopf', language: 'de', by: 'A. Translator' },
        },
      },
      {
        op: 'relation.add',
        input: { type: 'meets', from: 'one', to: 'other', evidence: ['h1', 'h2'] },
      },
    );
    const found = await pictures();
    expect(found.get('The &#34;blue&#34; half')).toEqual({
      width: 200,
      height: 100,
      colour: [0, 0, 255],
    });
    expect([...found.keys()]).toHaveLength(2);
    const html = readFileSync(cli.at('report.html'), 'utf8');
    expect(html).toContain('Ein Kopf');
    expect(html).toMatch(/Translation by A\. Translator, German, \d{4}-/);
    expect(await cli.json(['verify', 'a.case'])).toMatchObject({ problems: [] });
  });

  test('one that cannot be cut out is printed by its caption', async () => {
    const map = await bring('map.png');
    const nowhere = { page: 9, x: 0, y: 0, width: 1, height: 1 };
    await apply({
      op: 'highlight.add',
      input: {
        id: 'h3',
        document: map,
        start: 0,
        end: 0,
        area: nowhere,
        caption: 'Lost',
        note: 'x',
      },
    });
    const found = await pictures();
    expect([...found.keys()]).toHaveLength(2);
    expect(readFileSync(cli.at('report.html'), 'utf8')).toContain('<mark>Lost</mark>');
    expect(readFileSync(cli.at('report.html'), 'utf8')).toContain('could not be cut out');
  });

  test('Markdown says the caption and the page', async () => {
    await cli.json(['export', 'a.case', '--format', 'md', '-o', 'report.md', '--title', 'Areas']);
    const text = readFileSync(cli.at('report.md'), 'utf8');
    expect(text).toContain('rectangle on p. 1');
    expect(text).toContain('Ein Kopf');
  });
});
