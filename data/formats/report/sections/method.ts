import { data, paragraph, text, type Block, type Content } from '../blocks.ts';
import type { ClosingSection } from './section.ts';
import { instantWords } from './sources.ts';

/** How to check the report against the case, and which state of the case it stands on. */
export const method: ClosingSection = {
  id: 'method',
  title: 'Method',
  about: 'How to check this report against the case',
  build({ header, options }): Block[] {
    const { journal } = options;
    const rows: (readonly [string, Content])[] = [
      ['Case', [data(header.title)]],
      ['Case id', [data(header.uid, 'code')]],
      ['Codebook', [data(header.codebook)]],
      ['Made', [text(instantWords(options.now))]],
      ['Made with', [data(options.generator)]],
    ];
    if (journal) {
      rows.push(['Journal', [text(`record ${journal.n}, SHA-256 `), text(journal.hash, 'code')]]);
    }
    return [paragraph(text(reading)), paragraph(text(grading)), { kind: 'facts', rows }];
  },
};

const reading =
  'Every assertion carries numbers in square brackets. A number leads to a quote; the quote names its ' +
  'document (S1, S2 …) and the characters it takes up in the document’s working text, counted in ' +
  'UTF-16 code units from 0, the end not included. The list of sources gives the SHA-256 of the ' +
  'original file, as it was collected, and of the working text. The words of the quote are marked; ' +
  'those around them stand in the text too and are given so that the quote can be judged. Who holds the case can open the ' +
  'quote at its place; who holds only the original can compare its SHA-256. Control characters ' +
  'inside quotes are not printed. The journal’s SHA-256 covers every change of the case up to the ' +
  'record named here.';

const grading =
  'A relation is asserted unless it is labelled planned, disputed, denied or ended. A date is given as ' +
  'exactly as the sources fix it; otherwise it is called undated. Credibility follows the NATO grading, ' +
  'in which 6 means unknown, not worst. Independent origins are counted by publisher.';
