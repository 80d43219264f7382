import { say } from '../words/say.ts';

/** Most names in the sentence. */
const NAMED = 5;

/** Says which files of a case folder an encryption left alone, since they are not the program's. */
export function unknownWords(names: readonly string[]): string {
  const named = names.slice(0, NAMED).join(', ');
  const more = names.length - NAMED;
  return more > 0
    ? say('files.leftPlainMore', { names: named, more })
    : say('files.leftPlain', { names: named });
}
