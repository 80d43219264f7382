import { GlobalFonts, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
/** Fonts of the program, so that pictures are the same on every machine. */
const FONTS = {
  serif: [
    '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2',
  ],
  naskh: ['@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2'],
  song: ['@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-400-normal.woff2'],
} as const;

for (const files of Object.values(FONTS)) {
  files.forEach((file, at) => GlobalFonts.registerFromPath(require.resolve(file), `${file}#${at}`));
}

/** How the lines of a picture are set. */
export interface Setting {
  font?: keyof typeof FONTS;
  /** Which of the files of the font. */
  nth?: number;
  size?: number;
  width?: number;
  height?: number;
  /** Radians by which the paper lies askew. */
  askew?: number;
  /** Quarters of a turn clockwise by which it was scanned. */
  quarters?: number;
}

/** A page with these lines, from its top left (right, of scripts that run from there) corner. */
export function page(lines: readonly string[], setting: Setting = {}) {
  const { font = 'serif', nth = 0, size = 36, askew = 0, quarters = 0 } = setting;
  const { width = 1200, height = 120 + lines.length * size * 1.6 } = setting;
  const isTurned = quarters % 2 === 1;
  const canvas = createCanvas(isTurned ? height : width, isTurned ? width : height);
  const context = onPaper(canvas.getContext('2d'), canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(askew + (quarters * Math.PI) / 2);
  context.translate(-width / 2, -height / 2);
  const file = FONTS[font][nth] ?? FONTS[font][0];
  context.font = `${size}px "${file}#${nth}"`;
  const fromRight = font === 'naskh';
  context.direction = fromRight ? 'rtl' : 'ltr';
  context.textAlign = fromRight ? 'right' : 'left';
  lines.forEach((line, at) => {
    context.fillText(line, fromRight ? width - 80 : 80, 80 + at * size * 1.6);
  });
  return canvas;
}

/** White paper and black ink. */
function onPaper(context: SKRSContext2D, width: number, height: number): SKRSContext2D {
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  return context;
}

/** The same as a file. */
export const pagePng = (lines: readonly string[], setting?: Setting): Uint8Array =>
  page(lines, setting).toBuffer('image/png');

/** Texture without words, as photographs have it; the same each time. */
export function texturePng(side = 700): Uint8Array {
  const canvas = createCanvas(side, side);
  const context = onPaper(canvas.getContext('2d'), side, side);
  let seed = 7;
  const next = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let at = 0; at < 500; at++) {
    context.fillStyle = `hsl(${next() * 360} 40% ${next() * 100}%)`;
    context.beginPath();
    context.ellipse(next() * side, next() * side, next() * 60, next() * 30, next() * 6, 0, 7);
    context.fill();
  }
  return canvas.toBuffer('image/png');
}

/** A file of gzip that unpacks to nothing of use. */
export const packedNothing = (): Uint8Array => gzipSync(new Uint8Array(100));
