import { expect, test, vi } from 'vitest';
import { Commands, keyName, type Command } from '../../../renderer/state/commands.svelte.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
});
const named = (...args: Parameters<typeof press>) => keyName(press(...args) as KeyboardEvent);
const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  title: id,
  group: 'Edit',
  run: vi.fn(),
  ...more,
});

test('keys are named as people write them', () => {
  expect(named('z', { ctrlKey: true })).toBe('Ctrl+Z');
  expect(named('Z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
  expect(named('z', { metaKey: true })).toBe('Ctrl+Z');
  expect(named('?', { shiftKey: true })).toBe('?');
  expect(named('F3', { shiftKey: true })).toBe('Shift+F3');
});

test('a command that is not enabled is neither run nor meant by its key', () => {
  const commands = new Commands();
  const off = command('a', { keys: ['Ctrl+A'], enabled: () => false });
  commands.add([off]);
  expect(commands.run('a')).toBe(false);
  expect(off.run).not.toHaveBeenCalled();
  expect(commands.forKey(press('a', { ctrlKey: true }) as KeyboardEvent)).toBeUndefined();
});

test('areas take back only what they added', () => {
  const commands = new Commands();
  const takeBack = commands.add([command('a'), command('b')]);
  const newer = command('b');
  commands.add([newer]);
  takeBack();
  expect(commands.all).toEqual([newer]);
  expect(commands.run('b')).toBe(true);
  expect(newer.run).toHaveBeenCalledOnce();
});
