import { describe, expect, test, vi } from 'vitest';
import { calls, isCaseCall, type CallName } from '#data/api/api.ts';
import { AppError } from '#data/errors.ts';
import type { Handlers } from '../../../electron/ipc/ipc.ts';

vi.mock('electron', () => ({ ipcMain: { handle: () => undefined }, protocol: {} }));
const { checkCaller, dispatch, reply } = await import('../../../electron/ipc/ipc.ts');
const { checkSession } = await import('../../../electron/ipc/session-check.ts');

type Caller = Parameters<typeof checkCaller>[0];

/** A page as the check sees it: contents with a main frame, and the frame that calls. */
function page(origin: string) {
  const mainFrame = { origin };
  const sender = { mainFrame };
  return { sender, senderFrame: mainFrame };
}
const check = (caller: object, ours: object) =>
  checkCaller(caller as Caller, ours as Caller['sender']);

describe('the check of a caller', () => {
  test('lets the main frame of our page in our window call', () => {
    const caller = page('app://wakhan');
    expect(() => check(caller, caller.sender)).not.toThrow();
  });

  test.each([
    ['another origin', () => page('https://wakhan')],
    ['an opaque origin', () => page('null')],
    ['an origin that only begins like ours', () => page('app://wakhan.evil')],
    ['a frame that is gone', () => ({ ...page('app://wakhan'), senderFrame: null })],
    [
      'a frame inside the page, also with our origin',
      () => ({ ...page('app://wakhan'), senderFrame: { origin: 'app://wakhan' } }),
    ],
  ])('refuses %s', (_name, make) => {
    const caller = make();
    expect(() => check(caller, caller.sender)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });

  test('refuses our page in a window that is not ours', () => {
    const caller = page('app://wakhan');
    expect(() => check(caller, page('app://wakhan').sender)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });
});

describe('a call', () => {
  const seen: unknown[] = [];
  const handlers = new Proxy({} as Handlers, {
    get: (_all, name) => (input: unknown) => seen.push([name, input]),
  });

  test('reaches its handler with the input that the contract describes', () => {
    dispatch(handlers, 'case.open', { key: 'k' });
    expect(seen).toEqual([['case.open', { key: 'k' }]]);
  });

  test.each([
    ['an unknown field', 'case.open', { key: 'k', path: '/etc' }],
    ['a missing field', 'case.open', {}],
    ['a wrong type', 'document.read', { id: 7 }],
    ['an id that is a path', 'document.read', { id: '../../etc/passwd' }],
    ['no input', 'app.info', undefined],
    ['a list of ids beyond all measure', 'highlight.quotes', { ids: Array(5001).fill('a') }],
  ])('is refused for %s', (_name, call, input) => {
    expect(() => dispatch(handlers, call, input)).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });

  test.each(['case.steal', 'constructor', '__proto__', 7, null])('%s is refused', (name) => {
    expect(() => dispatch(handlers, name, {})).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });
});

describe('a call about a case', () => {
  const seen: string[] = [];
  const handlers = new Proxy({} as Handlers, {
    get: (_all, name) => () => seen.push(String(name)),
  });
  const meantFor = (meant: unknown, open?: string) => () => checkSession(meant, open);

  test('is carried out for the opening of the case that it names, or for whichever is open', () => {
    const input = { op: 'undo', input: {} };
    dispatch(handlers, 'case.perform', input, meantFor('a', 'a'));
    dispatch(handlers, 'case.perform', input, meantFor(undefined, 'a'));
    expect(seen.splice(0)).toEqual(['case.perform', 'case.perform']);
  });

  const caseCalls = (Object.keys(calls) as CallName[]).filter(isCaseCall);

  test('is one of the calls about the open case', () => {
    expect(caseCalls).toHaveLength(52);
  });

  test.each(caseCalls)('%s never reaches another one', (name) => {
    for (const open of ['b', undefined]) {
      expect(() => dispatch(handlers, name, {}, meantFor('a', open))).toThrow(
        expect.objectContaining({ code: 'other-case' }),
      );
    }
    expect(seen).toEqual([]);
  });

  test('a call about the program does not ask which case is open', () => {
    dispatch(handlers, 'app.info', {}, meantFor('a', 'b'));
    expect(seen.splice(0)).toEqual(['app.info']);
  });
});

describe('a reply', () => {
  const log = { error: vi.fn(), note: vi.fn() };

  test('carries the value, or the refusal with its details', async () => {
    expect(await reply(log, () => 7)).toEqual({ ok: true, value: 7 });
    const error = new AppError('in-use', 'It is used.', { id: 'a' });
    expect(await reply(log, () => Promise.reject(error))).toEqual({
      ok: false,
      error: { code: 'in-use', message: 'It is used.', details: { id: 'a' } },
    });
    expect(log.error).not.toHaveBeenCalled();
  });

  test('of something unforeseen is “internal”, and the original is in the log', async () => {
    const original = new Error('no such column');
    const answer = await reply(log, () => Promise.reject(original));
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(log.error).toHaveBeenCalledWith('call', original);
  });
});
