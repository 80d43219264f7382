const FILES = /pdfjs-dist\/legacy\/build\/pdf(?<worker>\.worker)?\.mjs$/;
/** What pdf.js says where it asks whether it runs in Node, and where it hands over marked parts of a page. */
const IN_NODE = /const isNodeJS = [^;]+;/;
const MARKED = 'args = [args[0].name, args[1] instanceof Dict ? args[1].get("MCID") : null];';
const ACTUAL =
  'const actual = args[1] instanceof Dict ? args[1].get("ActualText") : null;' +
  'args = [args[0].name, args[1] instanceof Dict ? args[1].get("MCID") : null,' +
  'typeof actual === "string" ? stringToPDFString(actual) : null];';

/**
 * Changes two places of pdf.js. In Node it asks for a native canvas to draw with; told that it is elsewhere, as in
 * Electron, it does not. And it drops the text that a file gives for signs which are no letters of their own
 * (`ActualText`: most ligatures and brackets of Arabic and Hebrew that Chromium writes): it is handed over too.
 * @returns {import('vite').Plugin}
 */
export const pdfLibrary = () => ({
  name: 'pdf-library',
  transform(code, id) {
    const file = FILES.exec(id.split('?')[0]);
    if (!file) return null;
    if (file.groups.worker && !code.includes(MARKED)) {
      throw new Error(
        'pdf.js hands over marked parts in another way: see build/bundle/pdf-library.mjs',
      );
    }
    const changed = code
      .replace(IN_NODE, 'const isNodeJS = false;')
      .replace(MARKED, () => `{${ACTUAL}}`);
    return { code: changed, map: null };
  },
});
