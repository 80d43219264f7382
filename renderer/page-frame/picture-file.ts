import type { Asked } from '../pages/wire.ts';
import type { PageFile } from './page-file.ts';
import { PicturePages } from './picture-pages.ts';

/** Opens a picture: by the browser's own decoder, or a TIFF with all its pages. Throws what is no picture. */
export async function openPicture(ask: Asked['open']['ask']): Promise<PageFile> {
  if (ask.mediaType === 'image/tiff') return (await import('./tiff-file.ts')).openTiff(ask.bytes);
  const decoder = new ImageDecoder({ data: ask.bytes, type: ask.mediaType });
  try {
    const { image } = await decoder.decode();
    const bitmap = await createImageBitmap(image);
    image.close();
    return new PicturePages([bitmap]);
  } finally {
    decoder.close();
  }
}
