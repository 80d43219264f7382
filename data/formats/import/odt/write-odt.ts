import { emptyFile } from '../decode.ts';
import { leftOutOf, type ReadText } from '../format.ts';
import { factProposals, ownTitle } from '../office/file-meta.ts';
import { Flow } from '../office/flow.ts';
import { noText } from '../office/protected.ts';
import { qualifiedTree, readPieces } from '../office/qualified.ts';
import { asTitle, titleOf } from '../titles.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml/xml-tree.ts';
import type { OdtContext } from './odt-context.ts';
import { OdtStory } from './odt-story.ts';
import { OdtStyles } from './odt-styles.ts';
import { VOCABULARIES, WHOLE } from './vocabulary.ts';

/** The parts of a file that its text is made from; one that is all in one has only `content`. */
export interface OdtParts {
  content: string;
  styles?: string;
  meta?: string;
}

/** The working text of a document; `passed` hears how many code units are done. */
export function writeOdt(parts: OdtParts, file: string, passed: (units: number) => void): ReadText {
  const options = { file, vocabularies: VOCABULARIES, passed };
  const tree = (xml: string | undefined) =>
    xml === undefined ? undefined : qualifiedTree(xml, options);
  const shared = tree(parts.styles);
  let meta = elementOf(tree(parts.meta), 'office:meta');
  const context = newContext();
  const margins = new Margins(shared);
  context.styles.add(elementOf(shared, 'office:styles'));
  const story = new OdtStory(context);
  let isText = false;
  let hasBegun = false;
  readPieces(
    parts.content,
    WHOLE,
    {
      enter(name, attributes) {
        if (name === 'office:text') {
          isText = true;
          hasBegun = true;
          margins.write(context, 'header');
        } else if (isText) story.enter(name, attributes);
      },
      leave(name) {
        if (name === 'office:text') isText = false;
        else if (isText) story.leave(name);
      },
      piece(element) {
        if (isText) return story.piece(element);
        if (element.name === 'office:meta') meta = element;
        else if (/^office:(?:automatic-)?styles$/.test(element.name)) context.styles.add(element);
        if (/^office:(?:automatic-|master-)?styles$/.test(element.name)) margins.add(element);
      },
    },
    options,
  );
  if (!hasBegun) throw noText(file);
  writeNotes(context, passed);
  margins.write(context, 'footer');
  context.flow.end();
  return finishedText(context, meta, file);
}

const newContext = (): OdtContext => ({
  flow: new Flow(),
  styles: new OdtStyles(),
  notes: [],
  deletions: new Map(),
  insertions: new Set(),
  inserting: new Set(),
  leftOut: new Set(),
});

/** Headers and footers of all kinds of pages, those of the same words once. */
class Margins {
  readonly #styles = new OdtStyles();
  readonly #pages: XmlElement[] = [];
  readonly #seen = new Set<string>();

  constructor(shared: XmlElement | undefined) {
    for (const group of shared ? elementsOf(shared) : []) this.add(group);
  }

  add(group: XmlElement): void {
    this.#styles.add(group);
    if (group.name === 'office:master-styles')
      this.#pages.push(...elementsOf(group, 'style:master-page'));
  }

  write(context: OdtContext, region: 'header' | 'footer'): void {
    const pattern = region === 'header' ? /^style:header/ : /^style:footer/;
    for (const margin of this.#pages.flatMap((page) => elementsOf(page))) {
      if (!pattern.test(margin.name) || margin.attributes['style:display'] === 'false') continue;
      const words = `${region} ${textOf(margin).replace(/\s+/g, ' ').trim()}`;
      if (this.#seen.has(words)) continue;
      this.#seen.add(words);
      context.flow.within(region, () => {
        new OdtStory({ ...context, styles: this.#styles }).walk(margin);
        context.flow.end('\n\n');
      });
    }
  }
}

function writeNotes(context: OdtContext, passed: (units: number) => void): void {
  const { flow, notes } = context;
  flow.end('\n\n');
  for (const isEnd of [false, true]) {
    for (const note of notes) {
      if (note.isEnd !== isEnd) continue;
      const begins = () => note.place.settle(flow.writer.here());
      const number = note.number === '' ? {} : { number: note.number };
      new OdtStory(context, { kind: 'footnote', begins, ...number }).walk(note.body);
      passed(1000);
    }
  }
}

function finishedText(context: OdtContext, meta: XmlElement | undefined, file: string): ReadText {
  const { flow, leftOut } = context;
  const { text, blocks } = flow.writer.finish();
  if (blocks.length === 0) throw emptyFile(file);
  const marks = flow.marks.finish(text);
  const value = (name: string) => textOf(elementOf(meta, name)).trim();
  const facts = {
    title: value('dc:title'),
    // The other one is who saved it last.
    author: value('meta:initial-creator') || value('dc:creator'),
    language: value('dc:language'),
  };
  const headed = blocks.find(({ kind, region }) => kind === 'heading' && !region);
  const heading = headed ? asTitle(text.slice(headed.start, headed.end)) : '';
  const title = ownTitle(facts) || asTitle(context.title ?? '') || heading;
  return {
    title: title || titleOf(text, blocks, file),
    text,
    blocks,
    ...(marks.length > 0 && { marks }),
    meta: factProposals(facts),
    reading: leftOutOf({ characters: 0, what: [...leftOut] }),
  };
}
