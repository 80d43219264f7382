import type { Claim, ClaimLink } from '../../../model/claim.ts';
import { groupBy } from '../../../queries/group.ts';
import { say } from '../../../words/say.ts';
import { cite, data, joined, link, text, type Block, type Content } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import type { ReportSection } from './section.ts';
import { supportWords } from './support.ts';
import { voices } from './words.ts';

/** How a link reads at the claim that has it, and at the one it leads to. */
const linkWords: Readonly<Record<ClaimLink['kind'], { own: string; other: string }>> = {
  corroborates: { own: say('report.corroborates'), other: say('report.corroboratedBy') },
  contradicts: { own: say('report.contradicts'), other: say('report.contradictedBy') },
  'same-origin-as': { own: say('report.sameOrigin'), other: say('report.sameOrigin') },
};

/** What the sources say, who says it on whose word, and how the statements stand to each other. */
export const claims: ReportSection = {
  id: 'claims',
  title: say('report.claims'),
  about: say('report.claimsAbout'),
  build(context) {
    const incoming = linksTo(context);
    return [...context.view.all('claim')].map((claim) =>
      entry(context, claim, incoming.get(claim.id) ?? []),
    );
  },
};

/** Links by the claim that they lead to; `claim` is the one that has them. */
function linksTo({ view }: ReportContext): ReadonlyMap<string, readonly ClaimLink[]> {
  const pairs = [...view.all('claim')].flatMap(({ id, links }) =>
    links.map(({ kind, claim }) => ({ to: claim, link: { kind, claim: id } })),
  );
  const byTarget = groupBy(pairs, ({ to }) => to);
  return new Map([...byTarget].map(([to, own]) => [to, own.map((one) => one.link)]));
}

function entry(context: ReportContext, claim: Claim, incoming: readonly ClaimLink[]): Block {
  const rows = rowsOf(context, claim, incoming);
  const blocks: Block[] = [
    { kind: 'paragraph', content: [data(claim.text, 'strong'), cite(claim.evidence)] },
  ];
  if (rows.length) blocks.push({ kind: 'facts', rows });
  blocks.push({ kind: 'evidence', highlights: claim.evidence });
  return { kind: 'group', blocks, anchor: `claim-${claim.id}` };
}

type Row = readonly [label: string, value: Content];

function rowsOf(context: ReportContext, claim: Claim, incoming: readonly ClaimLink[]): Row[] {
  const rows: Row[] = [];
  if (claim.attribution) rows.push([say('report.accordingTo'), voices(context, claim.attribution)]);
  if (claim.credibility)
    rows.push([say('report.credibility'), [text(say(`report.credibility${claim.credibility}`))]]);
  const support = supportWords(context, claim.evidence);
  if (support) rows.push([say('report.support'), support]);
  rows.push(...linkRows(context, claim.links, incoming));
  if (claim.note) rows.push([say('report.note'), [data(claim.note)]]);
  return rows;
}

/** The other claims by how they stand to this one. What both claims say of each other is told once. */
function linkRows(
  { view }: ReportContext,
  own: readonly ClaimLink[],
  incoming: readonly ClaimLink[],
): Row[] {
  const isOwn = (one: ClaimLink): boolean =>
    own.some(({ kind, claim }) => kind === one.kind && claim === one.claim);
  const named = [
    ...own.map(({ kind, claim }) => ({ label: linkWords[kind].own, claim })),
    ...incoming
      .filter((one) => !isOwn(one))
      .map(({ kind, claim }) => ({ label: linkWords[kind].other, claim })),
  ];
  return [...groupBy(named, ({ label }) => label)].map(([label, links]): Row => {
    const others = links.map(({ claim }) => [
      link(`claim-${claim}`, view.get('claim', claim)?.text ?? claim),
    ]);
    return [label, joined(others, '; ')];
  });
}
