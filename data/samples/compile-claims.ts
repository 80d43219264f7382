import type { Actors } from './compile-actors.ts';
import { evidenceOf, single } from './entry-fields.ts';
import type { Marks } from './marks.ts';
import { onlyKeys, parseEntries, values, type Entry } from './parse-entries.ts';
import type { SampleOperation, SourceFile } from './sample.ts';
import { sourceError } from './source-error.ts';

/** Who says it, and on whose word in turn. */
interface Voice {
  entity?: string;
  name?: string;
  via?: Voice;
}

const linkKinds = ['corroborates', 'contradicts', 'same-origin-as'] as const;

/**
 * Reads `id | statement` with `by:` (voices from the text inwards, with `<` between them: `@actor`
 * or a plain name), `credibility:`, links to earlier claims, `note:` and quotations: one
 * `claim.add` each.
 */
export function compileClaims(source: SourceFile, actors: Actors, marks: Marks): SampleOperation[] {
  const earlier = new Set<string>();
  return parseEntries(source, 2).map((entry) => {
    onlyKeys(entry, ['by', 'credibility', 'note', ...linkKinds]);
    const [id = '', text] = entry.head;
    const { by, ...fields } = single(entry, ['by', 'credibility', 'note']);
    const links = readLinks(entry, earlier);
    earlier.add(id);
    return {
      op: 'claim.add',
      input: {
        id,
        text,
        ...(by === undefined ? {} : { attribution: readVoices(entry, by, actors) }),
        ...fields,
        ...(links.length > 0 ? { links } : {}),
        evidence: evidenceOf(entry, marks),
      },
    };
  });
}

function readLinks(entry: Entry, earlier: ReadonlySet<string>): { kind: string; claim: string }[] {
  return linkKinds.flatMap((kind) =>
    values(entry, kind).map((claim) => {
      if (earlier.has(claim)) return { kind, claim };
      throw sourceError(entry.file, entry.line, `no claim before this one is called ${claim}`);
    }),
  );
}

function readVoices(entry: Entry, by: string, actors: Actors): Voice {
  const voices = by.split('<').map((voice): Voice => {
    const name = voice.trim();
    return name.startsWith('@') ? { entity: actors.need(entry, name.slice(1)) } : { name };
  });
  return voices.reduceRight((via, voice) => ({ ...voice, via }));
}
