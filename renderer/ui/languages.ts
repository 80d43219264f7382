const languages = new Intl.DisplayNames(undefined, { type: 'language' });

/** A language by its name; a tag that is none comes back as it is. */
export function languageOf(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : languages.of(tag);
  } catch {
    return tag; // Not a language tag: what the file said is shown as it was said.
  }
}

/** Languages that are offered by name: of the regions that the program is made for, and of many agencies. */
const offered =
  'am,ar,az,be,bg,bn,bs,cs,da,de,el,en,es,et,fa,fi,fr,he,hi,hr,hu,hy,id,it,ja,ka,kk,ko,ku,ky,lt,lv,mn,ms,my,ne,nl,no,pa,pl,ps,pt,ro,ru,sd,sk,sl,so,sq,sr,sv,sw,ta,tg,th,ti,tk,tr,ug,uk,ur,uz,vi,zh';

/** The languages on offer with their names, sorted by them; `own` are there too. */
export function languageChoices(...own: readonly string[]): { id: string; label: string }[] {
  const tags = new Set([...offered.split(','), ...own].filter(Boolean));
  return [...tags]
    .map((id) => ({ id, label: languageOf(id) ?? id }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
