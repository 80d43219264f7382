import { describe, expect, it } from 'vitest';
import { AppError } from '#data/errors.ts';
import { compileSample } from '#data/samples/compile-sample.ts';
import { parseMarkup } from '#data/samples/parse-markup.ts';
import type { SampleSources } from '#data/samples/sample.ts';

const note =
  'title: Note\ndate: 2016\n\n[Ada](@ada) met [Bo](@bo #talks).\nBo was [late](#doubt | By an hour.).\n';

/** A case of one note, with some of its files replaced. */
function sources(replaced: Record<string, string> = {}): SampleSources {
  const texts: Record<string, string> = {
    n01: note,
    actors: 'ada | person | Ada\n  alias: Ada\nbo | person | Bo\n',
    relations: 'ada | meets | bo\n  status: ended\n  N01 "Ada met Bo"\n',
    events: 'e1 | meeting | They meet\n  who: ada, host\n  place: bo\n  N01 "Ada met Bo"\n',
    claims: 'c1 | Bo was late.\n  by: @ada < somebody\n  N01 "late"\n',
    positions: 'ada | 10 | -20\n',
    ...replaced,
  };
  const file = (id: string) => ({ name: `${id}.txt`, text: texts[id] ?? '' });
  return {
    title: 'Small',
    summary: 'Two people.',
    notes: [file('n01')],
    actors: file('actors'),
    relations: file('relations'),
    events: file('events'),
    claims: file('claims'),
    positions: file('positions'),
  };
}

describe('marks in a text', () => {
  it('nest, and keep their half-open places in the text without markup', () => {
    const { text, marks } = parseMarkup(
      'f',
      ['[One [two](@b) three](#t)', 'four', '', '[five](#u)'],
      1,
    );
    expect(text).toBe('One two three four\n\nfive\n');
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'One two three',
      'two',
      'five',
    ]);
    expect(marks[0]).toMatchObject({ tags: ['t'], start: 0, end: 13 });
    expect(marks[1]).toMatchObject({ entity: 'b', tags: [] });
  });
});

describe('a small sample', () => {
  it('becomes documents and operations in the order in which they may run', () => {
    const { documents, operations } = compileSample(sources());
    expect(documents).toEqual([
      {
        id: 'n01',
        origin: 'n01.txt',
        title: 'Note',
        published: '2016',
        text: 'Ada met Bo. Bo was late.\n',
      },
    ]);
    expect(operations.map(({ op, input }) => [op, input['id']])).toEqual([
      ['entity.add', 'ada'],
      ['entity.add', 'bo'],
      ['highlight.add', 'n01.0-10'],
      ['highlight.add', 'n01.0-3'],
      ['highlight.add', 'n01.8-10'],
      ['highlight.add', 'n01.19-23'],
      ['entity.update', 'ada'],
      ['relation.add', 'ada.meets.bo'],
      ['event.add', 'e1'],
      ['claim.add', 'c1'],
      ['position.set', undefined],
      ['report.add', 'report-sample'],
    ]);
  });

  it('reads voices, roles, remarks and proofs of aliases', () => {
    const { operations } = compileSample(sources());
    const input = (id: string, op: string) =>
      operations.find((one) => one.op === op && one.input['id'] === id)?.input;
    expect(input('c1', 'claim.add')).toMatchObject({
      attribution: { entity: 'ada', via: { name: 'somebody' } },
      evidence: ['n01.19-23'],
    });
    expect(input('e1', 'event.add')).toMatchObject({
      place: 'bo',
      participants: [{ entity: 'ada', role: 'host' }],
    });
    expect(input('n01.19-23', 'highlight.add')).toMatchObject({
      tags: ['doubt'],
      note: 'By an hour.',
    });
    expect(input('ada', 'entity.update')).toEqual({
      id: 'ada',
      aliases: [{ name: 'Ada', evidence: 'n01.0-3' }],
    });
    expect(input('ada.meets.bo', 'relation.add')).toMatchObject({ status: 'ended' });
  });
});

