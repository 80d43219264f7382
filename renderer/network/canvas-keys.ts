import type { Arrangement } from './arrange.ts';
import type { NetworkControl } from './network-control.svelte.ts';
import { directions } from './placement/direction.ts';

/** Way of one nudge, in CSS pixels of the network. */
const NUDGE = 8;

/**
 * Keys that belong to the canvas itself: arrows walk, Shift and arrows nudge, Enter shows mentions,
 * Escape steps back. The others are commands.
 */
export function canvasKeys(control: NetworkControl, arrangement: Arrangement) {
  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (handle(event, control, arrangement)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

function handle(event: KeyboardEvent, control: NetworkControl, arrangement: Arrangement): boolean {
  const towards = directions[event.key];
  if (towards && event.shiftKey) {
    arrangement.nudge(towards.x * NUDGE, towards.y * NUDGE);
    return true;
  }
  if (towards) {
    control.walk(event.key);
    return true;
  }
  const { item } = control.net.selection;
  if (event.key === 'Enter' && item?.kind === 'entity') {
    control.actorOpened(item.id);
    return true;
  }
  if (event.key === 'Enter' && item?.kind === 'relation') {
    control.relationOpened(item.id);
    return true;
  }
  return event.key === 'Escape' && stepBack(control);
}

/** Takes back one thing: the lasso, the running layout, the selection, the focus. */
function stepBack(control: NetworkControl): boolean {
  const { net } = control;
  if (control.tool === 'lasso') control.tool = 'move';
  else if (net.placement.progress) net.placement.cancel();
  else if (net.selection.item) net.selection.select(null);
  else if (net.filter.focus) control.focus(null);
  else return false;
  return true;
}
