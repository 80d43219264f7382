/** Most names in the sentence. */
const NAMED = 5;

/** Says which files of a case folder an encryption left alone, since they are not the program's. */
export function unknownWords(names: readonly string[]): string {
  const named = names.slice(0, NAMED).join(', ');
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return (
    `Not encrypted, because the program does not know them: ${named}${more}. ` +
    'Move them out of the case folder if nobody else may read them.'
  );
}
