import type { TextMark } from '../../../text/working-text.ts';
import type { Place } from '../block-writer.ts';
import type { BlockWriter } from '../block-writer.ts';
import type { MarkList, OpenMark } from '../mark-list.ts';

/** How words of a document look, and what happened to them. */
export interface Look {
  strong?: boolean;
  emphasis?: boolean;
  shift?: 'raised' | 'lowered' | undefined;
  /** Words that somebody put in or took out while changes were recorded. */
  change?: 'insertion' | 'deletion' | undefined;
  /** Where they lead to. */
  address?: string | undefined;
  /** They are not shown. */
  hidden?: boolean;
}

/** The mark that each part of a look makes, outer ones first. */
const PARTS = ['address', 'change', 'strong', 'emphasis', 'shift'] as const;
type Part = (typeof PARTS)[number];

/** Turns the looks of words that follow each other into marks: those that go on make one. */
export class LookMarks {
  readonly #writer: BlockWriter;
  readonly #marks: MarkList;
  readonly #open = new Map<Part, { value: unknown; mark: Omit<OpenMark, 'to'> }>();

  constructor(writer: BlockWriter, marks: MarkList) {
    this.#writer = writer;
    this.#marks = marks;
  }

  /** The words that come next look like this. */
  follow(look: Look): void {
    for (const part of PARTS) {
      const open = this.#open.get(part);
      const value = look[part] || undefined;
      if (open?.value === value) continue;
      if (open) {
        this.#marks.add({ ...open.mark, to: this.#writer.there() });
        this.#open.delete(part);
      }
      const kind = kindOf(part, value);
      if (!kind) continue;
      const address = part === 'address' ? { address: look.address ?? '' } : {};
      this.#open.set(part, { value, mark: { kind, from: this.#writer.here(), ...address } });
    }
  }

  /** Marks a stretch by itself. */
  add(
    kind: TextMark['kind'],
    from: Place,
    rest: Partial<Pick<OpenMark, 'note' | 'reading'>>,
  ): void {
    this.#marks.add({ kind, from, to: this.#writer.there(), ...rest });
  }
}

function kindOf(part: Part, value: unknown): TextMark['kind'] | undefined {
  if (value === undefined || value === false) return undefined;
  if (part === 'address') return 'link';
  if (part === 'change') return value as 'insertion' | 'deletion';
  if (part === 'shift') return value === 'raised' ? 'superscript' : 'subscript';
  return part;
}
