import { beforeEach, describe, expect, test } from 'vitest';
import type {
  ConversionReply,
  ConversionRequest,
  ConvertingProcess,
} from '../../electron/jobs/conversion.ts';
import { Converter } from '../../electron/jobs/converter.ts';

type Answer = ConversionReply | 'nothing' | 'death';

/** Stands in for the converting process: answers each file as the test says. */
class FakeProcess implements ConvertingProcess {
  static readonly all: FakeProcess[] = [];
  static answer: (name: string) => Answer = () => 'nothing';
  killed = false;
  #reply: (reply: ConversionReply) => void = () => undefined;
  #exit: () => void = () => undefined;

  constructor() {
    FakeProcess.all.push(this);
  }

  onReply(listener: (reply: ConversionReply) => void): void {
    this.#reply = listener;
  }

  onExit(listener: () => void): void {
    this.#exit = listener;
  }

  send({ name }: ConversionRequest): void {
    const answer = FakeProcess.answer(name);
    if (answer === 'death') queueMicrotask(() => this.#exit());
    else if (answer !== 'nothing') queueMicrotask(() => this.#reply(answer));
  }

  kill(): void {
    this.killed = true;
    this.#exit();
  }
}

const launch = () => new FakeProcess();

const text = { title: 'T', text: 'Words.', blocks: [], regions: [], mediaType: 'text/plain' };
const fine: ConversionReply = { ok: true, value: text };
const file = (name: string) => ({ name, bytes: new Uint8Array([1]) });
const open = () => new AbortController().signal;

beforeEach(() => {
  FakeProcess.all.length = 0;
  FakeProcess.answer = () => fine;
});

describe('the converter', () => {
  test('reads file after file in one process', async () => {
    const converter = new Converter(launch);
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
    const converting = new Converter(launch).convert(file('a'), open());
    await expect(converting).rejects.toMatchObject(error);
  });

  test('kills a process that takes too long, and reads the next file in another', async () => {
    const converter = new Converter(launch, 20);
    FakeProcess.answer = (name) => (name === 'slow' ? 'nothing' : fine);
    await expect(converter.convert(file('slow'), open())).rejects.toMatchObject({
      code: 'import-failed',
    });
    expect(FakeProcess.all[0]?.killed).toBe(true);
    expect(await converter.convert(file('next'), open())).toEqual(text);
    expect(FakeProcess.all).toHaveLength(2);
  });

  test('survives the death of the process', async () => {
    const converter = new Converter(launch);
    FakeProcess.answer = (name) => (name === 'bomb' ? 'death' : fine);
    await expect(converter.convert(file('bomb'), open())).rejects.toMatchObject({
      code: 'import-failed',
    });
    expect(await converter.convert(file('next'), open())).toEqual(text);
    expect(FakeProcess.all).toHaveLength(2);
  });

  test('stops at once when the import is cancelled', async () => {
    const converter = new Converter(launch);
    FakeProcess.answer = () => 'nothing';
    const abort = new AbortController();
    const converting = converter.convert(file('a'), abort.signal);
    abort.abort();
    await expect(converting).rejects.toMatchObject({ code: 'cancelled' });
    expect(FakeProcess.all[0]?.killed).toBe(true);
  });

  test('ends its process, if there is one', async () => {
    const converter = new Converter(launch);
    converter.stop();
    await converter.convert(file('a'), open());
    converter.stop();
    expect(FakeProcess.all.map(({ killed }) => killed)).toEqual([true]);
  });
});
