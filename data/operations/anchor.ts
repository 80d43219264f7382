import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Line, Prose } from '../model/common.ts';
import { Area, CONTEXT, type Translation } from '../model/highlight.ts';
import type { Ports } from '../ports.ts';
import { say } from '../words/say.ts';

/** A translation as an analyst gives it: whoever signs the change is the translator unless one is named. */
export const TranslationInput = z.strictObject({
  text: Prose.trim().min(1),
  language: Line.exactOptional(),
  by: Line.exactOptional(),
  machine: z.literal(true).exactOptional(),
});

/** A translation with its translator and its time. */
export function translationOf(
  { by, ...given }: z.infer<typeof TranslationInput>,
  ports: Pick<Ports, 'author' | 'now'>,
): Translation {
  return { ...given, by: by ?? ports.author, at: ports.now() };
}

/** A rectangle within its page. */
export const AreaInput = Area.refine(
  ({ x, y, width, height }) => x + width <= 1.000_001 && y + height <= 1.000_001,
  say('operations.areaOutside'),
);

/** What a highlight covers: words, or a rectangle that may have none. */
interface Covered {
  start: number;
  end: number;
  area?: Area | undefined;
  caption?: string | undefined;
}

/**
 * Quote and surroundings of what a highlight covers. Throws `outside-text` (a range may not split a surrogate
 * pair), and `invalid-input` for a rectangle that has neither words nor a caption.
 */
export function anchor(text: string, { start, end, area, caption }: Covered) {
  const split = [start, end].find((at) => splitsPair(text, at));
  if (split !== undefined) throw splitCharacter(text, start, end, split);
  const isEmpty = area !== undefined && start === end && end <= text.length;
  if (!isEmpty && (start >= end || end > text.length)) {
    throw new AppError(
      'outside-text',
      say('operations.noTextThere', { start, end, length: text.length }),
      { start, end, length: text.length },
    );
  }
  if (isEmpty && caption === undefined) {
    throw new AppError('invalid-input', say('operations.areaWithoutWords'), { start, end });
  }
  return {
    quote: isEmpty ? (caption ?? '') : text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

function splitCharacter(text: string, start: number, end: number, at: number): AppError {
  const character = String.fromCodePoint(text.codePointAt(at - 1) ?? 0);
  return new AppError(
    'outside-text',
    say('operations.splitCharacter', { at, character, before: at - 1, after: at + 1 }),
    { start, end, length: text.length, at },
  );
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
