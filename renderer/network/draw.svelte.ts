import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { GraphCanvas } from './canvas/graph-canvas.ts';
import { labelled, labelsAt } from './canvas/labels.ts';
import type { Look } from './canvas/viewport.ts';
import type { NetworkControl } from './network-control.svelte.ts';

/**
 * Draws the network into an element. The canvas is made once (and again when the network becomes
 * large or small); what it shows follows the state, each kind of change by an effect of its own.
 */
export function drawing(control: NetworkControl, saved: Look | null): Attachment<HTMLElement> {
  const { net } = control;
  let look = saved;
  return (container) => {
    const { heavy, ready } = net;
    if (!ready) return;
    const canvas = untrack(() => {
      const { palette } = net;
      return new GraphCanvas({ container, palette, listener: control, heavy, look });
    });
    control.canvas = canvas;
    follow(control, canvas, look === null);
    return () => {
      look = canvas.look;
      if (control.canvas === canvas) control.canvas = null;
      canvas.destroy();
    };
  };
}

function follow(control: NetworkControl, canvas: GraphCanvas, fitFirst: boolean): void {
  const { net } = control;
  let fresh = fitFirst;
  $effect(() => {
    const { places } = net.placement;
    const placed = net.elements.filter(({ id, data, group }) =>
      group === 'nodes'
        ? places.has(id)
        : places.has(String(data['source'])) && places.has(String(data['target'])),
    );
    canvas.show(placed, places);
    if (!fresh || placed.length === 0) return;
    fresh = false;
    untrack(() => control.show(0));
  });
  $effect(() => canvas.restyle(net.palette));
  $effect(() => canvas.mark(net.marks));
  $effect(() => {
    const { marks, visible } = net;
    const some = visible.nodes.some(({ id }) => marks.get(id) === 'faded');
    const meant = (id: string) => (some ? marks.get(id) !== 'faded' : marks.has(id));
    const nodes = labelled(net.elements, net.placement.places, meant);
    canvas.label(labelsAt(nodes, control.labelScale, control.sight), control.labelScale);
  });
  $effect(() => canvas.select(net.selection.entities));
  $effect(() => {
    const { focusEntity } = net.selection;
    if (focusEntity) untrack(() => control.reveal(focusEntity.id));
  });
}
