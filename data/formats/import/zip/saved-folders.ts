/** Endings of the folder that a browser saves beside a page, in the languages that name it otherwise. */
const FOLDER = /^(.*)(?:[-_. ](?:files|Dateien|fichiers|archivos|bestanden)|\.files)$/i;
const PAGE = /^(.*)\.(?:html?|xhtml|xht)$/i;

/** Paths without those in the folder of a saved page that lies beside it: pictures, scripts and frames of it. */
export function withoutSavedFolders(paths: readonly string[]): string[] {
  const pages = new Set<string>();
  for (const path of paths) {
    const page = PAGE.exec(path)?.[1];
    if (page !== undefined) pages.add(page);
  }
  if (pages.size === 0) return [...paths];
  return paths.filter((path) => !foldersOf(path).some((folder) => isOfPage(folder, pages)));
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1).slice(0, DEEPEST);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Folders that are looked at: a path with more is none that a browser has made. */
const DEEPEST = 32;

function isOfPage(folder: string, pages: ReadonlySet<string>): boolean {
  const page = FOLDER.exec(folder)?.[1];
  return page !== undefined && pages.has(page);
}
