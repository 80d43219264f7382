import { foldBlocks } from '#data/text/fold-blocks.ts';
import { convert } from '../convert.ts';

/** Paragraphs of an article, none of them twice. */
export const paragraphs = [
  'The parties met on Wednesday and agreed, after long talks, that they would meet again next year.',
  'A bridge at the border stayed shut for the ninth day, and drivers slept in their lorries.',
  'Officials of both sides said little, but the valley has seen such meetings before and knows their end.',
  'Snow is expected in the upper villages, where the road has been mended twice since the spring.',
  'The council of nine will hear the drivers on Monday, its clerk wrote in a note to all of them.',
  'Nobody has counted the lorries, and the price of flour in the market of Kesk has doubled again.',
];
export const article = paragraphs.join('\n\n');

/** Regions of a plain text, as “kind: words” for each block that lies in one. */
export async function regionsOf(given: string, name = 'a.txt'): Promise<string[]> {
  const { text, blocks, regions } = await convert(name, given);
  return foldBlocks(blocks, regions).flatMap(({ start, end, region }) =>
    region ? [`${region}: ${text.slice(start, end).trim()}`] : [],
  );
}
