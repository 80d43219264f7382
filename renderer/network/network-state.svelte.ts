import { untrack } from 'svelte';
import type { Highlight } from '#data/model/highlight.ts';
import { buildNetwork, type Network, type NetworkNode } from '#data/queries/network.ts';
import type { LayoutGraph, LayoutNode } from '#data/layout/layout.ts';
import { shortName } from '#data/queries/short-name.ts';
import { usual, type Measure } from '#data/scene/measure.ts';
import type { SizeBy } from '#data/scene/meaning.ts';
import { roomsOf } from '#data/scene/room.ts';
import { sceneOf } from '#data/scene/scene-of.ts';
import type { Scene } from '#data/scene/scene.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import { placeCache, quoteCache, type MarkCache } from '../state/mark-cache.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import { AttentionState } from './attention.svelte.ts';
import type { Hovered } from './canvas/canvas-events.ts';
import { onTheme, readPalette, type Palette } from './canvas/palette.ts';
import { measureWith } from './canvas/text-width.ts';
import { marksOf } from './graph/emphasis.ts';
import {
  isFiltering,
  openFilter,
  visibleNetwork,
  type NetworkFilter,
  type VisibleNetwork,
} from './graph/filter.ts';
import { loosened, type Wanted } from './graph/loosen.ts';
import { notesOf, type Note } from './graph/notes.ts';
import { Placement } from './placement/placement.svelte.ts';

/** From this many actors on the canvas draws without edges while it moves. */
const HEAVY = 400;

/** What the network view shows: everything on screen is derived from the case, filter and selection. */
export class NetworkState {
  readonly model: CaseModel;
  readonly selection: Selection;
  /** Highlights that somebody looks at. */
  readonly quotes: MarkCache<Highlight>;
  /** Where the highlights are that carry relations. */
  readonly evidence: MarkCache<string>;
  readonly placement: Placement;
  filter: NetworkFilter = $state.raw(openFilter);
  sizeBy: SizeBy = $state('mentions');
  /** Whether areas lie around the members of groups. */
  areas = $state(false);
  hovered: Hovered | null = $state.raw(null);
  palette: Palette = $state.raw(readPalette());
  /** Whether the fonts are here, so that the canvas can be drawn. */
  ready = $state(false);
  /** Width through height of the pane. */
  aspect = $state(1.3);

