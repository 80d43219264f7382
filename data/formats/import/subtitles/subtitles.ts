import type { TextCue } from '../../../text/working-text.ts';
import { say } from '../../../words/say.ts';
import { BlockWriter, type Place } from '../block-writer.ts';
import { decodeText, emptyFile } from '../decode.ts';
import { leftOutOf, type ImportFormat, type ReadText, type SourceFile } from '../format.ts';
import { fromFile } from '../from-file.ts';
import { MarkList } from '../mark-list.ts';
import { titleOf } from '../titles.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { readCues, type Cue } from './cues.ts';
import { CueWriter } from './write-cue.ts';

const VTT = /^(?:\xef\xbb\xbf)?WEBVTT(?![^\s])/;
const SRT = /^(?:\xef\xbb\xbf)?\s{0,9}\d{1,9}\s{1,9}\d{2}:\d{2}:\d{2}[,.]\d{3} {1,4}--> /;

/** Subtitles in WebVTT, which many programs write. */
export const vtt: ImportFormat = {
  id: 'vtt',
  label: say('imports.subtitles'),
  extensions: ['vtt'],
  mediaTypes: ['text/vtt'],
  limit: 50 * 1024 * 1024,
  sniff: (start) => VTT.test(start),
  async *convert(file, tools) {
    yield await convertCues(file, tools);
  },
};

/** Subtitles of SubRip, which most programs read. */
export const srt: ImportFormat = {
  id: 'srt',
  label: say('imports.subtitles'),
  extensions: ['srt'],
  mediaTypes: ['application/x-subrip'],
  limit: 50 * 1024 * 1024,
  sniff: (start) => SRT.test(start),
  async *convert(file, tools) {
    yield await convertCues(file, tools);
  },
};

/** What is said, in order, each with its time. */
async function convertCues(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const meter = new Meter(tools, 2 * file.bytes.length);
  const { text: given, reading } = await decodeText(file, { ...tools, passed: meter.add });
  const isVtt = VTT.test(given);
  const { entries, styles, head } = readCues(given, isVtt, meter.add);
  const writer = new BlockWriter();
  const list = new MarkList();
  const cues = new CueWriter(writer, list, isVtt);
  // Without a time in it the file is words all the same.
  if (!entries.some((one) => 'lines' in one)) entries.push({ times: undefined, lines: head });
  const timed: { start: Place; end: Place; times: NonNullable<Cue['times']> }[] = [];
  for (const one of entries) {
    if ('note' in one) writeNote(writer, one.note);
    else {
      const place = cues.write(one.lines);
      if (place && one.times) timed.push({ ...place, times: one.times });
    }
  }
  const { text, blocks } = writer.finish();
  if (blocks.length === 0) throw emptyFile(file.name);
  const marks = list.finish(text);
  const spoken = timed.flatMap(({ start, end, times }): TextCue[] =>
    start.offset < end.offset ? [{ start: start.offset, end: end.offset, ...times }] : [],
  );
  return {
    title: titleOf('', [], file.name),
    text,
    blocks,
    ...(marks.length > 0 && { marks }),
    ...(spoken.length > 0 && { cues: spoken }),
    ...(isVtt && { mediaType: 'text/vtt', meta: fromFile({ language: languageIn(head) }) }),
    reading: {
      ...reading,
      ...leftOutOf({ characters: styles, what: styles > 0 ? ['style'] : [] }),
    },
  };
}

/** Nobody sees a note with the film. */
function writeNote(writer: BlockWriter, words: string): void {
  for (const line of words.split('\n')) {
    writer.preformatted(line.trim(), { kind: 'comment', region: 'hidden' });
    writer.end('\n');
  }
}

function languageIn(head: readonly string[]): string | undefined {
  const line = head.find((one) => /^language:/i.test(one));
  const tag = line?.slice('language:'.length).trim() ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}
