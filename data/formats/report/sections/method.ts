import { say } from '../../../words/say.ts';
import { data, paragraph, text, type Block, type Content } from '../blocks.ts';
import { phrase, slot } from '../phrase.ts';
import type { ClosingSection } from './section.ts';
import { instantWords } from './sources.ts';

/** How to check the report against the case, and which state of the case it stands on. */
export const method: ClosingSection = {
  id: 'method',
  title: say('report.method'),
  about: say('report.methodAbout'),
  build({ header, options }): Block[] {
    const { journal } = options;
    const rows: (readonly [string, Content])[] = [
      [say('report.caseRow'), [data(header.title)]],
      [say('report.caseId'), [data(header.uid, 'code')]],
      [say('report.codebook'), [data(header.codebook)]],
      [say('report.made'), [text(instantWords(options.now))]],
      [say('report.madeWith'), [data(options.generator)]],
    ];
    if (journal) {
      rows.push([
        say('report.journal'),
        phrase(say('report.journalHead', { n: journal.n, hash: slot(0) }), [
          text(journal.hash, 'code'),
        ]),
      ]);
    }
    return [
      paragraph(text(say('report.reading'))),
      paragraph(text(say('report.grading'))),
      { kind: 'facts', rows },
    ];
  },
};