describe('mistakes in the sources', () => {
  it.each([
    ['no title', { n01: 'date: 2016\n\nText\n' }, 'n01.txt:1: the header has no title'],
    ['an unknown header', { n01: 'title: T\nauthour: X\n\nText\n' }, 'n01.txt:2: '],
    ['an open mark', { n01: 'title: T\n\nOne\n[two\n' }, 'n01.txt:4: a mark is not closed'],
    ['a mark over paragraphs', { n01: 'title: T\n\n[two\n\nx](#t)\n' }, 'n01.txt:3: a mark is not'],
    [
      'a mark without target',
      { n01: 'title: T\n\n[two] three\n' },
      'n01.txt:3: “]” closes no mark',
    ],
    [
      'two actors in a mark',
      { n01: 'title: T\n\n[x](@ada @bo)\n' },
      'n01.txt:3: “@ada @bo” is not',
    ],
    [
      'two actors for the same words',
      { n01: 'title: T\n\n[[x](@ada)](@bo)\n' },
      'n01.txt:3: the same',
    ],
    ['an unknown actor in a note', { n01: 'title: T\n\n[x](@eve)\n' }, 'n01.txt:3: no actor'],
    ['an actor twice', { actors: 'ada | person | A\nada | person | B\n' }, 'actors.txt:2: ada is'],
    ['evidence of an actor', { actors: 'ada | person | A\n  N01 "x"\n' }, 'actors.txt:1: an actor'],
    ['a head of two parts', { actors: 'ada | person\n' }, 'actors.txt:1: an entry begins with 3'],
    ['a detail of nothing', { actors: '  alias: x\n' }, 'actors.txt:1: an indented line'],
    ['a detail that is none', { actors: 'ada | person | A\n  hello\n' }, 'actors.txt:2: neither'],
    [
      'an unknown key',
      { actors: 'ada | person | A\n  age: 3\n' },
      'actors.txt:2: “age” is none of',
    ],
    [
      'a quote that is not there',
      { relations: 'ada | meets | bo\n  N01 "Eve"\n' },
      'relations.txt:2: n01 has no',
    ],
    [
      'a quote that is there twice',
      { relations: 'ada | meets | bo\n  N01 "Bo"\n' },
      'relations.txt:2: n01 has the',
    ],
    [
      'a note that is not there',
      { relations: 'ada | meets | bo\n  N09 "Bo"\n' },
      'relations.txt:2: there is no note',
    ],
    ['no evidence', { relations: 'ada | meets | bo\n' }, 'relations.txt:1: there is no evidence'],
    [
      'evidence twice',
      { relations: 'ada | meets | bo\n  N01 "late"\n  N01 "late"\n' },
      'relations.txt:1: the same',
    ],
    [
      'an unknown end',
      { relations: '\neve | meets | bo\n  N01 "late"\n' },
      'relations.txt:2: no actor',
    ],
    [
      'a relation twice',
      { relations: 'ada, ada | meets | bo\n  N01 "late"\n' },
      'relations.txt:1: ada.meets.bo',
    ],
    [
      'two dates',
      { events: 'e | m | t\n  date: 1\n  date: 2\n  N01 "late"\n' },
      'events.txt:1: “date” stands',
    ],
    [
      'a link to nothing',
      { claims: 'c | t\n  contradicts: d\n  N01 "late"\n' },
      'claims.txt:1: no claim',
    ],
    ['a position of words', { positions: 'ada | left | 3\n' }, 'positions.txt:1: a position is'],
  ])('%s: names the file and the line', (_, replaced, message) => {
    const thrown = (() => {
      try {
        return compileSample(sources(replaced));
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(AppError);
    const { code, message: text } = thrown as AppError;
    expect(code).toBe('invalid-input');
    expect(text).toContain(message);
  });
});
