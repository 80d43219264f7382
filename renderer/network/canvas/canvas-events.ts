import type { Core, EventObject } from 'cytoscape';
import type { Point, Positions } from '#data/layout/layout.ts';

/** What the pointer is on: a relation or an actor, and where in the pane (CSS pixels). */
export interface Hovered {
  kind: 'relation' | 'entity';
  id: string;
  at: Point;
}

/** What the analyst does on the canvas. */
export interface CanvasListener {
  /** Chose other actors than before; `last` is the one clicked, if one was. */
  selected(ids: string[], last: string | undefined): void;
  relationChosen(id: string): void;
  backgroundTapped(): void;
  relationOpened(id: string): void;
  actorOpened(id: string): void;
  /** Let go of actors that were dragged. */
  moved(positions: Positions): void;
  hovered(what: Hovered | null): void;
  viewportChanged(): void;
  /** Moved or zoomed the view. */
  viewTaken(): void;
}

/** Tells a listener of what the analyst does. `own` says that the program itself is selecting. */
export function listen(cy: Core, listener: CanvasListener, own: () => boolean): void {
  listenToSelection(cy, listener, own);
  listenToPointer(cy, listener);
  listenToDrags(cy, listener);
  cy.on('viewport', () => {
    listener.hovered(null);
    listener.viewportChanged();
  });
  cy.on('dragpan scrollzoom pinchzoom', () => {
    // The hand goes before a movement that is still under way.
    cy.stop();
    listener.viewTaken();
  });
}

function listenToSelection(cy: Core, listener: CanvasListener, own: () => boolean): void {
  let tapped: string | undefined;
  const tell = gathered(() => {
    listener.selected(
      cy.nodes(':selected').map((node) => node.id()),
      tapped,
    );
    tapped = undefined;
  });
  cy.on('select unselect', 'node', () => {
    if (!own()) tell();
  });
  cy.on('tap', 'node', ({ target }: EventObject) => {
    tapped = (target as { id(): string }).id();
    tell();
  });
  cy.on('tap', 'edge', (event) => listener.relationChosen(idOf(event)));
  cy.on('tap', ({ target }) => {
    if (target === cy) listener.backgroundTapped();
  });
}

function listenToPointer(cy: Core, listener: CanvasListener): void {
  cy.on('dbltap', 'edge', (event) => listener.relationOpened(idOf(event)));
  cy.on('dbltap', 'node', (event) => listener.actorOpened(idOf(event)));
  cy.on('mouseover mousemove', 'edge', (event) =>
    listener.hovered({ kind: 'relation', id: idOf(event), at: { ...event.renderedPosition } }),
  );
  cy.on('mouseover', 'node', (event) =>
    listener.hovered({ kind: 'entity', id: idOf(event), at: { ...event.renderedPosition } }),
  );
  cy.on('mouseout', 'node, edge', () => listener.hovered(null));
  cy.on('grab', () => listener.hovered(null));
}

function listenToDrags(cy: Core, listener: CanvasListener): void {
  const dropped = new Map<string, Point>();
  const tell = gathered(() => {
    const moved = new Map(dropped);
    dropped.clear();
    listener.moved(moved);
  });
  cy.on('dragfree', 'node', ({ target }: EventObject) => {
    const node = target as { id(): string; position(): Point };
    dropped.set(node.id(), { ...node.position() });
    tell();
  });
}

const idOf = ({ target }: EventObject): string => (target as { id(): string }).id();

/** Calls once for all events of one turn of the event loop. */
function gathered(tell: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      tell();
    });
  };
}
