import type { GraphElement } from './elements.ts';

/** What has to happen to a drawing so that it shows other elements. */
export interface GraphDiff {
  /** Nodes before edges, as a canvas needs them. */
  add: GraphElement[];
  /** Elements whose data changed, with the new data. */
  update: GraphElement[];
  /** Ids, edges before nodes. */
  remove: string[];
}

/**
 * Compares two lists of elements by id. An edge whose ends changed is removed and added again,
 * because a canvas cannot move the ends of an edge through its data.
 */
export function diffElements(
  before: ReadonlyMap<string, GraphElement>,
  after: readonly GraphElement[],
): GraphDiff {
  const add: GraphElement[] = [];
  const update: GraphElement[] = [];
  const kept = new Set<string>();
  for (const element of after) {
    const old = before.get(element.id);
    if (!old || movedEnds(old, element)) add.push(element);
    else {
      kept.add(element.id);
      if (!sameData(old.data, element.data)) update.push(element);
    }
  }
  const remove = [...before.values()].filter(({ id }) => !kept.has(id));
  return {
    add: nodesFirst(add),
    update,
    remove: nodesFirst(remove)
      .reverse()
      .map(({ id }) => id),
  };
}

function movedEnds(a: GraphElement, b: GraphElement): boolean {
  return (
    a.group !== b.group ||
    a.data['source'] !== b.data['source'] ||
    a.data['target'] !== b.data['target']
  );
}

function sameData(a: GraphElement['data'], b: GraphElement['data']): boolean {
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every((key) => a[key] === b[key]);
}

const nodesFirst = (elements: readonly GraphElement[]): GraphElement[] => [
  ...elements.filter(({ group }) => group === 'nodes'),
  ...elements.filter(({ group }) => group === 'edges'),
];
