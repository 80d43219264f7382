import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contents, mark, newCase, reopened } from '../helpers.ts';
import { flip, segment, workedOn } from '../worked-on.ts';

describe('an unfinished save at the end of the journal', () => {
  test('cut at every byte of the last record', async () => {
    const { store, folder } = await newCase();
    await mark(store, 'kept', 5);
    const whole = contents(store.state);
    const end = readFileSync(segment(folder)).length;
    await mark(store, 'torn', 9);
    await store.close();
    const bytes = readFileSync(segment(folder));
    for (let size = end + 1; size < bytes.length; size += 13) {
      const copy = `${folder}-${size}`;
      cpSync(folder, copy, { recursive: true });
      truncateSync(segment(copy), size);
      const again = await reopened(copy);
      expect(contents(again.state)).toEqual(whole);
      expect(again.status.recovery).toHaveLength(1);
      expect(again.status.recovery[0]).toContain(`${size - end} bytes`);
      const aside = readdirSync(join(copy, 'quarantine'));
      expect(readFileSync(join(copy, 'quarantine', aside[0] ?? ''))).toEqual(
        bytes.subarray(end, size),
      );
      await mark(again, 'next', 9);
      expect((await again.verify()).problems).toEqual([]);
      await again.close();
    }
  });

  test('the same unfinished bytes are put aside once, others beside them', async () => {
    const { folder } = await workedOn();
    const size = readFileSync(segment(folder)).length;
    for (const rest of ['{"n":', '{"n":', '{"n":12,']) {
      truncateSync(segment(folder), size);
      appendFileSync(segment(folder), rest);
      const store = await reopened(folder);
      expect(store.status.recovery).toHaveLength(1);
      await store.close();
    }
    expect(readdirSync(join(folder, 'quarantine'))).toHaveLength(2);
  });

  test('is not told of while somebody is writing, who has not finished yet', async () => {
    const { folder } = await workedOn();
    const writer = await reopened(folder);
    appendFileSync(segment(folder), '{"n":12,"id":"x"');
    const reader = await reopened(folder, { readOnly: true });
    expect(reader.status.recovery).toEqual([]);
    expect(await reader.verify()).toMatchObject({ ok: true, notes: [] });
    await writer.close();
  });

  test('is told from a last record that was saved and is damaged now', async () => {
    const { folder } = await workedOn();
    flip(segment(folder), readFileSync(segment(folder)).length - 100);
    const before = readFileSync(segment(folder));
    const reader = await reopened(folder, { readOnly: true });
    expect((await reader.verify()).problems[0]?.message).toContain('does not fit its hash');
    const store = await reopened(folder);
    expect(store.status.recovery.join()).toContain('1 record of the journal could not be read');
    expect(store.status.recovery.join()).not.toContain('Everything that was reported');
    expect(readFileSync(segment(folder))).toEqual(before);
    await mark(store, 'after', 30);
    await store.close();
    const again = await reopened(folder);
    expect(again.state.highlights.has('after')).toBe(true);
  });

  test('is left alone by a reader, who is told, and is no problem of the case', async () => {
    const { folder, whole } = await workedOn();
    appendFileSync(segment(folder), '{"n":12,"id":"x"');
    const before = readFileSync(segment(folder));
    const reader = await reopened(folder, { readOnly: true });
    expect(contents(reader.state)).toEqual(whole);
    const [told = ''] = reader.status.recovery;
    expect(told).toMatch(/^The last save was not finished: 16 bytes .*left in place/);
    expect(await reader.verify()).toMatchObject({ ok: true, problems: [], notes: [told] });
    expect(readFileSync(segment(folder))).toEqual(before);
    expect(existsSync(join(folder, 'quarantine'))).toBe(false);
  });
});

describe('damage inside the journal', () => {
  test('a damaged record behind the snapshot: the records after it count', async () => {
    const { folder } = await workedOn();
    const lines = readFileSync(segment(folder), 'utf8').split('\n');
    flip(segment(folder), lines.slice(0, 8).join('\n').length + 60); // in record 9, the undo of `d`
    const store = await reopened(folder);
    expect(store.state.highlights.has('e')).toBe(true);
    expect(store.status.recovery.join()).toContain('1 record of the journal could not be read');
    expect(store.status.recovery.join()).toContain('broken before record 10');
    expect((await store.verify()).ok).toBe(false);
    await mark(store, 'after', 30);
    await store.close();
    const again = await reopened(folder);
    expect(again.state.highlights.has('after')).toBe(true);
    expect(again.status.recovery).toEqual([]);
  });

  test('a journal that ends before the snapshot: the case is whole, its history not', async () => {
    const { folder } = await workedOn();
    const lines = readFileSync(segment(folder), 'utf8').split('\n');
    writeFileSync(segment(folder), `${lines.slice(0, 4).join('\n')}\n`);
    const store = await reopened(folder);
    expect(store.status.recovery.join()).toContain('ends before record 7');
    expect(store.state.highlights.has('c')).toBe(true);
    expect(store.historyState()).toEqual({});
    await expect(store.perform({ op: 'undo', input: {} })).rejects.toMatchObject({
      code: 'nothing-to-undo',
    });
    await mark(store, 'after', 30);
    expect(store.historyState().undo?.n).toBe(8);
    expect((await store.verify()).problems[0]?.check).toBe('journal');
  });

  test('a damaged record that an undo needs is told when it is needed', async () => {
    const { folder } = await workedOn();
    const lines = readFileSync(segment(folder), 'utf8').split('\n');
    lines[6] = (lines[6] ?? '').replace('"tag.add"', '"tag.bad"');
    writeFileSync(segment(folder), lines.join('\n'));
    const store = await reopened(folder);
    await store.perform({ op: 'undo', input: {} }); // takes `e` back
    const before = contents(store.state);
    const bad = store.perform({ op: 'undo', input: {} });
    await expect(bad).rejects.toMatchObject({ code: 'damaged', details: { n: 7 } });
    expect(contents(store.state)).toEqual(before);
  });

  test('records in the wrong place do not count and are told', async () => {
    const { folder } = await workedOn();
    const lines = readFileSync(segment(folder), 'utf8').trimEnd().split('\n');
    [lines[8], lines[9]] = [lines[9] ?? '', lines[8] ?? ''];
    writeFileSync(segment(folder), `${lines.join('\n')}\n`);
    const store = await reopened(folder);
    expect(store.status.recovery.join()).toContain('wrong place');
    expect(store.status.recovery.join()).toContain('broken before record 10');
  });
});
