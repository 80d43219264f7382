import { describe, expect, test } from 'vitest';
import { ownArguments, readLaunch } from '../../electron/launch.ts';

const commands = new Set(['import', 'help']);
const read = (...args: string[]) => readLaunch(args, commands, '/home/ana');

describe('own arguments', () => {
  test('follow the name of a packaged program', () => {
    expect(ownArguments(['/opt/wakhan', 'import', 'x'], false)).toEqual(['import', 'x']);
  });

  test('follow the folder of the app in development, past the switches of Electron', () => {
    const argv = ['electron', '--no-sandbox', '-r', '/pw/loader.js', '.', 'import', '--json'];
    expect(ownArguments(argv, true)).toEqual(['import', '--json']);
  });

  test('are none when there is not even an app', () => {
    expect(ownArguments(['electron', '--version'], true)).toEqual([]);
  });
});

describe('a start', () => {
  test('without words opens the window', () => {
    expect(read()).toEqual({ mode: 'window' });
    expect(read('--user-data-dir=/tmp/x')).toEqual({ mode: 'window' });
  });

  test('with a command runs the command line with all that follows', () => {
    expect(read('import', 'a.case', '--json', 'b')).toEqual({
      mode: 'command',
      args: ['import', 'a.case', '--json', 'b'],
    });
  });

  test('with --json before the command keeps it, and nothing that is Chromium’s', () => {
    expect(read('--no-sandbox', '--json', 'import', 'a.case')).toEqual({
      mode: 'command',
      args: ['--json', 'import', 'a.case'],
    });
  });

  test('with another word opens the case of that folder', () => {
    expect(read('work/Talks.case')).toEqual({
      mode: 'window',
      casePath: '/home/ana/work/Talks.case',
    });
    expect(read('/cases/a.case')).toEqual({ mode: 'window', casePath: '/cases/a.case' });
  });

  test('with the print switch prints what comes on stdin', () => {
    expect(read('--print-pdf', '/tmp/for-chromium')).toEqual({
      mode: 'print',
      userData: '/tmp/for-chromium',
    });
  });
});
