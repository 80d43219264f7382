/**
 * What browsers put between the name of a page and the word for its files, and the words in the languages
 * that they speak; small letters.
 */
const SEPARATORS = ['_', '-', '.', ' '];
const WORDS: ReadonlySet<string> = new Set(
  (
    'files file dateien data filer fichiers archivos arquivos ficheiros bestanden dosyalar fajlovi ' +
    'pliki soubory súbory tiedostot bylos failid faili elemei fails fitxers fitxategiak failai ' +
    'datoteke datoteki fisiere fișiere φακελος αρχεία файлы файли фајлови arxius ' +
    'skrár ffeiliau berkas fail ملفات پرونده‌ها קבצים ไฟล์ ファイル 파일 文件 檔案'
  ).split(' '),
);

/**
 * Names of the folders, of those beside each other, in which a browser saved the pictures and scripts of a
 * page that lies beside them: `Talks_files` of `Talks.html`. What is in them is no document.
 */
export function pageFolders(names: readonly string[]): Set<string> {
  const pages = new Set<string>();
  for (const name of names) {
    const stem = /^(.+)\.(?:x?html?|xht|mht|mhtml)$/is.exec(name)?.[1];
    if (stem !== undefined) pages.add(stem);
  }
  return new Set(names.filter((name) => isFolderOf(name, pages)));
}

function isFolderOf(name: string, pages: ReadonlySet<string>): boolean {
  return SEPARATORS.some((separator) => {
    const at = name.lastIndexOf(separator);
    return at > 0 && WORDS.has(name.slice(at + 1).toLowerCase()) && pages.has(name.slice(0, at));
  });
}

/**
 * Paths of an archive without what lies in the folder of a saved page. Paths have `/` between their parts; in
 * proportion to their length all together.
 */
export function withoutPageFolders(paths: readonly string[]): string[] {
  const inside = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split('/');
    for (const [index, part] of parts.entries()) {
      const folder = parts.slice(0, index).join('/');
      const known = inside.get(folder) ?? new Set();
      inside.set(folder, known.add(part));
      if (index >= DEEPEST) break;
    }
  }
  const left = new Map([...inside].map(([folder, names]) => [folder, pageFolders([...names])]));
  return paths.filter((path) => {
    const parts = path.split('/', DEEPEST + 1);
    return !parts.some(
      (part, index) =>
        index < parts.length - 1 && left.get(parts.slice(0, index).join('/'))?.has(part),
    );
  });
}

/** Folders deeper than this are not looked at: no archive of pages has them. */
const DEEPEST = 32;
