import type { Canvas } from '@napi-rs/canvas';
import type Utif from 'utif2';
import type { IFD } from 'utif2';
import type { GreyPicture } from '#data/formats/import/picture-reader.ts';
import { PictureFault } from '#data/formats/import/pictures/fault.ts';
import type { PictureSize } from '#data/formats/import/pictures/size.ts';
import { canvasLibrary } from '../native-parts.ts';
import { drawnPoints } from './draw.ts';
import { needDirectories, needStrips } from './tiff-whole.ts';
import { quarterTurned } from './turned.ts';

type Library = typeof Utif;

/** Tags of a picture in a TIFF (TIFF 6.0): what it is beside a page, its size, which way it is up. */
const TAG = { subfile: 't254', oldSubfile: 't255', width: 't256', height: 't257', way: 't274' };
/** Quarters of a turn clockwise that bring a page upright, by its tag; mirrored ones stay as they are. */
const QUARTERS: Readonly<Record<number, 1 | 2 | 3>> = { 3: 2, 6: 1, 8: 3 };

/** A page of a TIFF that can be drawn. */
export interface TiffPage extends PictureSize {
  /** Throws `PictureFault` when it cannot be drawn whole. */
  draw(): Promise<GreyPicture>;
  /** The same in its colours, as far as it can be drawn. */
  colours(): Canvas;
}

/**
 * The pages of a TIFF, without the small pictures of them that stand beside. Throws when it is broken, and
 * `PictureFault` when it is the beginning of one, or turns round in itself.
 */
export async function tiffPages(bytes: Uint8Array): Promise<TiffPage[]> {
  const directories = needDirectories(bytes);
  const { default: utif } = await import('utif2');
  const buffer = Uint8Array.from(bytes).buffer;
  const decoded = utif.decode(buffer);
  if (decoded.length < directories) throw new PictureFault('damaged');
  return decoded
    .filter((one) => numberOf(one, TAG.width) > 0 && !isThumbnail(one))
    .map((one) => ({
      width: numberOf(one, TAG.width),
      height: numberOf(one, TAG.height),
      draw: async () => {
        await needStrips(bytes, one);
        return drawnPage(utif, buffer, one);
      },
      colours: () => colouredPage(utif, buffer, one),
    }));
}

function colouredPage(utif: Library, buffer: ArrayBuffer, page: IFD): Canvas {
  utif.decodeImage(buffer, page);
  const { width, height } = page;
  const points = utif.toRGBA8(page);
  page.data = new Uint8Array();
  if (points.length < width * height * 4) throw new RangeError();
  const { createCanvas, ImageData } = canvasLibrary();
  const canvas = createCanvas(width, height);
  const data = new ImageData(new Uint8ClampedArray(points), width, height);
  canvas.getContext('2d').putImageData(data, 0, 0);
  return canvas;
}

function drawnPage(utif: Library, buffer: ArrayBuffer, page: IFD): GreyPicture {
  utif.decodeImage(buffer, page);
  const { width, height } = page;
  const points = utif.toRGBA8(page);
  // Its points are in memory once, not for all pages.
  page.data = new Uint8Array();
  if (points.length < width * height * 4) throw new RangeError();
  const upright = drawnPoints(points.subarray(0, width * height * 4), width, height);
  const quarters = QUARTERS[numberOf(page, TAG.way)];
  return quarters === undefined ? upright : quarterTurned(upright, quarters);
}

/** A smaller picture of another page, by either tag that says so. */
const isThumbnail = (one: IFD): boolean =>
  (numberOf(one, TAG.subfile) & 1) === 1 || numberOf(one, TAG.oldSubfile) === 2;

function numberOf(one: IFD, tag: string): number {
  const value = one[tag];
  return Array.isArray(value) ? Number(value[0]) : 0;
}
