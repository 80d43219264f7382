import type { Region } from '#data/model/region.ts';
import { regionsOf } from '#data/queries/regions-of.ts';
import { shownText } from '#data/text/shown-text.ts';
import { wholeBlocks } from '#data/text/whole-blocks.ts';
import type { WorkingText } from '#data/text/working-text.ts';
import type { Work } from './command.ts';
import { documentOf } from './document-of.ts';
import { withCase } from './with-case.ts';

/** `text`: the working text of a document, without or (`--all`) with what is folded away as debris. */
export const textCommand: Work = (invocation) =>
  withCase(invocation, 'read', async (store) => {
    const { words, flag, json, out } = invocation;
    const { id } = documentOf(store.state, words[1] ?? '');
    const working = store.state.text(id);
    const regions = regionsOf(store.state, id);
    const text = flag('all') ? working.text : shownText(working, regions);
    if (!json) await out.lines(text);
    else await out.line(JSON.stringify(flag('all') ? structureOf(working, regions) : { text }));
    return 0;
  });

/** A whole working text with all that is known of its parts; offsets are those of highlights. */
function structureOf(
  { text, blocks, marks = [], pages = [], cues }: WorkingText,
  regions: readonly Region[],
) {
  return {
    text,
    blocks: wholeBlocks(blocks),
    marks,
    regions: regions.map(({ id, start, end, kind, origin }) => ({
      id,
      start,
      end,
      kind,
      by: origin,
    })),
    pages,
    ...(cues && { cues }),
  };
}
