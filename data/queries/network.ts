import type { CaseDocument } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import type { Relation, RelationStatus } from '../model/relation.ts';
import type { RelationType } from '../model/codebook.ts';
import type { CaseView } from '../state/case-view.ts';
import { IndependentOrigins } from './independent-origins.ts';
import { readHighlights } from './read-highlights.ts';

/** An actor as a node. */
export interface NetworkNode {
  id: string;
  name: string;
  /** Id of the entity type. */
  type: string;
  /** Highlights that name the actor; absent when the asker did not count them. */
  mentions?: number;
  /** Number of relations at this actor, both directions, parallel ones counted each. */
  degree: number;
}

/** Where one quote stands that carries an edge. */
export interface EvidencePlace {
  highlight: string;
  document: string;
  /** Title of the document. */
  title: string;
}

/** A relation as an edge. */
export interface NetworkEdge {
  id: string;
  /** Id of the relation type. */
  type: string;
  typeName: string;
  directed: boolean;
  from: string;
  to: string;
  status: RelationStatus;
  /** EDTF. */
  period?: string;
  /** In the order of the relation; a highlight that is gone is left out. */
  evidence: EvidencePlace[];
  /** Number of different documents among the evidence. */
  documents: number;
  /** Number of independent origins among those documents, see {@link IndependentOrigins}. */
  origins: number;
}

/** The network of actors with the places of the quotes behind every edge. */
export interface Network {
  nodes: NetworkNode[];
  edges: NetworkEdge[];
}

/** A network that holds the words of its quotes, too. */
export interface QuotedNetwork extends Network {
  edges: (NetworkEdge & { evidence: (EvidencePlace & { quote: string })[] })[];
}

/** What the network is built from, for askers that do not hold a whole case. */
export interface NetworkSource {
  entities: Iterable<Entity>;
  relations: Iterable<Relation>;
  relationType(id: string): RelationType | undefined;
  document(id: string): CaseDocument | undefined;
  /** Document of a highlight. */
  documentOf(highlight: string): string | undefined;
  mentions?(entity: string): number;
  independent: IndependentOrigins;
}

/** Builds nodes and edges from the given parts. Cost: one pass over actors, relations and evidence. */
export function buildNetwork(source: NetworkSource): Network {
  const edges = [...source.relations].map((relation) => edge(relation, source));
  const degrees = new Map<string, number>();
  for (const { from, to } of edges) {
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
    degrees.set(to, (degrees.get(to) ?? 0) + 1);
  }
  const nodes = [...source.entities].map(({ id, name, type }) => ({
    id,
    name,
    type,
    ...(source.mentions ? { mentions: source.mentions(id) } : {}),
    degree: degrees.get(id) ?? 0,
  }));
  return { nodes, edges };
}

/**
 * The network of a whole case. Cost: every highlight is read once; only the quotes that carry a
 * relation stay in memory.
 */
export function networkOf(view: CaseView): QuotedNetwork {
  const wanted = new Set<string>();
  for (const { evidence } of view.all('relation')) for (const id of evidence) wanted.add(id);
  const { wanted: quotes, mentions } = readHighlights(view, wanted);
  const { nodes, edges } = buildNetwork({
    entities: view.all('entity'),
    relations: view.all('relation'),
    relationType: (id) => view.get('relationType', id),
    document: (id) => view.get('document', id),
    documentOf: (id) => quotes.get(id)?.document,
    mentions: (id) => mentions.get(id) ?? 0,
    independent: new IndependentOrigins(view),
  });
  const quoted = (place: EvidencePlace) => ({
    ...place,
    quote: quotes.get(place.highlight)?.quote ?? '',
  });
  return {
    nodes,
    edges: edges.map((one) => ({ ...one, evidence: one.evidence.map(quoted) })),
  };
}

function edge(relation: Relation, source: NetworkSource): NetworkEdge {
  const { id, type, from, to, status, period } = relation;
  const kind = source.relationType(type);
  const evidence: EvidencePlace[] = [];
  const documents = new Set<string>();
  for (const highlight of relation.evidence) {
    const place = source.documentOf(highlight);
    const document = place === undefined ? undefined : source.document(place);
    if (!document) continue;
    evidence.push({ highlight, document: document.id, title: document.title });
    documents.add(document.id);
  }
  return {
    id,
    type,
    typeName: kind?.name ?? type,
    directed: kind?.directed ?? true,
    from,
    to,
    status,
    ...(period === undefined ? {} : { period }),
    evidence,
    documents: documents.size,
    origins: source.independent.count(documents),
  };
}
