import type { CaseDocument } from '#data/model/document.ts';
import { candidatePairs } from '#data/queries/kinship/candidates.ts';
import { kinshipOf, type NearDuplicate, type Sketch } from '#data/queries/kinship/kinship-of.ts';
import { shinglesOf } from '#data/queries/kinship/shingles.ts';
import { fold } from '#data/text/fold.ts';
import { printAgain, printTable } from './lib/print.ts';
import { figure, ratio } from './lib/quantiles.ts';
import { Dice, prose, word } from './lib/words.ts';

/**
 * Near duplicates: how many of the pairs that were made are found among texts that have nothing to do with each
 * other, by how much was edited, and how long that takes for up to 10,000 documents of a page of news, beside
 * folding the letters of the same texts. Made-up words share less by chance than real ones do; real texts about
 * one event shared at most 7 of 100 shingles.
 */
const OTHERS = 1_000;
const PAIRS = 200;
const SIZES = [1_000, 10_000];
const LENGTH = 6_000;

const dice = new Dice(29);

/** A text with a share of its words replaced, left out, or given another before them. */
function edited(text: string, share: number): string {
  return text.replaceAll(/\S+/g, (one) => {
    if (dice.fraction() >= share) return one;
    return [word(dice), '', `${word(dice)} ${one}`][dice.below(3)] ?? one;
  });
}

/** Ways to make a document of another. */
const edits: readonly { name: string; make: (text: string) => string }[] = [
  { name: 'another masthead', make: (text) => `${prose(dice, 200)}\n${text}` },
  ...[0.02, 0.05, 0.1, 0.15, 0.2].map((share) => ({
    name: `${share * 100} of 100 words changed`,
    make: (text: string) => edited(text, share),
  })),
  {
    name: 'two thirds of it within another text',
    make: (text) =>
      `${prose(dice, 3_000)} ${text.slice(0, (text.length * 2) / 3)} ${prose(dice, 5_000)}`,
  },
  {
    name: 'a third of it within another text, so that neither is one of the other',
    make: (text) => `${prose(dice, 3_000)} ${text.slice(0, text.length / 3)} ${prose(dice, 5_000)}`,
  },
  {
    name: 'all of it within a text five times as long',
    make: (text) => `${prose(dice, 2 * text.length)}\n${text}\n${prose(dice, 2 * text.length)}`,
  },
  { name: 'its first third', make: (text) => text.slice(0, text.length / 3) },
];

function sketch(id: string, text: string): Sketch {
  const document = { id, title: id, createdAt: id } as unknown as CaseDocument;
  return { document, shingles: shinglesOf(text) };
}

function found(sketches: readonly Sketch[]): NearDuplicate[] {
  return candidatePairs(sketches.map(({ shingles }) => shingles)).flatMap(([a, b]) => {
    const [one, other] = [sketches[a], sketches[b]];
    return (one && other && kinshipOf(one, other)) ?? [];
  });
}

function quality(name: string, make: (text: string) => string): string[] {
  const others = Array.from({ length: OTHERS }, (_, at) => sketch(`o${at}`, prose(dice, LENGTH)));
  const made = Array.from({ length: PAIRS }, (_, at) => {
    const text = prose(dice, 600 + dice.below(LENGTH));
    return [sketch(`a${at}`, text), sketch(`b${at}`, make(text))];
  });
  const pairs = found([...others, ...made.flat()]);
  const isMade = ({ documents: [one, other] }: NearDuplicate): boolean =>
    one.slice(1) === other.slice(1) && ![one, other].some((id) => id.startsWith('o'));
  const right = pairs.filter(isMade);
  const kinds = new Map<string, number>();
  for (const { kind } of right) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const said = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return [name, `${right.length} of ${PAIRS}`, String(pairs.length - right.length), said];
}

printTable(`found among ${OTHERS} other texts`, [
  ['', 'found', 'wrong', 'as'],
  ...edits.map(({ name, make }) => quality(name, make)),
]);

const rows = SIZES.map((size) => {
  const texts = Array.from({ length: size }, () => prose(dice, LENGTH));
  const start = performance.now();
  for (const text of texts) fold(text);
  const folded = performance.now();
  const sketches = texts.map((text, at) => sketch(`t${at}`, text));
  const cut = performance.now();
  const pairs = found(sketches);
  const end = performance.now();
  return [
    String(size),
    figure((folded - start) / 1_000),
    figure((cut - folded) / 1_000),
    figure((end - cut) / 1_000),
    ratio(end - folded, folded - start),
    String(pairs.length),
  ];
});
printTable('texts of 6 KB, all compared', [
  ['texts', 'folding s', 'shingles s', 'comparing s', 'to folding', 'pairs'],
  ...rows,
]);
printAgain('kin');
