import { CONTEXT } from '#data/model/highlight.ts';
import { reanchor, type Reanchored } from '#data/text/reanchor/reanchor.ts';
import {
  editedText,
  editKinds,
  type EditedText,
  type EditKind,
} from '../data/text/reanchor/edited-text.ts';
import { judge, nothing, touches, type Verdict } from '../data/text/reanchor/judge.ts';
import { languages } from '../data/text/reanchor/languages.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { matchQuote } from './lib/quote-match.ts';

/**
 * Marked words found again in generated texts that were edited, where it is known of every letter where it went;
 * beside them the way of the Hypothesis client on the same texts. WAKHAN_BENCH_TEXTS: texts of each kind and
 * language (100).
 */
const TEXTS = Number(process.env.WAKHAN_BENCH_TEXTS ?? 100);

/** One way to find anchors, with what it came to. */
interface Side {
  verdict: Verdict;
  ms: number;
}

const newSide = (): Side => ({ verdict: nothing(), ms: 0 });

function peer({ older, newer, anchors }: EditedText): Reanchored[] {
  return anchors.map(({ id, start, end }) => {
    const found = matchQuote(newer, {
      quote: older.slice(start, end),
      prefix: older.slice(Math.max(0, start - CONTEXT), start),
      suffix: older.slice(end, end + CONTEXT),
      hint: start,
    });
    if (!found) return { id, state: 'lost', score: 0 };
    return { id, state: 'exact', score: 1, start: found.start, end: found.end };
  });
}

function timed<T>(side: Side, work: () => T): T {
  const since = performance.now();
  const result = work();
  side.ms += performance.now() - since;
  return result;
}

/**
 * The peer says of no place that it is in doubt, so what it says of changed words is not held against it: only
 * places that have nothing of the words are wrong.
 */
function judgePeer(text: EditedText, answers: readonly Reanchored[], verdict: Verdict): void {
  const own = nothing();
  judge(text, answers, own);
  const placed = answers.filter(({ state }) => state !== 'lost');
  const was = new Map(text.anchors.map((one) => [one.id, one]));
  const stray = placed.filter((one) => {
    const anchor = was.get(one.id);
    return anchor && !touches(text, anchor, one);
  });
  verdict.anchors += own.anchors;
  verdict.sure += own.sure;
  verdict.wrong += Math.min(own.wrong, stray.length);
  verdict.findable += own.findable;
  verdict.missed += own.missed;
}

function measure(kind: EditKind): { ours: Side; theirs: Side } {
  const [ours, theirs] = [newSide(), newSide()];
  for (const language of languages) {
    for (let seed = 1; seed <= TEXTS; seed++) {
      const text = editedText({ language, kind, seed: 1000 + seed });
      judge(
        text,
        timed(ours, () => reanchor(text.older, text.newer, text.anchors)),
        ours.verdict,
      );
      judgePeer(
        text,
        timed(theirs, () => peer(text)),
        theirs.verdict,
      );
    }
  }
  return { ours, theirs };
}

const part = (some: number, all: number): string =>
  `${((100 * some) / Math.max(1, all)).toFixed(2)} %`;

function row(kind: string, { verdict, ms }: Side, theirs: Side): string[] {
  const { anchors, sure, wrong, findable, missed } = verdict;
  const peer = theirs.verdict;
  return [
    kind,
    `${anchors}`,
    part(sure, anchors),
    `${wrong}`,
    part(wrong, sure),
    part(missed, findable),
    `${peer.wrong}`,
    part(peer.wrong, peer.sure),
    part(peer.missed, peer.findable),
    `${(ms / Math.max(1, theirs.ms)).toFixed(2)}`,
  ];
}

const head = [
  ...['edits', 'words', 'sure', 'wrong', 'of sure', 'lost of findable'],
  ...['peer wrong', 'of placed', 'lost', 'time to peer'],
];

const all = [newSide(), newSide()] as const;
const rows = editKinds.map((kind) => {
  const { ours, theirs } = measure(kind);
  for (const [index, side] of [ours, theirs].entries()) addTo(all[index], side);
  return row(kind, ours, theirs);
});
printTable('re-anchoring generated edits, beside the quote matching of Hypothesis', [
  head,
  ...rows,
  row('all', all[0], all[1]),
]);
const { sure, wrong, findable, missed } = all[0].verdict;
printAim('wrong of exact and moved <= 1 in 1,000', part(wrong, sure), wrong * 1000 <= sure);
printAim('lost of findable <= 1 %', part(missed, findable), missed * 100 <= findable);
long();
printAgain('reanchor');

function addTo(sum: Side | undefined, side: Side): void {
  if (!sum) return;
  sum.ms += side.ms;
  for (const key of Object.keys(side.verdict) as (keyof Verdict)[]) {
    sum.verdict[key] += side.verdict[key];
  }
}

/** A megabyte with a thousand highlights; the peer gets a fiftieth of them. */
function long(): void {
  const table = [['1 MB, 1,000 highlights', 'ms', 'per highlight', 'peer, per highlight']];
  for (const kind of ['insertions', 'moves', 'everything', 'noise'] as const) {
    const text = editedText({ language: 'en', kind, seed: 5, paragraphs: 3000, anchors: 1000 });
    const [ours, theirs] = [newSide(), newSide()];
    timed(ours, () => reanchor(text.older, text.newer, text.anchors));
    const some = text.anchors.filter((_, at) => at % 50 === 0);
    timed(theirs, () => peer({ ...text, anchors: some }));
    const each = (ms: number, count: number) => (ms / Math.max(1, count)).toFixed(2);
    table.push([
      kind,
      ours.ms.toFixed(0),
      each(ours.ms, text.anchors.length),
      each(theirs.ms, some.length),
    ]);
  }
  printTable('long texts', table);
}
