import { residentKinds } from '#data/model/records.ts';
import type { CaseState } from '#data/state/case-state.ts';
import { TestCase } from '../operations/test-case.ts';
import { codebook } from '../operations/seed.ts';
import { HALF } from './hostile.ts';

/** Words that go into every place of a case that a report prints. */
export interface Words {
  line: string;
  prose: string;
}

/** A case of two documents in which every printed field holds the given words, with halves of characters. */
export function caseOf({ line, prose }: Words): CaseState {
  const one = new TestCase();
  const [person, ...others] = codebook.entityTypes;
  const [member, ...types] = codebook.relationTypes;
  one.do('case.create', {
    uid: 'u1',
    title: line,
    codebook: {
      ...codebook,
      name: line,
      entityTypes: [{ ...person, name: line, shape: line }, ...others],
      relationTypes: [{ ...member, name: line, inverse: line }, ...types],
      tags: [
        { id: 't1', name: line },
        { id: 't2', name: line, parent: 't1' },
      ],
    },
  });
  one.addText('d1', `${prose} end`);
  one.addText('d2', 'plain words');
  one.do('document.update', { id: 'd1', title: line, publisher: line, author: line, url: line });
  const length = one.state.text('d1').text.length;
  one.do('highlight.add', {
    id: 'h1',
    document: 'd1',
    start: 0,
    end: length,
    tags: ['t2'],
    note: prose,
  });
  one.do('highlight.add', { id: 'h2', document: 'd2', start: 0, end: 5 });
  one.do('entity.add', {
    id: 'a',
    type: 'person',
    name: line,
    aliases: [{ name: line, evidence: 'h2' }],
    attributes: { [line]: line },
    note: prose,
  });
  one.do('entity.add', { id: 'b', type: 'state', name: line });
  one.do('relation.add', {
    id: 'r1',
    type: 'member',
    from: 'a',
    to: 'b',
    evidence: ['h1'],
    note: prose,
  });
  one.do('event.add', {
    id: 'v1',
    type: line,
    title: line,
    participants: [{ entity: 'a', role: line }],
    evidence: ['h1'],
    note: prose,
  });
  one.do('claim.add', {
    id: 'c1',
    text: prose,
    attribution: { name: line, via: { entity: 'a' } },
    evidence: ['h2'],
    note: prose,
  });
  return halved(one);
}

/** Puts halves of characters where a case from before the check may have them. */
function halved({ state, texts }: TestCase): CaseState {
  const patched = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll(HALF, '\\uD800')) as T;
  for (const [blob, words] of texts) texts.set(blob, words.replaceAll(HALF, '\uD800'));
  for (const kind of residentKinds) {
    for (const record of [...state.all(kind)]) state.put(kind, record.id, patched(record));
  }
  for (const { id } of state.all('document')) {
    for (const mark of [...state.highlightsOf(id)]) state.highlights.apply(mark, patched(mark));
  }
  return state;
}
