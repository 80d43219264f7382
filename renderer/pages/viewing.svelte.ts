import type { CaseDocument } from '#data/model/document.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { ViewStore } from '../state/view-store.ts';
import { say } from '#data/words/say.ts';
import { faces, originalKind, type Face, type OriginalKind } from './faces.ts';

/** What lies beside the pages. */
export type PagePanel = 'thumbnails' | 'outline';

/** How documents with an original are shown: kept with the view of the case, by kind of original. */
export class Viewing {
  #chosen: Readonly<Partial<Record<OriginalKind, Face>>> = $state.raw({});
  panel: PagePanel | null = $state(null);
  /** Share of the text where both are shown. */
  ratio = $state(0.5);
  #together = $state(true);
  readonly #view: ViewStore;

  constructor(view: ViewStore) {
    this.#view = view;
    const kept = view.read('faces');
    if (typeof kept === 'object' && kept !== null && !Array.isArray(kept)) {
      const known = Object.entries(kept).filter(([, face]) => faces.some((one) => one === face));
      this.#chosen = Object.fromEntries(known);
    }
    this.#together = view.read('together') !== false;
  }

  /** Whether text and pages scroll together where both are shown. */
  get together(): boolean {
    return this.#together;
  }

  set together(isOn: boolean) {
    this.#together = isOn;
    this.#view.write('together', isOn);
  }

  /** Whether the text of a document and its pages are shown, which can scroll together. */
  hasTwo(document: CaseDocument | undefined): boolean {
    const kind = document && originalKind(document);
    return kind === 'pages' && this.faceOf(document) === 'both';
  }

  /** How a document is shown. One without words is seen as it is until somebody wants it otherwise. */
  faceOf(document: CaseDocument | undefined): Face {
    const kind = document && originalKind(document);
    if (!kind) return 'text';
    const { pages, withoutText = [] } = document.reading ?? {};
    const isBare = pages !== undefined && withoutText.length === pages;
    return this.#chosen[kind] ?? (isBare ? 'both' : 'text');
  }

  show(document: CaseDocument | undefined, face: Face): void {
    const kind = document && originalKind(document);
    if (!kind) return;
    this.#chosen = { ...this.#chosen, [kind]: face };
    this.#view.write('faces', { ...this.#chosen });
  }
}

/** Commands that show the text of a document, its original, or both. `document`: the open one. */
export function viewingCommands(
  viewing: Viewing,
  document: () => CaseDocument | undefined,
): Command[] {
  const hasOriginal = (): boolean => {
    const now = document();
    return now !== undefined && originalKind(now) !== undefined;
  };
  const next = (): Face => {
    const at = faces.indexOf(viewing.faceOf(document()));
    return faces[(at + 1) % faces.length] ?? 'text';
  };
  return [
    ...faces.map((face): Command => ({
      id: `view.face.${face}`,
      title: say(`pages.show.${face}`),
      words: say('pages.show.words'),
      group: 'View',
      enabled: hasOriginal,
      run: () => viewing.show(document(), face),
    })),
    {
      id: 'view.face',
      title: say('pages.show.next'),
      words: say('pages.show.words'),
      group: 'View',
      keys: ['Alt+Shift+P'],
      enabled: hasOriginal,
      run: () => viewing.show(document(), next()),
    },
    {
      id: 'view.together',
      title: say('pages.together'),
      words: say('pages.together.words'),
      group: 'View',
      enabled: () => viewing.hasTwo(document()),
      run: () => (viewing.together = !viewing.together),
    },
  ];
}
