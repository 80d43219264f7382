import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Operators } from './read-glyphs.ts';
import type { Font } from './text-state.ts';

/** A font of the library. */
interface LibraryFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  italic?: boolean;
  vertical?: boolean;
  isType3Font?: boolean;
  fontMatrix?: readonly number[];
  bbox?: readonly number[];
}

/** The fonts that a page sets, by the names under which it does. */
export async function fontsOf(
  page: PDFPageProxy,
  { fnArray, argsArray }: Operators,
  names: ReadonlyMap<number, string>,
): Promise<Map<string, Font>> {
  const fonts = new Map<string, Font>();
  for (const [at, operator] of fnArray.entries()) {
    const name = names.get(operator);
    const args = argsArray[at] as unknown[] | null;
    if (name === 'setFont') await add(page, fonts, String(args?.[0]));
    if (name !== 'setGState') continue;
    for (const [key, value] of (args?.[0] ?? []) as [string, unknown[]][]) {
      if (key === 'Font') await add(page, fonts, String(value[0]));
    }
  }
  return fonts;
}

async function add(page: PDFPageProxy, fonts: Map<string, Font>, id: string): Promise<void> {
  if (fonts.has(id)) return;
  // The library hands fonts over a little later than the operators that use them.
  const objects = page.commonObjs as { has(id: string): boolean; get(id: string): unknown };
  for (let turn = 0; turn < MOST_TURNS && !objects.has(id); turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const found = objects.has(id) ? objects.get(id) : undefined;
  fonts.set(id, fontOf(typeof found === 'object' && found !== null ? found : {}));
}

const MOST_TURNS = 50;

function fontOf(found: LibraryFont): Font {
  const { name = '', isType3Font = false, fontMatrix, bbox } = found;
  const unit = Math.abs(fontMatrix?.[0] ?? 0) || 0.001;
  const rise = Math.abs(fontMatrix?.[3] ?? 0.001) * ((bbox?.[3] ?? 0) - (bbox?.[1] ?? 0));
  return {
    look: {
      bold: Boolean(found.bold ?? found.black) || /bold|black|heavy|demi(?!light)/i.test(name),
      italic: Boolean(found.italic) || /italic|oblique|kursiv/i.test(name),
      mono: /mono|courier|consol|typewriter|cmtt|menlo/i.test(name),
    },
    isVertical: Boolean(found.vertical),
    unit,
    // Fonts of drawings have units of their own: their letters are as high as their box.
    height: isType3Font && rise > 0 && unit !== 0.001 ? rise : 1,
  };
}
