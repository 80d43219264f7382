import { AppError } from '../../errors.ts';
import { say } from '../../words/say.ts';
import { latin1 } from './bytes.ts';
import type { SourceFile } from './format.ts';

/** Bytes that tell what it is. */
const START = 1024;

/** Endings of text files that are written for programs. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  picture: ['svg'],
  xml: ['xml', 'rss', 'atom', 'kml', 'gpx', 'xsd', 'xsl', 'xslt', 'plist', 'opml'],
  json: ['json', 'jsonl', 'ndjson', 'geojson', 'ipynb'],
  agenda: ['ics', 'vcf'],
  print: ['tex', 'sty', 'bib', 'ps', 'eps'],
  source: [
    ...['js', 'mjs', 'cjs', 'ts', 'jsx', 'tsx', 'css', 'scss', 'php', 'py', 'rb', 'pl', 'java'],
    ...['c', 'h', 'cc', 'cpp', 'cs', 'go', 'rs', 'swift', 'kt', 'lua', 'sh', 'bat', 'ps1', 'sql'],
  ],
};

/** How some of them begin, whatever their name. */
const BEGINNINGS: readonly [kind: string, begins: RegExp][] = [
  ['xml', /^<\?xml\s/i],
  ['picture', /^<svg[\s>]/i],
  ['agenda', /^BEGIN:V(?:CALENDAR|CARD)\b/i],
  ['print', /^(?:%!PS|\\documentclass\b)/],
];

/**
 * Refuses, as `unsupported-format`, a text that nobody wrote to be read, by its ending or how it begins. For
 * files that no format knows and that are not called a text.
 */
export function refuseSource({ name, bytes }: SourceFile): void {
  const kind = kindByEnding(name) ?? kindByStart(bytes);
  if (kind === undefined) return;
  throw new AppError('unsupported-format', say('imports.unsupported', { file: name, what: kind }), {
    file: name,
  });
}

function kindByEnding(name: string): string | undefined {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  return Object.keys(ENDINGS).find((kind) => ENDINGS[kind]?.includes(ending));
}

function kindByStart(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, START)).replace(/^ï»¿/, '').trimStart();
  return BEGINNINGS.find(([, begins]) => begins.test(start))?.[0];
}
