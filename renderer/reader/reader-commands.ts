import { tick } from 'svelte';
import { say } from '#data/words/say.ts';
import { desktop } from '../desktop.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';
import { isField } from '../state/global-key.ts';
import type { Selection } from '../state/selection.svelte.ts';
import type { Find } from './find.svelte.ts';
import { jump, otherEnd } from './notes.ts';
import type { Reader } from './reader.svelte.ts';
import { actions } from './tag-bar/choices.ts';
import { excerpt } from './tag-bar/plans.ts';
import type { Tagging } from './tag-bar/tagging.svelte.ts';

/** What the commands of the reader work on. */
export interface ReaderParts {
  reader: Reader;
  tagging: Tagging;
  find: Find;
  model: CaseModel;
  notice: Notices;
  chosen: Selection;
}

/** Everything the reader can do, by name. */
export function readerCommands(parts: ReaderParts): Command[] {
  return [...textCommands(parts), ...highlightCommands(parts), ...tagCommands(parts)];
}

function textCommands({ reader, find, model, notice, chosen }: ReaderParts): Command[] {
  const isOpen = () => reader.open !== null;
  return [
    {
      id: 'edit.find',
      title: say('reader.find-in-this-text'),
      words: say('reader.find-in-this-text.words'),
      group: 'Edit',
      keys: ['Ctrl+F'],
      enabled: isOpen,
      run: () => (find.isOpen = true),
    },
    {
      id: 'edit.findNext',
      title: say('reader.find-the-next-match'),
      group: 'Edit',
      keys: ['F3'],
      enabled: () => find.isOpen,
      repeats: true,
      run: () => find.next(1),
    },
    {
      id: 'edit.findPrevious',
      title: say('reader.find-the-previous-match'),
      group: 'Edit',
      keys: ['Shift+F3'],
      enabled: () => find.isOpen,
      repeats: true,
      run: () => find.next(-1),
    },
    {
      id: 'edit.copy',
      title: say('reader.copy-the-selected-words'),
      words: say('reader.copy-the-selected-words.words'),
      group: 'Edit',
      keys: ['Ctrl+C'],
      enabled: () => reader.words.hasWords && (getSelection()?.isCollapsed ?? true),
      run: () => copy(reader, model, notice),
    },
    {
      id: 'edit.selectAll',
      title: say('reader.select-the-whole-text'),
      words: say('reader.select-the-whole-text.words'),
      group: 'Edit',
      keys: ['Ctrl+A'],
      // Fields, lists and the network have a selection of their own and answer before.
      enabled: () => isOpen() && !isField(document.activeElement),
      run: () => reader.words.set(0, reader.open?.text.length ?? 0),
    },
    {
      id: 'reader.properties',
      title: say('reader.inspect-document'),
      words: say('reader.inspect-document.words'),
      group: 'Reader',
      enabled: () => reader.open !== null,
      run: () => inspectDocument(reader, chosen),
    },
    {
      id: 'reader.markDone',
      title: say('reader.mark-the-document-as-done'),
      words: say('reader.mark-the-document-as-done.words'),
      group: 'Reader',
      keys: ['Ctrl+D'],
      enabled: isOpen,
      run: () => setState(reader, model, notice, 'done'),
    },
    {
      id: 'reader.noteOrBack',
      title: say('reader.note-or-back'),
      words: say('reader.note-or-back.words'),
      group: 'Reader',
      keys: ['Alt+Shift+N'],
      enabled: isOpen,
      run: () => goToNote(reader),
    },
    {
      id: 'reader.caret',
      title: say('reader.show-or-hide-the-caret'),
      words: say('reader.show-or-hide-the-caret.words'),
      group: 'Reader',
      keys: ['F7'],
      enabled: isOpen,
      run: () => toggleCaret(reader),
    },
  ];
}

