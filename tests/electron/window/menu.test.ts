import { describe, expect, test } from 'vitest';
import { menuTable, type CommandEntry, type Entry } from '../../../electron/window/menu-table.ts';
import { appCommands } from '../../../renderer/app-commands.ts';
import { importCommands } from '../../../renderer/imports/import-commands.ts';
import { networkCommands } from '../../../renderer/network/network-commands.ts';
import { readerCommands } from '../../../renderer/reader/reader-commands.ts';
import { layerCommands } from '../../../renderer/reader/layers.svelte.ts';
import { regionCommands } from '../../../renderer/reader/regions/region-commands.ts';
import { safekeepingCommands } from '../../../renderer/safekeeping/safekeeping-commands.ts';
import type { Command } from '../../../renderer/state/commands.svelte.ts';
import { caseCommands } from '../../../renderer/workbench/case-commands.ts';
import { layoutCommands } from '../../../renderer/workbench/layout-commands.ts';

function commandsOf(entries: readonly Entry[]): CommandEntry[] {
  return entries.flatMap((entry) => {
    if (entry === '-' || 'role' in entry) return [];
    return 'entries' in entry ? commandsOf(entry.entries) : [entry];
  });
}

/** Parts that no command touches until it runs. */
const parts = { net: {}, model: {}, layout: {} } as never;
const palette = new Map<string, Command>(
  [
    ...appCommands(parts),
    ...caseCommands(parts),
    ...importCommands(parts),
    ...safekeepingCommands(parts),
    ...layoutCommands(parts),
    ...readerCommands(parts),
    ...layerCommands(parts),
    ...regionCommands(parts, parts, () => undefined),
    ...networkCommands(parts, parts, () => false),
  ].map((command) => [command.id, command]),
);

/** An accelerator as the palette writes keys. */
function paletteKeys(accelerator: string): string {
  return accelerator
    .replace('CmdOrCtrl', 'Ctrl')
    .replace(/\b(Up|Down|Left|Right)$/, (arrow) => `Arrow${arrow}`);
}

describe('the menu', () => {
  const entries = menuTable.flatMap((menu) => commandsOf(menu.entries));

  test.each(entries.map((entry) => [entry.command, entry] as const))(
    '%s is a command of the palette, with the same key',
    (id, { keys }) => {
      const command = palette.get(id);
      expect(command).toBeDefined();
      if (keys !== undefined) expect(command?.keys).toContain(paletteKeys(keys));
    },
  );

  test('has every command once', () => {
    const ids = entries.map(({ command }) => command);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has no letters that Alt would take from the page', () => {
    for (const { label } of [...menuTable, ...entries]) expect(label).not.toContain('&');
  });
});
