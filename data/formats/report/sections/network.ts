import { positionId } from '../../../model/position.ts';
import { buildNetwork } from '../../../queries/network.ts';
import { text, type Inline } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { networkFigure, type FigureStyle, type NetworkFigure } from '../figure/network-figure.ts';
import type { ReportSection } from './section.ts';
import { counted } from './words.ts';

const UNKNOWN = '#5f5a52';

/** The network as a vector figure, where the analyst left its actors. */
export const network: ReportSection = {
  id: 'network',
  title: 'Network',
  about: 'The network as you laid it out, drawn for print',
  build(context) {
    const figure = networkFigure(networkIn(context), styleIn(context));
    if (figure.nodes === 0) return [];
    const shown = `${counted(figure.nodes, 'actor')}, ${counted(figure.edges, 'relation')}`;
    return [
      {
        kind: 'figure',
        svg: figure.svg,
        alternative: `Network of ${shown}. Every relation is listed with its quotes in the section on relations.`,
        caption: [text(`${shown}. `, 'strong'), ...leftOut(figure)],
      },
    ];
  },
};

function networkIn({ view, highlights, mentions }: ReportContext) {
  return buildNetwork({
    entities: view.all('entity'),
    relations: view.all('relation'),
    relationType: (id) => view.get('relationType', id),
    document: (id) => view.get('document', id),
    highlight: (id) => highlights.get(id),
    mentions: (id) => mentions.get(id) ?? 0,
  });
}

function styleIn({ view }: ReportContext): FigureStyle {
  return {
    entityType: (id) => view.get('entityType', id) ?? { name: id, colour: UNKNOWN },
    relationType: (id) => view.get('relationType', id) ?? { name: id, colour: UNKNOWN },
    position: (entity) => view.get('position', positionId(entity)),
  };
}

/** A figure never leaves anything out in silence. */
function leftOut({ unconnected, beyond, edgesLeft }: NetworkFigure): Inline[] {
  const parts = [
    ...(beyond
      ? [`${counted(beyond, 'less connected actor')} and ${counted(edgesLeft, 'relation')}`]
      : []),
    ...(unconnected ? [`${counted(unconnected, 'actor')} without a relation`] : []),
  ];
  return parts.length
    ? [text(`Not drawn: ${parts.join('; ')}.`)]
    : [text('All relations of the case are drawn.')];
}
