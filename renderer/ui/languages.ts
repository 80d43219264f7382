const languages = new Intl.DisplayNames(undefined, { type: 'language' });

/** A language by its name; a tag that is none comes back as it is. */
export function languageOf(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : languages.of(tag);
  } catch {
    return tag; // Not a language tag: what the file said is shown as it was said.
  }
}
