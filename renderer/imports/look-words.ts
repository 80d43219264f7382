import type { Proposal } from '#data/model/reading.ts';
import { edtfWords } from '#data/queries/edtf-words.ts';
import { rangesOf } from '#data/queries/needs-look.ts';
import { say } from '#data/words/say.ts';
import { titleBeside } from '../compare/titles-apart.ts';
import { languageOf } from '../ui/languages.ts';
import { count } from '../ui/times.ts';
import type { DocumentLine, LookLine } from './look-lines.ts';

/** What a line is about: a field, or what the reading left open. */
export function aboutOf(line: LookLine): string {
  if (line.kind === 'document') return questionWords(line.question);
  if (line.kind === 'highlight') {
    const { state = 'lost', score = 0 } = line.mark.anchoring ?? {};
    return say('versions.waits', { state, score: score.toFixed(2) });
  }
  return line.wants === 'password' ? say('bringing.password-needed') : say('bringing.is-refused');
}

function questionWords(question: DocumentLine['question']): string {
  switch (question.kind) {
    case 'kin':
      return say('kinship.look', { kind: question.pair.kind.replace('-', '_') });
    case 'origin':
      return say('kinship.look-origin');
    case 'proposal':
      return say('bringing.field', { field: question.proposal.field });
    case 'columns':
      return say('bringing.columns-open');
    case 'pages':
      return say('bringing.pages-are-pictures', {
        n: question.pages.length,
        pages: rangesOf(question.pages),
      });
    case 'encoding': {
      const encoding = encodingWords(question.encoding);
      const { damaged: n } = question;
      if (n === undefined) return say('bringing.encoding-guessed', { encoding });
      return say('bringing.encoding-damaged', { n, count: count(n), encoding });
    }
  }
}

/** What stands beside what a line is about: a value, the other document, an origin. */
export function detailOf(line: LookLine): string {
  if (line.kind === 'file') return line.result.error.message;
  if (line.kind === 'highlight') return line.mark.quote;
  const { question } = line;
  if (question.kind === 'kin') return titleBeside(question.other, line.document);
  if (question.kind === 'origin') return question.origin.name;
  return question.kind === 'proposal' ? valueOf(question.proposal) : '';
}

/** What was found, as people say it. */
export function valueOf({ field, value }: Pick<Proposal, 'field' | 'value'>): string {
  if (field === 'published') return edtfWords(value, 'event');
  return field === 'language' ? (languageOf(value) ?? value) : value;
}

/** An encoding by its name. */
export const encodingWords = (encoding: string | undefined): string =>
  encoding?.toUpperCase() ?? say('bringing.encoding-unknown');
