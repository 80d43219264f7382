import { positionId } from '../../../model/position.ts';
import { buildNetwork } from '../../../queries/network.ts';
import { shortName } from '../../../queries/short-name.ts';
import { say } from '../../../words/say.ts';
import { data, joined, text, type Block, type Inline } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { networkFigure, type FigureStyle, type NetworkFigure } from '../figure/network-figure.ts';
import type { ReportSection } from './section.ts';
import { actor } from './words.ts';

/** The network as a vector figure, where the analyst left its actors. */
export const network: ReportSection = {
  id: 'network',
  title: say('report.network'),
  about: say('report.networkAbout'),
  build(context) {
    const figure = networkFigure(networkIn(context), styleIn(context));
    if (figure.nodes === 0) return [];
    const shown = say('report.shown', { count: figure.nodes, relations: figure.edges });
    return [
      {
        kind: 'figure',
        svg: figure.svg,
        caption: [text(shown, 'strong'), text(' '), ...leftOut(figure), ...abbreviations(figure)],
        instead: [actorTable(context)],
      },
    ];
  },
};

function networkIn({ view, highlights, mentions, independent }: ReportContext) {
  return buildNetwork({
    entities: view.all('entity'),
    relations: view.all('relation'),
    relationType: (id) => view.get('relationType', id),
    document: (id) => view.get('document', id),
    documentOf: (id) => highlights.get(id)?.document,
    mentions: (id) => mentions.get(id) ?? 0,
    independent,
  });
}

function styleIn({ view }: ReportContext): FigureStyle {
  return {
    codebook: {
      entityTypes: byId(view.all('entityType')),
      relationTypes: byId(view.all('relationType')),
    },
    position: (entity) => view.get('position', positionId(entity)),
    label: (id) => {
      const entity = view.get('entity', id);
      return entity ? shortName(entity.name, entity.aliases) : id;
    },
  };
}

const byId = <T extends { id: string }>(records: Iterable<T>): Map<string, T> =>
  new Map([...records].map((record) => [record.id, record]));

/** Connected actors with their counts, for formats that cannot draw. */
function actorTable(context: ReportContext): Block {
  const { view, actors, degrees, mentions } = context;
  const connected = actors.filter(({ id }) => degrees.has(id));
  return {
    kind: 'table',
    head: [
      say('report.actor'),
      say('report.type'),
      say('report.relations'),
      say('report.mentions'),
    ],
    rows: connected.map(({ id, type }) => [
      [actor(context, id)],
      [data(view.get('entityType', type)?.name ?? type)],
      [text(String(degrees.get(id) ?? 0))],
      [text(String(mentions.get(id) ?? 0))],
    ]),
  };
}

/** A figure never leaves anything out in silence. */
function leftOut({ unconnected, beyond, edgesLeft }: NetworkFigure): Inline[] {
  const parts = [
    ...(beyond ? [say('report.lessConnected', { count: beyond, relations: edgesLeft })] : []),
    ...(unconnected ? [say('report.unconnected', { count: unconnected })] : []),
  ];
  return [
    text(
      parts.length ? say('report.notDrawn', { parts: parts.join('; ') }) : say('report.allDrawn'),
    ),
  ];
}

/** What the short names in the drawing stand for: paper has no tooltips. */
function abbreviations({ abbreviated }: NetworkFigure): Inline[] {
  if (abbreviated.length === 0) return [];
  const pairs = abbreviated.map(({ label, name }) => [
    data(label, 'strong'),
    text(' '),
    data(name),
  ]);
  return [text(' '), ...joined(pairs, '; '), text('.')];
}