  readonly network: Network = $derived.by(() => this.#build());
  readonly visible: VisibleNetwork = $derived.by(() =>
    visibleNetwork(this.network, this.filter, (id) => this.#names(id)),
  );
  /** Whether anything is filtered away by choice. */
  readonly isFiltering: boolean = $derived(isFiltering(this.filter));
  /** What has to be said about what is hidden. */
  readonly notes: readonly Note[] = $derived.by(() =>
    notesOf({
      network: this.network,
      visible: this.visible,
      filter: this.filter,
      selected: this.#selected(),
      names: (id) => this.#names(id),
    }),
  );
  /** Widths of words: from the font, once it is here. */
  readonly #measure: Measure = $derived.by(() =>
    this.ready ? measureWith(this.palette.font) : usual,
  );
  /** What is drawn: those who are visible and have a position, and what their marks mean. */
  readonly scene: Scene = $derived.by(() =>
    sceneOf(this.visible, this.placement.positions, {
      codebook: {
        entityTypes: this.model.table('entityType'),
        relationTypes: this.model.table('relationType'),
      },
      sizeBy: this.sizeBy,
      shortName: this.shortName,
      measure: this.#measure,
      switched: { whole: this.network, off: this.filter },
      ...(this.areas ? { memberships: this.network } : {}),
    }),
  );
  readonly boxes: readonly LayoutNode[] = $derived(roomsOf(this.visible, this));
  readonly graph: LayoutGraph = $derived({
    nodes: this.boxes,
    edges: this.visible.edges.map(({ from, to }) => ({ from, to })),
    aspect: this.aspect,
  });
  /** What the program places: everybody, whatever is filtered, as far as a canvas can carry it. */
  readonly whole: LayoutGraph = $derived.by(() =>
    this.network.nodes.length > this.filter.limit
      ? this.graph
      : {
          nodes: roomsOf(this.network, this),
          edges: this.network.edges.map(({ from, to }) => ({ from, to })),
          aspect: this.aspect,
        },
  );
  readonly heavy: boolean = $derived(this.visible.nodes.length >= HEAVY);
  readonly attention: AttentionState;
  readonly marks: ReadonlyMap<string, string> = $derived.by(() =>
    marksOf(
      {
        nodes: this.visible.nodes,
        edges: this.visible.edges,
        found: this.visible.found,
        hovered: this.hovered?.id,
      },
      this.attention.current,
    ),
  );

  constructor(model: CaseModel, selection: Selection) {
    this.model = model;
    this.selection = selection;
    this.quotes = quoteCache(model);
    this.evidence = placeCache(model);
    this.placement = new Placement(model);
    this.attention = new AttentionState(model, selection, this.quotes);
  }

  /** Follows theme and case; returns how to stop. */
  start(): () => void {
    const stop = onTheme(() => (this.palette = readPalette()));
    // A canvas draws with whatever font is there, and does not draw again when another comes.
    void document.fonts.load(`500 12px ${this.palette.font}`).finally(() => (this.ready = true));
    return () => {
      stop();
      this.placement.cancel();
      this.quotes.close();
      this.evidence.close();
    };
  }

  /** Changes parts of the filter. */
  show(part: Partial<NetworkFilter>): void {
    this.filter = { ...this.filter, ...part };
  }

  /** Shows everything again. */
  showAll(): void {
    this.filter = openFilter;
  }

  /** Asks the same again without what else is filtered away. */
  release(): void {
    const { focus, text } = this.filter;
    this.filter = { ...openFilter, focus, text };
  }

  /** Gives up as much of the filter as it takes to see an actor or a relation. */
  loosen(wanted: Wanted): void {
    this.filter = loosened(this.filter, this.network, wanted, (id) => this.#names(id));
  }

  /** Name of an actor of the case. */
  nameOf(id: string): string {
    return this.model.table('entity').get(id)?.name ?? id;
  }

  /** Fetches where the quotes of all relations are. Throws what the desktop refuses. */
  wantEvidence(): Promise<void> {
    const relations = [...this.model.table('relation').values()];
    return untrack(() => this.evidence.want(relations.flatMap(({ evidence }) => evidence)));
  }

  /** Fetches the highlight that is selected, if one is. Throws what the desktop refuses. */
  async wantSelected(): Promise<void> {
    const { item } = this.selection;
    if (item?.kind === 'highlight') await untrack(() => this.quotes.want([item.id]));
  }

  #selected(): Wanted[] {
    const { item, entities } = this.selection;
    if (entities.size > 0) return [...entities].map((id) => ({ kind: 'entity', id }));
    return item?.kind === 'entity' || item?.kind === 'relation'
      ? [{ kind: item.kind, id: item.id }]
      : [];
  }

  #build(): Network {
    const { model } = this;
    return buildNetwork({
      entities: model.table('entity').values(),
      relations: model.table('relation').values(),
      relationType: (id) => model.table('relationType').get(id),
      document: (id) => model.table('document').get(id),
      documentOf: (id) => this.evidence.get(id),
      mentions: (id) => model.mentionCounts.of(id),
      independent: model.independent,
    });
  }

  /** The name that stands at a node of the canvas. */
  readonly shortName = ({ id, name }: Pick<NetworkNode, 'id' | 'name'>): string =>
    shortName(name, this.model.table('entity').get(id)?.aliases ?? []);

  #names(id: string): string[] {
    const entity = this.model.table('entity').get(id);
    return entity ? [entity.name, ...entity.aliases.map(({ name }) => name)] : [];
  }
}
