import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { namesOf } from '#data/scene/hulls.ts';
import { labelled, labelsAt } from '#data/scene/labels/fitting.ts';
import { enlargedHulls } from '#data/scene/scale.ts';
import { GraphCanvas } from './canvas/graph-canvas.ts';
import type { Look } from './canvas/viewport.ts';
import { Arrivals } from './arrivals.ts';
import type { NetworkControl } from './network-control.svelte.ts';
import type { NetworkSight } from './sight.svelte.ts';

/**
 * Draws the network into an element. The canvas is made once (and again when the network becomes
 * large or small); what it shows follows the state, each kind of change by an effect of its own.
 */
export function drawing(control: NetworkControl, saved: Look | null): Attachment<HTMLElement> {
  const { net, sight } = control;
  let look = saved;
  const arrivals = new Arrivals(net);
  return (container) => {
    const { heavy, ready } = net;
    if (!ready) return;
    const canvas = untrack(() => {
      const { palette } = net;
      return new GraphCanvas({ container, palette, listener: control, heavy, look });
    });
    sight.canvas = canvas;
    follow(control, canvas, arrivals, look === null);
    const stop = followHand(container, sight);
    return () => {
      stop();
      look = canvas.view.look;
      if (sight.canvas === canvas) sight.canvas = null;
      canvas.destroy();
    };
  };
}

/** Tells when the pointer holds the canvas; returns how to stop. */
function followHand(container: HTMLElement, sight: NetworkSight): () => void {
  const take = () => sight.hold(true);
  const letGo = () => sight.hold(false);
  const ends = ['pointerup', 'pointercancel', 'blur'] as const;
  container.addEventListener('pointerdown', take);
  for (const end of ends) window.addEventListener(end, letGo);
  return () => {
    container.removeEventListener('pointerdown', take);
    for (const end of ends) window.removeEventListener(end, letGo);
  };
}

function follow(
  control: NetworkControl,
  canvas: GraphCanvas,
  arrivals: Arrivals,
  fitFirst: boolean,
): void {
  const { net, sight } = control;
  let fresh = fitFirst;
  $effect(() => {
    const { scene, palette } = net;
    const seen = untrack(() => canvas.view.seen(sight.free));
    canvas.show(scene, palette);
    const came = arrivals.since(scene.nodes);
    untrack(() => {
      if (!fresh) sight.redrawn(seen, came);
      else if (scene.nodes.length > 0) sight.show(0);
    });
    fresh &&= scene.nodes.length === 0;
  });
  const areas = $derived(enlargedHulls(net.scene, sight.labelScale));
  $effect(() => canvas.areas.show(areas, net.palette));
  $effect(() => canvas.restyle(net.palette));
  $effect(() => canvas.mark(net.marks));
  $effect(() => {
    const { marks, visible } = net;
    const some = visible.nodes.some(({ id }) => marks.get(id) === 'faded');
    const meant = (id: string) => (some ? marks.get(id) !== 'faded' : marks.has(id));
    const nodes = labelled(net.scene.nodes, meant);
    const labels = labelsAt(nodes, sight.labelScale, sight.within, namesOf(areas));
    canvas.label(labels, sight.labelScale);
  });
  $effect(() => canvas.select(net.selection.entities));
  $effect(() => {
    const { focusEntity } = net.selection;
    if (focusEntity) untrack(() => sight.reveal(focusEntity.id));
  });
}
