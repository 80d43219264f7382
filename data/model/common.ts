import { z } from 'zod';
import { say } from '../words/say.ts';

/**
 * Identifier of a record, unique in its case over all kinds. The program makes UUIDv7;
 * callers may bring their own (1-64 of `A-Z a-z 0-9 . _ -`, starting with a letter or digit).
 */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, say('model.id'));
export type Id = z.infer<typeof Id>;

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, say('model.sha256'));
export type Sha256 = z.infer<typeof Sha256>;

/** UTC time, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** One line of text: not empty, no control characters, at most 500 UTF-16 code units. */
export const Line = z
  .string()
  .trim()
  .min(1, say('model.empty'))
  .max(500)
  .refine((text) => !/\p{Cc}/u.test(text), say('model.oneLine'));

/** A line that names something: at least one character of it is seen. */
export const Name = Line.refine(
  (text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text),
  say('model.unseen'),
);

/** Free text written by the analyst, at most 100,000 UTF-16 code units. */
export const Prose = z.string().max(100_000);

/** `#rrggbb`. */
export const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, say('model.colour'));

/** Highlight ids that carry an assertion: at least one, none twice. */
export const Evidence = z
  .array(Id)
  .min(1, say('model.noEvidence'))
  .refine((ids) => new Set(ids).size === ids.length, say('model.evidenceTwice'));

/** What every record has: identity, revision (1, 2, ...), UTC times, and who made it. */
export const stored = {
  id: Id,
  rev: z.int().min(1),
  createdAt: Instant,
  updatedAt: Instant,
  /** The author of the operation that made the record, as the journal has it. */
  by: z.string(),
};

/** The stored part of a record, common to all kinds. */
export interface Stored {
  id: Id;
  rev: number;
  createdAt: Instant;
  updatedAt: Instant;
  by: string;
}

/** Traffic Light Protocol 2.0 labels, strictest first. */
export const markings = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const;
export const Marking = z.enum(markings);
export type Marking = z.infer<typeof Marking>;

/**
 * The strictest of several markings (TLP 2.0: what is built from parts carries the strictest);
 * undefined when nothing is marked.
 */
export function strictest(of: Iterable<Marking | undefined>): Marking | undefined {
  let index: number = markings.length;
  for (const marking of of) {
    if (marking !== undefined) index = Math.min(index, markings.indexOf(marking));
  }
  return markings[index];
}

/** A marking as it is printed: “TLP:RED”, or “Unmarked”. */
export function markingWords(marking: Marking | undefined): string {
  return marking === undefined ? say('model.unmarked') : `TLP:${marking}`;
}
