import { describe, expect, test } from 'vitest';
import { kinAnswer } from '#data/queries/kin-answers.ts';
import { kinIn } from '#data/queries/kin-in.ts';
import { kinLooks } from '#data/queries/kin-looks.ts';
import { toTheEnd } from '#data/queries/to-the-end.ts';
import { codebook } from '../operations/seed.ts';
import { TestCase } from '../operations/test-case.ts';

const TEXT =
  'The armies of four neighbours agreed on Wednesday to share what they know, Xinhua reported, and to meet again in the year that comes.';

/** Two copies of one text that name Xinhua, and what was found in them. */
function found() {
  const one = new TestCase();
  one.do('case.create', { uid: 'u1', title: 'A case', codebook });
  one.addText('a', TEXT);
  one.addText('b', `${TEXT} They said so.`);
  return { one, kin: toTheEnd(kinIn(one.state)) };
}

const asked = ({ one, kin }: ReturnType<typeof found>) =>
  [...kinLooks(one.state, kin)].flatMap(([id, questions]) =>
    questions.map((question) =>
      question.kind === 'kin'
        ? `${id} ${question.pair.kind} ${question.other.id}`
        : `${id} ${question.origin.name} ${question.origin.documents.join('')}`,
    ),
  );

function answer({ one, kin }: ReturnType<typeof found>, kind: 'kin' | 'origin', isYes: boolean) {
  const questions = [...kinLooks(one.state, kin).values()].flat();
  const question = questions.find((each) => each.kind === kind);
  if (!question) throw new Error('it is not asked');
  const { op, input } = kinAnswer(one.state, question, isYes);
  one.do(op, input);
}

describe('what is asked about where documents come from', () => {
  test('stands at the document that goes back to the other, and at the one whose words say it', () => {
    expect(asked(found())).toEqual(['b copy-of a', 'a Xinhua ab']);
  });

  test.each([true, false])('is answered by a record, yes: %s, and not asked again', (isYes) => {
    const both = found();
    answer(both, 'kin', isYes);
    answer(both, 'origin', isYes);
    const state = isYes ? 'confirmed' : 'refused';
    const { score } = both.kin.pairs[0] ?? {};
    expect([...both.one.state.all('documentLink')]).toMatchObject([
      { type: 'copy-of', from: 'b', to: 'a', state, score },
    ]);
    expect([...both.one.state.all('origin')]).toMatchObject([
      { name: 'Xinhua', documents: ['a', 'b'], state, from: { document: 'a' } },
    ]);
    expect(asked(both)).toEqual([]);
    both.one.do('undo', {});
    expect(asked(both)).toEqual(['a Xinhua ab']);
  });

  test('puts documents under an origin that is there, whatever it is called', () => {
    const both = found();
    const name = 'Xinhua News Agency';
    both.one.do('origin.add', { name, documents: ['b'], reason: 'Seen' });
    expect(asked(both)).toEqual(['b copy-of a', 'a Xinhua a']);
    answer(both, 'origin', true);
    expect([...both.one.state.all('origin')]).toMatchObject([{ name, documents: ['b', 'a'] }]);
  });

  test('is not asked of documents that are gone', () => {
    const both = found();
    both.one.do('document.remove', { id: 'a' });
    expect(asked(both)).toEqual(['b Xinhua b']);
  });
});
