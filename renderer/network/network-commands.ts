import { layouts } from '#data/layout/registry.ts';
import { say } from '#data/words/say.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { Arrangement } from './arrange.ts';
import type { NetworkControl } from './network-control.svelte.ts';
import { alignments } from './placement/align.ts';

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
  const { net } = control;
  return [
    {
      id: 'network.fit',
      title: say('networkPane.fit'),
      key: '0',
      run: () => control.sight.fit(),
    },
    {
      id: 'network.zoomIn',
      title: say('networkPane.zoom-in'),
      key: '+',
      run: () => control.sight.zoomBy(1.25),
    },
    {
      id: 'network.zoomOut',
      title: say('networkPane.zoom-out'),
      key: '-',
      run: () => control.sight.zoomBy(0.8),
    },
    {
      id: 'network.areas',
      title: say('networkPane.areas'),
      key: 'M',
      run: () => (net.areas = !net.areas),
    },
    {
      id: 'network.selectAll',
      title: say('networkPane.select-all'),
      key: 'Ctrl+A',
      run: () => control.selectAll(),
    },
    {
      id: 'network.lasso',
      title: say('networkPane.lasso'),
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
      title: say('networkPane.show-around'),
      key: 'N',
      enabled: one,
      run: () => control.focusAround(1),
    },
    {
      id: 'network.around2',
      title: say('networkPane.show-around-two'),
      key: 'Shift+N',
      enabled: one,
      run: () => control.focusAround(2),
    },
    {
      id: 'network.between',
      title: say('networkPane.show-between'),
      key: 'P',
      enabled: two,
      run: () => control.focusBetween(),
    },
    {
      id: 'network.linkedOnly',
      title: say('networkPane.linked-only'),
      key: 'U',
      run: () => net.show({ linkedOnly: !net.filter.linkedOnly }),
    },
    {
      id: 'network.showAll',
      title: say('networkPane.show-whole'),
      key: 'A',
      run: () => control.showAll(),
    },
    {
      id: 'network.link',
      title: say('networkPane.link'),
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
      title: say('networkPane.lay-out-by', { layout: label }),
      ...(index === 0 ? { key: 'G' } : {}),
      run: () => arrangement.layOut(id),
    })),
    ...alignments.map((how) => ({
      id: `network.align.${how}`,
      title: say(`networkPane.align-selected-${how}`),
      enabled: several,
      run: () => arrangement.align(how),
    })),
    {
      id: 'network.distribute.x',
      title: say('networkPane.spread-selected-across'),
      enabled: several,
      run: () => arrangement.distribute('x'),
    },
    {
      id: 'network.distribute.y',
      title: say('networkPane.spread-selected-down'),
      enabled: several,
      run: () => arrangement.distribute('y'),
    },
  ];
}
