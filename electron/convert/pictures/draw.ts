import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import type { GreyPicture } from '#data/formats/import/picture-reader.ts';
import { canvasLibrary } from '../native-parts.ts';

/** Points of a picture that is read, at most: a page of A3 at 300 dpi has 17 million. */
const MOST_POINTS = 18_000_000;

/**
 * A picture (PNG, JPEG, GIF, BMP, WebP) in shades of grey on white, upright as its file says. One with more points
 * than can be read is drawn smaller. Throws what the library says of one that is broken.
 */
export async function drawn(bytes: Uint8Array): Promise<GreyPicture> {
  const { loadImage } = canvasLibrary();
  const image = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  return drawnFrom(image, image.width, image.height);
}

/** The same of points that are unpacked already: four bytes each, red, green, blue and how much it covers. */
export function drawnPoints(points: Uint8Array, width: number, height: number): GreyPicture {
  return drawnFrom(canvasOf(points, width, height), width, height);
}

/** A picture drawn larger or smaller, as far as it can be read then. */
export function resized({ width, height, pixels }: GreyPicture, scale: number): GreyPicture {
  const points = new Uint8Array(pixels.length * 4);
  pixels.forEach((grey, at) =>
    points.fill(grey, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4),
  );
  return drawnFrom(canvasOf(points, width, height), width, height, scale);
}

function canvasOf(points: Uint8Array, width: number, height: number): Canvas {
  const { createCanvas, ImageData } = canvasLibrary();
  const canvas = createCanvas(width, height);
  const data = new ImageData(new Uint8ClampedArray(points), width, height);
  canvas.getContext('2d').putImageData(data, 0, 0);
  return canvas;
}

function drawnFrom(source: Image | Canvas, width: number, height: number, wished = 1): GreyPicture {
  const scale = Math.min(wished, Math.sqrt(MOST_POINTS / (width * height)));
  const wide = Math.max(1, Math.round(width * scale));
  const high = Math.max(1, Math.round(height * scale));
  return greyCanvas(wide, high, (context) => {
    context.imageSmoothingQuality = 'high';
    context.drawImage(source, 0, 0, wide, high);
  });
}

/** What is drawn on white paper, in shades of grey. */
function greyCanvas(
  width: number,
  height: number,
  draw: (context: SKRSContext2D) => void,
): GreyPicture {
  const canvas = canvasLibrary().createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  draw(context);
  return { width, height, pixels: greyOf(context.getImageData(0, 0, width, height).data) };
}

/** Shades of grey as the eye weighs colours (ITU-R BT.601), of points that cover all that is behind them. */
export function greyOf(points: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(points.length / 4);
  for (let at = 0, from = 0; at < grey.length; at++, from += 4) {
    const [red, green, blue] = [points[from], points[from + 1], points[from + 2]];
    grey[at] = ((red ?? 0) * 77 + (green ?? 0) * 151 + (blue ?? 0) * 28) >> 8;
  }
  return grey;
}
