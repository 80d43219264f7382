import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { checkSync } from 'recheck';
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { EDTF_PATTERN } from '#data/model/edtf.ts';

/**
 * Whatever comes in (files, pages, names, lines of a journal, words of a case) meets patterns whose time
 * grows with its length and no faster: a page of 1 KB once kept a worse one busy for half an hour. Every
 * pattern in the code is looked at, so that nobody has to know which of them foreign bytes will meet.
 */
const root = resolve(import.meta.dirname, '..');

interface Pattern {
  where: string;
  source: string;
  flags: string;
}

/** Patterns that are put together: by file, as they come out. */
const composed: Record<string, readonly RegExp[]> = {
  'data/model/edtf.ts': [EDTF_PATTERN],
};
const composing = new Set<string>();

const patterns = ['data', 'electron', 'renderer'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|svelte)$/.test(name))
    .flatMap((name) => patternsIn(join(root, room, name))),
);

function patternsIn(path: string): Pattern[] {
  const file = relative(root, path);
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.svelte')) return inComponent(file, text);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      const [body, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
      found.push({ where: `${file}:${line}`, source: body, flags });
    }
    if (isMade(node)) composing.add(file);
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** `RegExp(…)` or `new RegExp(…)`, not the type of that name. */
function isMade(node: ts.Node): boolean {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  return ts.isIdentifier(node.expression) && node.expression.text === 'RegExp';
}

/** Patterns in the script and in the markup of a component. */
function inComponent(file: string, text: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && typeof node.regex === 'object') {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ where: file, source: pattern, flags });
    }
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parse(text, { modern: true }));
  return found;
}

/** What of a pattern takes more than linear time, in words; undefined when nothing does. */
function faultOf({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string | undefined {
  const found = checkSync(source, flags, { timeout: 20_000 });
  if (found.status === 'safe') return undefined;
  return found.status === 'vulnerable' ? `vulnerable: ${found.complexity.summary}` : found.status;
}

test('the check finds what is worse than linear', () => {
  const bad = [
    String.raw`^(<!--[\s\S]*?-->\s*)*<html`,
    String.raw`\s+$`,
    String.raw`<meta[^>]+charset`,
  ];
  for (const source of bad) expect(faultOf({ source, flags: 'i' })).toContain('vulnerable');
});

describe('every pattern takes time in proportion to what it is given', () => {
  test('and all of them are looked at', () => {
    expect(patterns.length).toBeGreaterThan(200);
    expect(patterns.some(({ where }) => where.endsWith('.svelte'))).toBe(true);
  });

  test('also those that are put together', () => {
    expect([...composing].sort()).toEqual(Object.keys(composed).sort());
    for (const [file, made] of Object.entries(composed))
      for (const one of made) expect(faultOf(one), `${file} ${one.source}`).toBeUndefined();
  });

  test('so none is worse', { timeout: 300_000 }, () => {
    const distinct = new Map(patterns.map((one) => [`/${one.source}/${one.flags}`, one]));
    const faults = [...distinct].flatMap(([text, one]) => {
      const fault = faultOf(one);
      return fault === undefined ? [] : [`${one.where} ${text}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });
});
