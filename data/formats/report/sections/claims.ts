import type { Claim, ClaimLink } from '../../../model/claim.ts';
import { groupBy } from '../../../queries/group.ts';
import { cite, data, joined, link, text, type Block, type Content } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import type { ReportSection } from './section.ts';
import { credibilityWords, voices } from './words.ts';

const linkWords: Readonly<Record<ClaimLink['kind'], string>> = {
  corroborates: 'Corroborates',
  contradicts: 'Contradicts',
  'same-origin-as': 'Same origin as',
};

/** What the sources say, who says it on whose word, and how the statements stand to each other. */
export const claims: ReportSection = {
  id: 'claims',
  title: 'Claims',
  about: 'Statements of the sources with who makes them, grading and contradictions',
  build: (context) => [...context.view.all('claim')].map((claim) => entry(context, claim)),
};

function entry(context: ReportContext, claim: Claim): Block {
  const rows = rowsOf(context, claim);
  const blocks: Block[] = [
    { kind: 'paragraph', content: [data(claim.text, 'strong'), cite(claim.evidence)] },
  ];
  if (rows.length) blocks.push({ kind: 'facts', rows });
  blocks.push({ kind: 'evidence', highlights: claim.evidence });
  return { kind: 'group', blocks, anchor: `claim-${claim.id}` };
}

function rowsOf(context: ReportContext, claim: Claim): (readonly [string, Content])[] {
  const rows: (readonly [string, Content])[] = [];
  if (claim.attribution) rows.push(['According to', voices(context, claim.attribution)]);
  if (claim.credibility) rows.push(['Credibility', [text(credibilityWords[claim.credibility])]]);
  for (const [kind, links] of groupBy(claim.links, (one) => one.kind)) {
    rows.push([
      linkWords[kind],
      joined(
        links.map((one) => [other(context, one)]),
        '; ',
      ),
    ]);
  }
  if (claim.note) rows.push(['Note', [data(claim.note)]]);
  return rows;
}

function other({ view }: ReportContext, { claim }: ClaimLink) {
  return link(`claim-${claim}`, view.get('claim', claim)?.text ?? claim);
}
