import { beforeEach, describe, expect, test } from 'vitest';
import type { Converted, ConvertedPart, SourceFile } from '#data/formats/import/format.ts';
import type { Answer, BackgroundProcess, Order } from '../../../electron/background/wire.ts';
import { Converter } from '../../../electron/import/converter.ts';

type Reply = readonly Answer[] | 'nothing' | 'death';

/** Stands in for the converting process: answers each file as the test says. */
class FakeProcess implements BackgroundProcess {
  static readonly all: FakeProcess[] = [];
  static answer: (name: string) => Reply = () => 'nothing';
  killed = false;
  #say: (answer: Answer) => void = () => undefined;
  #exit: () => void = () => undefined;

  constructor() {
    FakeProcess.all.push(this);
  }

  onAnswer(listener: (answer: Answer) => void): void {
    this.#say = listener;
  }

  onExit(listener: () => void): void {
    this.#exit = listener;
  }

  send(order: Order): void {
    if (order.type !== 'begin') return;
    const answer = FakeProcess.answer((order.input as SourceFile).name);
    if (answer === 'death') queueMicrotask(() => this.#exit());
    else if (answer !== 'nothing') {
      queueMicrotask(() => answer.forEach((one) => this.#say(one)));
    }
  }

  kill(): void {
    this.killed = true;
    this.#exit();
  }

  async memory(): Promise<undefined> {
    return undefined;
  }
}

const launch = () => new FakeProcess();

const text: Converted = {
  title: 'T',
  text: 'Words.',
  blocks: [],
  regions: [],
  mediaType: 'text/plain',
  meta: [],
  reading: {},
};
const fine: readonly Answer[] = [{ type: 'item', item: text }, { type: 'end' }];
const file = (name: string) => ({ name, bytes: new Uint8Array([1]) });
const open = () => new AbortController().signal;

/** The only document of a file. */
async function convert(converter: Converter, name: string, signal = open()): Promise<Converted> {
  const documents: ConvertedPart[] = [];
  for await (const one of converter.convert(file(name), signal)) documents.push(one);
  expect(documents).toHaveLength(1);
  return documents[0] as Converted;
}

beforeEach(() => {
  FakeProcess.all.length = 0;
  FakeProcess.answer = () => fine;
});

describe('the converter', () => {
  test('reads file after file in one process', async () => {
    const converter = new Converter(launch);
    expect(await convert(converter, 'a.txt')).toEqual(text);
    expect(await convert(converter, 'b.txt')).toEqual(text);
    expect(FakeProcess.all).toHaveLength(1);
  });

  test('hands on what the format refuses', async () => {
    const error = {
      code: 'not-text',
      message: 'It is a picture.',
      details: { file: 'a' },
    } as const;
    FakeProcess.answer = () => [{ type: 'failed', error }];
    const converting = convert(new Converter(launch), 'a');
    await expect(converting).rejects.toMatchObject(error);
  });

  test('kills a process that takes too long, and reads the next file in another', async () => {
    const converter = new Converter(launch, { silence: 20 });
    FakeProcess.answer = (name) => (name === 'slow' ? 'nothing' : fine);
    await expect(convert(converter, 'slow')).rejects.toMatchObject({
      code: 'import-failed',
    });
    expect(FakeProcess.all[0]?.killed).toBe(true);
    expect(await convert(converter, 'next')).toEqual(text);
    expect(FakeProcess.all).toHaveLength(2);
  });

  test('survives the death of the process', async () => {
    const converter = new Converter(launch);
    FakeProcess.answer = (name) => (name === 'bomb' ? 'death' : fine);
    await expect(convert(converter, 'bomb')).rejects.toMatchObject({
      code: 'import-failed',
    });
    expect(await convert(converter, 'next')).toEqual(text);
    expect(FakeProcess.all).toHaveLength(2);
  });

  test('stops at once when the import is cancelled', async () => {
    const converter = new Converter(launch);
    FakeProcess.answer = () => 'nothing';
    const abort = new AbortController();
    const converting = convert(converter, 'a', abort.signal);
    abort.abort();
    await expect(converting).rejects.toMatchObject({ code: 'cancelled' });
    expect(FakeProcess.all[0]?.killed).toBe(true);
  });

  test('ends its process, if there is one', async () => {
    const converter = new Converter(launch);
    converter.stop();
    await convert(converter, 'a');
    converter.stop();
    expect(FakeProcess.all.map(({ killed }) => killed)).toEqual([true]);
  });
});
