const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language (BCP 47 tag) by its English name; a tag that is none comes back as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag; // not a language tag: what somebody wrote is shown as it was written
  }
}
