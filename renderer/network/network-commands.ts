import { layouts } from '#data/queries/layout/registry.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { Arrangement } from './arrange.ts';
import type { NetworkControl } from './network-control.svelte.ts';
import { alignments } from './places/align.ts';

/** A command with the key that means it while the network has the focus. */
type Keyed = Omit<Command, 'group' | 'keys'> & { key?: string };

/**
 * Commands of the network for palette, menu and keys. Their keys are single letters, so they count
 * only where `listening` says so: while the network has the focus, and in lists of keys.
 */
export function networkCommands(
  control: NetworkControl,
  arrangement: Arrangement,
  listening: () => boolean,
): Command[] {
  const all = [
    ...viewCommands(control),
    ...filterCommands(control),
    ...moves(control, arrangement),
  ];
  return all.map(({ key, ...command }) => ({
    ...command,
    group: 'Network',
    get keys() {
      return key && listening() ? [key] : [];
    },
  }));
}

function viewCommands(control: NetworkControl): Keyed[] {
  return [
    {
      id: 'network.fit',
      title: 'Fit the network to the pane',
      key: '0',
      run: () => control.sight.fit(),
    },
    {
      id: 'network.zoomIn',
      title: 'Zoom into the network',
      key: '+',
      run: () => control.sight.zoomBy(1.25),
    },
    {
      id: 'network.zoomOut',
      title: 'Zoom out of the network',
      key: '-',
      run: () => control.sight.zoomBy(0.8),
    },
    {
      id: 'network.selectAll',
      title: 'Select all actors on screen',
      key: 'Ctrl+A',
      run: () => control.selectAll(),
    },
    {
      id: 'network.lasso',
      title: 'Select actors with the lasso',
      key: 'L',
      run: () => (control.tool = control.tool === 'lasso' ? 'move' : 'lasso'),
    },
  ];
}

function filterCommands(control: NetworkControl): Keyed[] {
  const { net } = control;
  const one = () => control.meant.length > 0;
  const two = () => control.meant.length === 2;
  return [
    {
      id: 'network.around1',
      title: 'Show only the selection and its neighbours',
      key: 'N',
      enabled: one,
      run: () => control.focusAround(1),
    },
    {
      id: 'network.around2',
      title: 'Show only what is two steps from the selection',
      key: 'Shift+N',
      enabled: one,
      run: () => control.focusAround(2),
    },
    {
      id: 'network.between',
      title: 'Show the shortest ways between two selected actors',
      key: 'P',
      enabled: two,
      run: () => control.focusBetween(),
    },
    {
      id: 'network.linkedOnly',
      title: 'Hide or show actors without relations',
      key: 'U',
      run: () => net.show({ linkedOnly: !net.filter.linkedOnly }),
    },
    {
      id: 'network.showAll',
      title: 'Show the whole network',
      key: 'A',
      run: () => control.showAll(),
    },
    {
      id: 'network.link',
      title: 'Link the two selected actors',
      key: 'R',
      enabled: two,
      run: () => control.link(),
    },
  ];
}

function moves(control: NetworkControl, arrangement: Arrangement): Keyed[] {
  const several = () => control.chosen.length > 1;
  return [
    ...layouts.map(({ id, label }, index) => ({
      id: `network.layout.${id}`,
      title: `Lay out the network: ${label}`,
      ...(index === 0 ? { key: 'G' } : {}),
      run: () => arrangement.layOut(id),
    })),
    ...alignments.map((how) => ({
      id: `network.align.${how}`,
      title: `Align selected actors: ${how}`,
      enabled: several,
      run: () => arrangement.align(how),
    })),
    {
      id: 'network.distribute.x',
      title: 'Spread selected actors evenly from left to right',
      enabled: several,
      run: () => arrangement.distribute('x'),
    },
    {
      id: 'network.distribute.y',
      title: 'Spread selected actors evenly from top to bottom',
      enabled: several,
      run: () => arrangement.distribute('y'),
    },
  ];
}
