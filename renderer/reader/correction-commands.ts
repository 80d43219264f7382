import { blockAt } from '#data/text/block-at.ts';
import { say } from '#data/words/say.ts';
import type { Importing, WordsToCorrect } from '../imports/importing.svelte.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { Reader } from './reader.svelte.ts';

/** Correcting what was read from pictures. */
export function correctionCommands(
  reader: Reader,
  model: CaseModel,
  bringing: Pick<Importing, 'correcting'>,
): Command[] {
  const isRead = (): boolean => {
    const document = reader.open && model.table('document').get(reader.open.id);
    return document?.reading?.recognised !== undefined;
  };
  return [
    {
      id: 'reader.correct',
      title: say('ocr.correct'),
      words: say('ocr.correct.words'),
      group: 'Reader',
      keys: ['Alt+Shift+W'],
      enabled: isRead,
      run: () => (bringing.correcting = paragraphAtCaret(reader)),
    },
  ];
}

/** The paragraph where the selection begins, or the caret stands, or the one at the top of the pane. */
function paragraphAtCaret(reader: Reader): WordsToCorrect | null {
  const { open, words } = reader;
  if (!open?.isWhole) return null;
  const at = words.hasWords ? words.start : words.head >= 0 ? words.head : reader.topOffset();
  const block = open.plain[blockAt(open.plain, at)];
  if (!block) return null;
  const { start, end } = block;
  return { document: open.id, start, end, words: open.text.slice(start, end) };
}
