import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CaseChange, CaseSnapshot } from '#data/api/case-snapshot.ts';
import type { Events } from '#data/api/events.ts';
import { Commands } from '../../../renderer/state/commands.svelte.ts';
import { Notices } from '../../../renderer/state/notices.svelte.ts';
import { Program } from '../../../renderer/state/program.svelte.ts';
import { StubCase } from '../harness/stub-case.ts';

/** One opening of a case at the desktop, with the number of the last event about it. */
class Opening {
  readonly case: StubCase;
  readonly session: string;
  event = 0;

  constructor(title: string, session: string) {
    this.case = new StubCase(title);
    this.session = session;
  }

  snapshot(): CaseSnapshot {
    return { ...this.case.snapshot(undefined), session: this.session, event: this.event };
  }

  /** Adds an actor; the event that tells of it. */
  add(id: string): Events['change'] {
    const input = { id, type: 'state', name: id };
    const change: CaseChange = this.case.perform('entity.add', input);
    return { ...change, session: this.session, event: ++this.event };
  }
}

let open: Opening | null;
/** The calls that came about a case: its name and the session that they were meant for. */
let asked: [string, string | undefined][];
let listeners: Map<string, (payload: unknown) => void>;
let program: Program;
let stop: () => void;

const tell = (event: Events['change']) => listeners.get('change')?.(event);
const actors = () => [...(program.open?.model.table('entity').keys() ?? [])];
const title = () => program.open?.model.header.title;

const answers: Record<string, () => unknown> = {
  'case.current': () => open?.snapshot() ?? null,
  'case.open': () => open?.snapshot() ?? null,
  'case.recent': () => [],
  'app.info': () => ({}),
  'settings.get': () => ({}),
};

async function call(name: string, _input: unknown, session?: string): Promise<string> {
  const answer = answers[name];
  if (answer) return JSON.stringify({ ok: true, value: answer() });
  asked.push([name, session]);
  if (session === open?.session) return JSON.stringify({ ok: true, value: null });
  const error = { code: 'other-case', message: 'Another case.', details: {} };
  return JSON.stringify({ ok: false, error });
}

beforeEach(async () => {
  asked = [];
  listeners = new Map();
  open = new Opening('A', 'sa');
  const on = (event: string, listener: (payload: unknown) => void) => {
    listeners.set(event, listener);
    return () => listeners.delete(event);
  };
  vi.stubGlobal('window', { desktop: { call, on } });
  program = new Program(new Notices(), new Commands());
  stop = program.start();
  await vi.waitFor(() => expect(title()).toBe('A'));
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

const opened = (): Opening => {
  if (!open) throw new Error('a case is open');
  return open;
};

test('an event that was missed makes the window ask how the case stands', async () => {
  tell(opened().add('one'));
  expect(actors()).toEqual(['one']);
  const shown = program.open;
  opened().add('missed');
  tell(opened().add('three'));
  await vi.waitFor(() => expect(actors()).toEqual(['one', 'missed', 'three']));
  expect(program.open).toBe(shown);
  expect(program.open?.model.event).toBe(3);
});

test('an event that the snapshot tells already is not taken twice', async () => {
  const late = opened().add('one');
  opened().add('two');
  tell({ ...late, event: 2 });
  await vi.waitFor(() => expect(actors()).toEqual(['one', 'two']));
  tell(late);
  expect(actors()).toEqual(['one', 'two']);
});

test('an event of another case changes nothing, and is heard again when that case comes', async () => {
  const next = new Opening('B', 'sb');
  const before = next.snapshot();
  const early = next.add('of-b');
  tell(early);
  expect(actors()).toEqual([]);
  // The answer to the opening was taken before the event, and comes after it.
  open = next;
  answers['case.open'] = () => before;
  expect(await program.cases.open('b')).toBe(true);
  answers['case.open'] = answers['case.current'] ?? (() => null);
  await vi.waitFor(() => expect(actors()).toEqual(['of-b']));
  expect(title()).toBe('B');
});

test('an edit of a case that is closed meanwhile is refused, and what is open is shown', async () => {
  const { model } = program.open ?? {};
  open = new Opening('B', 'sb');
  open.add('of-b');
  await expect(model?.perform('tag.add', { id: 't', name: 'T' })).rejects.toMatchObject({
    code: 'other-case',
  });
  expect(asked).toEqual([['case.perform', 'sa']]);
  await vi.waitFor(() => expect(title()).toBe('B'));
  expect(actors()).toEqual(['of-b']);
});

test('a case that failed to open leaves no other one behind that is shown but closed', async () => {
  answers['case.open'] = () => {
    throw new Error('unreadable');
  };
  open = null;
  expect(await program.cases.open('b')).toBe(false);
  expect(program.open).toBe(null);
  answers['case.open'] = answers['case.current'] ?? (() => null);
});
