import type { ShownBlock } from '../../text/working-text.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { say } from '../../words/say.ts';

/** Longest title in code units; what is cut ends in an ellipsis. */
const LONGEST_TITLE = 200;

/** A block longer than this is no title as it stands; a sentence shorter than that is none. */
const LONG = 100;
const SHORT = 20;

/** A title made of a piece of text: one line, single spaces, cut at a word; empty when nothing is left. */
export function asTitle(text: string): string {
  const line = asLine(text);
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE - 1);
  const space = cut.lastIndexOf(' ');
  const end = space > LONGEST_TITLE / 2 ? space : cut.length;
  return `${withoutHalfPair(cut.slice(0, end)).trimEnd()}…`;
}

/** One line without control characters, at most 500 code units: what a `Line` of the model takes. */
export function asLine(text: string): string {
  const line = text
    .slice(0, 4000)
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ')
    .trim();
  return withoutHalfPair(line.slice(0, 500)).trim();
}

/** The file's name without its ending, for a text that offers no title. */
function nameAsTitle(name: string): string {
  return asTitle(name.replace(/\.[^.]{1,8}$/, '')) || asTitle(name) || say('model.untitled');
}

/** The first block that belongs to the text itself as a title, else the file's name. */
export function titleOf(text: string, blocks: readonly ShownBlock[], name: string): string {
  const first = blocks.find((block) => !block.region) ?? blocks[0];
  return (first && asTitle(wordsOf(text.slice(first.start, first.end)))) || nameAsTitle(name);
}

/** A paragraph gives its first sentence, without the sign of a note behind it, unless that is hardly a word. */
function wordsOf(block: string): string {
  if (block.length <= LONG) return block;
  const [first] = sentencesOf(block.slice(0, 2 * LONGEST_TITLE));
  const sentence = first ? block.slice(first.start, first.end).trimEnd() : '';
  return sentence.length < SHORT ? block : sentence.replace(/(?<=[.!?。”’")])[⁰¹²³⁴-⁹]{1,3}$/u, '');
}

function withoutHalfPair(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
