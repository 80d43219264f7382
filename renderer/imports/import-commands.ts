import { say } from '#data/words/say.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { Program } from '../state/program.svelte.ts';
import type { Importing } from './importing.svelte.ts';

/** What the commands work on. */
export interface ImportParts {
  app: Program;
  bringing: Importing;
  /** The document that is selected, or else read. */
  document: () => string | undefined;
}

/** Bringing documents in, and looking after how they came in. */
export function importCommands({ app, bringing, document }: ImportParts): Command[] {
  const hasDocument = () => document() !== undefined;
  const withDocument = (work: (id: string) => unknown) => () => {
    const id = document();
    return id === undefined ? undefined : work(id);
  };
  return [
    {
      id: 'case.paste',
      title: say('bringing.paste'),
      words: say('bringing.paste.words'),
      group: 'Case',
      keys: ['Ctrl+Shift+V'],
      run: () => app.paste(),
    },
    {
      id: 'case.looks',
      title: say('bringing.needs-a-look.do'),
      words: say('bringing.needs-a-look.words'),
      group: 'Case',
      keys: ['Alt+L'],
      run: () => bringing.looks.open(),
    },
    {
      id: 'case.acceptAll',
      title: say('bringing.accept-all'),
      group: 'Case',
      enabled: () => bringing.looks.found > 0,
      run: () => bringing.looks.acceptAll(),
    },
    {
      id: 'case.queue',
      title: say('bringing.show-the-queue'),
      words: say('bringing.show-the-queue.words'),
      group: 'Case',
      enabled: () => app.imports.files.length > 0,
      run: () => (app.imports.isOpen = true),
    },
    {
      id: 'case.watch',
      title: say('bringing.watch'),
      words: say('bringing.watch.words'),
      group: 'Case',
      enabled: () => app.imports.watched === null,
      run: () => bringing.watch(true),
    },
    {
      id: 'case.unwatch',
      title: say('bringing.unwatch'),
      words: say('bringing.watch.words'),
      group: 'Case',
      enabled: () => app.imports.watched !== null,
      run: () => bringing.watch(false),
    },
    {
      id: 'document.encoding',
      title: say('bringing.another-encoding'),
      words: say('bringing.encoding.words'),
      group: 'Reader',
      enabled: hasDocument,
      run: withDocument((id) => (bringing.encodingsOf = { document: id })),
    },
    {
      id: 'document.readWords',
      title: say('ocr.readWords'),
      words: say('ocr.readWords.words'),
      group: 'Reader',
      enabled: () => bringing.hasPictures(document() ?? ''),
      run: withDocument((id) => (bringing.picturesOf = id)),
    },
    {
      id: 'document.newVersion',
      title: say('versions.import'),
      words: say('versions.import.words'),
      group: 'Reader',
      enabled: hasDocument,
      run: withDocument((id) => bringing.versions.import(id)),
    },
    {
      id: 'highlight.placeHere',
      title: say('versions.placeHere'),
      words: say('versions.placeHere.words'),
      group: 'Reader',
      enabled: () => bringing.looks.line?.kind === 'highlight',
      run: () => bringing.looks.placeHere(),
    },
    {
      id: 'document.saveOriginal',
      title: say('bringing.save-original'),
      words: say('bringing.save-original.words'),
      group: 'Reader',
      enabled: hasDocument,
      run: withDocument((id) => bringing.saveOriginal(id)),
    },
    {
      id: 'document.saveAnnotated',
      title: say('pages.saveAnnotated'),
      words: say('pages.saveAnnotated.words'),
      group: 'Reader',
      enabled: () => bringing.isPdf(document() ?? ''),
      run: withDocument((id) => bringing.saveAnnotated(id)),
    },
  ];
}
