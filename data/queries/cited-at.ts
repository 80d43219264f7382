import type { TextCue, WorkingText } from '../text/working-text.ts';
import { pageNumberOf, pageOf, type Marked } from './page-of.ts';

/** Where in the original words stand, as a reader is told: its page or pages, or the time of a recording. */
export interface CitedAt {
  /** “12”, or “12–13”. */
  page?: string;
  /** When it is said, as h:mm:ss. */
  time?: string;
}

/**
 * How words of a text, or a rectangle, are cited; nothing for a text without pages and times. `count`: pages of
 * the file.
 */
export function citedAt(
  text: Pick<WorkingText, 'pages' | 'cues'>,
  marked: Marked,
  count?: number,
): CitedAt {
  const { start, end, area } = marked;
  const first = pageNumberOf(text, marked, count);
  const last = area ? first : pageOf(text, Math.max(start, end - 1))?.number;
  const cue = text.cues?.find((one) => one.end > start && one.start < end);
  return {
    ...(first !== undefined && { page: last === first ? first : `${first}–${last ?? first}` }),
    ...(cue && { time: timeWords(cue.from) }),
  };
}

/** Milliseconds from the start of a recording as h:mm:ss. */
export function timeWords(from: TextCue['from']): string {
  const seconds = Math.floor(from / 1000);
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
