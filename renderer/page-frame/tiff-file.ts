import { decode, decodeImage, toRGBA8, type IFD } from 'utif2';
import type { PageFile } from './page-file.ts';
import { PicturePages } from './picture-pages.ts';

/** Most pixels of a page that is unpacked. */
const MOST_PIXELS = 100_000_000;

/** Opens a TIFF with all its pages. Throws what is none. */
export async function openTiff(bytes: ArrayBuffer): Promise<PageFile> {
  const pages: ImageBitmap[] = [];
  for (const page of decode(bytes)) pages.push(await bitmapOf(bytes, page));
  return new PicturePages(pages);
}

async function bitmapOf(bytes: ArrayBuffer, page: IFD): Promise<ImageBitmap> {
  decodeImage(bytes, page);
  const { width, height } = page;
  if (!(width > 0 && height > 0 && width * height <= MOST_PIXELS)) throw new Error('size');
  const rgba = new Uint8ClampedArray(toRGBA8(page));
  return createImageBitmap(new ImageData(rgba, width, height));
}
