import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockFaults, convertFile, debrisOf, metaOf } from './convert.ts';

const folder = resolve(
  process.env.WAKHAN_CORPUS ?? join(import.meta.dirname, '../../../../shared/corpus'),
);
const isThere = existsSync(folder);
if (!isThere)
  console.warn('The reference corpus is not here (set WAKHAN_CORPUS): its tests are skipped.');
const names = isThere ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

describe.skipIf(!isThere)('the reference corpus', () => {
  const read = async (start: string) => {
    const name = names.find((one) => one.startsWith(start)) ?? '';
    const bytes = readFileSync(join(folder, name));
    return { given: bytes.toString('utf8'), converted: await convertFile({ name, bytes }) };
  };

  test.each(['000', '001', '002', '003', '004'])(
    '%s is taken over unchanged, in sound blocks',
    async (start) => {
      const { given, converted } = await read(start);
      expect(converted.text).toBe(given);
      expect(blockFaults(converted)).toEqual([]);
      expect(converted.title).toMatch(/^\p{Lu}.{20,}/u);
      expect(converted.title).not.toMatch(/»|\|/);
    },
  );

  test('debris is found where there is some, and nowhere else', async () => {
    expect(debrisOf((await read('000')).converted)).toEqual([]);
    expect(debrisOf((await read('001')).converted)).toHaveLength(4);
    expect(debrisOf((await read('002')).converted)).toHaveLength(5);
    expect(debrisOf((await read('003')).converted)).toHaveLength(2);
    const debris = debrisOf((await read('004')).converted);
    expect(debris.filter((words) => /https?:/.test(words))).toHaveLength(59);
    expect(debris).toHaveLength(73);
  });

  test('the outlet behind the bar of a page title is noted', async () => {
    expect(metaOf((await read('001')).converted)['publisher']).toMatch(/^\w+ \w+$/);
  });
});
