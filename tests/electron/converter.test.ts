import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConversionReply } from '../../electron/jobs/conversion.ts';

type Answer = ConversionReply | 'nothing' | 'death';

/** Stands in for the converting process: answers each file as the test says. */
class FakeProcess extends EventEmitter {
  static readonly all: FakeProcess[] = [];
  static answer: (name: string) => Answer = () => 'nothing';
  killed = false;

  constructor() {
    super();
    FakeProcess.all.push(this);
  }

  postMessage({ name }: { name: string }): void {
    const answer = FakeProcess.answer(name);
    if (answer === 'death') queueMicrotask(() => this.emit('exit', 6));
    else if (answer !== 'nothing') queueMicrotask(() => this.emit('message', answer));
  }

  kill(): void {
    this.killed = true;
    this.emit('exit', 0);
  }
}

vi.mock('electron', () => ({ utilityProcess: { fork: () => new FakeProcess() } }));
const { Converter } = await import('../../electron/jobs/converter.ts');

const text = { title: 'T', text: 'Words.', blocks: [], mediaType: 'text/plain' };
const fine: ConversionReply = { ok: true, value: text };
const file = (name: string) => ({ name, bytes: new Uint8Array([1]) });
const open = () => new AbortController().signal;

beforeEach(() => {
  FakeProcess.all.length = 0;
  FakeProcess.answer = () => fine;
});

describe('the converter', () => {
  test('reads file after file in one process', async () => {
    const converter = new Converter('worker.js');
    expect(await converter.convert(file('a.txt'), open())).toEqual(text);
    expect(await converter.convert(file('b.txt'), open())).toEqual(text);
    expect(FakeProcess.all).toHaveLength(1);
  });

  test('hands on what the format refuses', async () => {
    const error = {
      code: 'not-text',
      message: 'It is a picture.',
      details: { file: 'a' },
    } as const;
    FakeProcess.answer = () => ({ ok: false, error });
    const converting = new Converter('worker.js').convert(file('a'), open());
    await expect(converting).rejects.toMatchObject(error);
  });

  test('kills a process that takes too long, and reads the next file in another', async () => {
    const converter = new Converter('worker.js', 20);
    FakeProcess.answer = (name) => (name === 'slow' ? 'nothing' : fine);
    await expect(converter.convert(file('slow'), open())).rejects.toMatchObject({
      code: 'import-failed',
    });
    expect(FakeProcess.all[0]?.killed).toBe(true);
    expect(await converter.convert(file('next'), open())).toEqual(text);
    expect(FakeProcess.all).toHaveLength(2);
  });

  test('survives the death of the process', async () => {
    const converter = new Converter('worker.js');
    FakeProcess.answer = (name) => (name === 'bomb' ? 'death' : fine);
    await expect(converter.convert(file('bomb'), open())).rejects.toMatchObject({
      code: 'import-failed',
    });
    expect(await converter.convert(file('next'), open())).toEqual(text);
    expect(FakeProcess.all).toHaveLength(2);
  });

  test('stops at once when the import is cancelled', async () => {
    const converter = new Converter('worker.js');
    FakeProcess.answer = () => 'nothing';
    const abort = new AbortController();
    const converting = converter.convert(file('a'), abort.signal);
    abort.abort();
    await expect(converting).rejects.toMatchObject({ code: 'cancelled' });
    expect(FakeProcess.all[0]?.killed).toBe(true);
  });

  test('ends its process, if there is one', async () => {
    const converter = new Converter('worker.js');
    converter.stop();
    await converter.convert(file('a'), open());
    converter.stop();
    expect(FakeProcess.all.map(({ killed }) => killed)).toEqual([true]);
  });
});
