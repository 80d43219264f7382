import { text, type Content } from './blocks.ts';

/** Signs of private use around the number of a slot: no message has them. */
const SLOT = /\uE000(\d)\uE001/;

/** Keeps a place in a sentence of the catalogue for content that is no plain text, as an argument of `say`. */
export const slot = (number: number): string => `\uE000${number}\uE001`;

/** A sentence with its slots filled: the words between them are words of the program. */
export function phrase(sentence: string, ...contents: readonly Content[]): Content {
  return sentence
    .split(SLOT)
    .flatMap((part, at) =>
      at % 2 === 1 ? (contents[Number(part)] ?? []) : part === '' ? [] : [text(part)],
    );
}
