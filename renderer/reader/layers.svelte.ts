import { say } from '#data/words/say.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { ViewStore } from '../state/view-store.ts';

/** What highlights are underlined for. */
export const layers = ['actors', 'tags', 'evidence'] as const;
export type Layer = (typeof layers)[number];

/** Words and keys of the layers, as they stand on screen. */
export const layerWords: Readonly<Record<Layer, { name: string; key: string }>> = {
  actors: { name: say('reader.actors'), key: 'Alt+Shift+A' },
  tags: { name: say('reader.tags'), key: 'Alt+Shift+T' },
  evidence: { name: say('reader.evidence'), key: 'Alt+Shift+E' },
};

/** Which underlines the reader shows; kept with the view of the case. */
export class Layers {
  shown: ReadonlySet<Layer> = $state.raw(new Set(layers));
  readonly #view: ViewStore;

  constructor(view: ViewStore) {
    this.#view = view;
    const hidden = view.read('hiddenLayers');
    if (Array.isArray(hidden)) {
      this.shown = new Set(layers.filter((layer) => !hidden.includes(layer)));
    }
  }

  /** Shows a layer or hides it. */
  toggle(layer: Layer): void {
    const shown = new Set(this.shown);
    if (!shown.delete(layer)) shown.add(layer);
    this.shown = shown;
    this.#view.write(
      'hiddenLayers',
      layers.filter((one) => !shown.has(one)),
    );
  }
}

/** A command for each layer. */
export function layerCommands(of: Layers): Command[] {
  return layers.map((layer) => ({
    id: `reader.layer.${layer}`,
    title: say(`reader.underline-${layer}`),
    words: say('reader.underline.words'),
    group: 'Reader',
    keys: [layerWords[layer].key],
    run: () => of.toggle(layer),
  }));
}