function highlightCommands({ reader, tagging, model, notice, chosen }: ReaderParts): Command[] {
  const isOpen = () => reader.open !== null;
  return [
    {
      id: 'reader.nextHighlight',
      title: say('reader.next-highlight'),
      group: 'Reader',
      keys: ['Alt+ArrowDown'],
      enabled: isOpen,
      repeats: true,
      run: () => reader.step(1),
    },
    {
      id: 'reader.previousHighlight',
      title: say('reader.previous-highlight'),
      group: 'Reader',
      keys: ['Alt+ArrowUp'],
      enabled: isOpen,
      repeats: true,
      run: () => reader.step(-1),
    },
    {
      id: 'reader.remove',
      title: say('reader.remove'),
      words: say('reader.remove.words'),
      group: 'Reader',
      enabled: () => reader.picked !== undefined && !tagging.isOpen,
      run: () => remove(reader, model, notice, chosen),
    },
  ];
}

function tagCommands({ reader, tagging }: ReaderParts): Command[] {
  const canTag = () => tagging.isOpen || reader.words.hasWords || reader.picked !== undefined;
  const open = () => {
    if (tagging.isOpen) return;
    if (reader.words.hasWords) tagging.offer();
    else if (reader.picked) tagging.offerMark(reader.picked);
  };
  return [
    {
      id: 'reader.tag',
      title: say('reader.tag-the-selected-words'),
      words: say('reader.tag-the-selected-words.words'),
      group: 'Reader',
      enabled: canTag,
      run: open,
    },
    ...actions.map(({ id, key, name, command }): Command => ({
      id: command,
      title: id === 'all' ? say('reader.tag-all-other-occurrences') : name,
      group: 'Reader',
      keys: [`Alt+${key.toUpperCase()}`],
      enabled: canTag,
      run: () => {
        open();
        tagging.act(id);
      },
    })),
  ];
}

/** Copies what is seen as selected: words in closed folds are not. */
async function copy(reader: Reader, model: CaseModel, notice: Notices): Promise<void> {
  const { open, words } = reader;
  if (!open) return;
  const { start, end } = words;
  await notice.attempt(async () => {
    const known = open.isWhole ? open.text : await wordsOf(model, open.id, start, end);
    const text = open.seen(known, start, end);
    if (text !== '') await desktop('clipboard.write', { text });
  });
}

/** The words of a long text whose rest is still on its way, at their offsets. */
async function wordsOf(model: CaseModel, id: string, start: number, end: number): Promise<string> {
  const part = await model.ask('document.part', { id, start, end });
  return ' '.repeat(part.from) + part.text;
}

async function setState(
  reader: Reader,
  model: CaseModel,
  notice: Notices,
  state: string,
): Promise<void> {
  const id = reader.open?.id;
  if (id) await notice.attempt(() => model.perform('document.update', { id, state }));
}

/** Shows what is known of the open document, at its marking. */
async function inspectDocument({ open }: Reader, chosen: Selection): Promise<void> {
  if (!open) return;
  chosen.select({ kind: 'document', id: open.id });
  await tick();
  document
    .querySelector<HTMLElement>(`.inspector select[aria-label="${say('inspector.marking')}"]`)
    ?.focus();
}

/** Removes a highlight and what stood on it alone; said, and undone with one key. */
async function remove(
  reader: Reader,
  model: CaseModel,
  notice: Notices,
  chosen: Selection,
): Promise<void> {
  const mark = reader.picked;
  if (!mark) return;
  const done = await notice.attempt(() =>
    model.perform('highlight.remove', { id: mark.id, cascade: true }),
  );
  if (!done) return;
  chosen.select(null);
  notice.say(say('reader.removed', { quote: excerpt(mark.quote) }), {
    label: say('reader.undo'),
    run: () => notice.attempt(() => model.perform('undo', {})),
  });
}

/** Goes from the caret's sign to its note, or back; without a caret from the top of the pane. */
async function goToNote(reader: Reader): Promise<void> {
  const { open, words } = reader;
  const to = open && otherEnd(open, words.head < 0 ? reader.topOffset() : words.head);
  if (to !== undefined && to !== null) await jump(reader, to);
}

function toggleCaret(reader: Reader): void {
  if (reader.words.head >= 0) reader.words.clear();
  else reader.words.set(reader.topOffset());
  reader.flow.scroller?.focus({ preventScroll: true });
}
