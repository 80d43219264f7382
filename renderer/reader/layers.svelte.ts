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

/** The key of the layer of what is folded away: it is no underline. */
export const REGIONS_KEY = 'Alt+Shift+R';

/** The key of the layer of words that were read from pictures and may be others. */
export const UNSURE_KEY = 'Alt+Shift+U';

/** Which underlines the reader shows, and whether it shows what is folded away; kept with the view of the case. */
export class Layers {
  shown: ReadonlySet<Layer> = $state.raw(new Set(layers));
  /** Whether what is folded away is shown. */
  regions = $state(false);
  /** Whether words that may have been read wrongly from a picture look so. */
  unsure = $state(true);
  readonly #view: ViewStore;

  constructor(view: ViewStore) {
    this.#view = view;
    this.regions = view.read('shownRegions') === true;
    this.unsure = view.read('hiddenUnsure') !== true;
    const hidden = view.read('hiddenLayers');
    if (Array.isArray(hidden)) {
      this.shown = new Set(layers.filter((layer) => !hidden.includes(layer)));
    }
  }

  /** Shows what is folded away, or not. */
  toggleRegions(): void {
    this.regions = !this.regions;
    this.#view.write('shownRegions', this.regions);
  }

  /** Shows which words may have been read wrongly, or not. */
  toggleUnsure(): void {
    this.unsure = !this.unsure;
    this.#view.write('hiddenUnsure', !this.unsure);
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
  const underlines = layers.map((layer): Command => ({
    id: `reader.layer.${layer}`,
    title: say(`reader.underline-${layer}`),
    words: say('reader.underline.words'),
    group: 'Reader',
    keys: [layerWords[layer].key],
    run: () => of.toggle(layer),
  }));
  const regions: Command = {
    id: 'reader.layer.regions',
    title: say('regions.layer'),
    words: say('regions.layer.words'),
    group: 'Reader',
    keys: [REGIONS_KEY],
    run: () => of.toggleRegions(),
  };
  const unsure: Command = {
    id: 'reader.layer.unsure',
    title: say('ocr.layer'),
    words: say('ocr.layer.words'),
    group: 'Reader',
    keys: [UNSURE_KEY],
    run: () => of.toggleUnsure(),
  };
  return [...underlines, regions, unsure];
}
