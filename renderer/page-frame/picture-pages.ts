import type { PageRun } from '#data/text/page-runs.ts';
import type { OpenedFile, PageSize } from '../pages/wire.ts';
import { boundedScale, type PageFile } from './page-file.ts';

/** Pictures as pages. */
export class PicturePages implements PageFile {
  readonly #pictures: readonly ImageBitmap[];

  constructor(pictures: readonly ImageBitmap[]) {
    this.#pictures = pictures;
  }

  opened(): Promise<OpenedFile> {
    const [first] = this.#pictures;
    return Promise.resolve({
      count: this.#pictures.length,
      first: { width: first?.width ?? 1, height: first?.height ?? 1 },
      labels: null,
      outline: [],
    });
  }

  sizes(from: number, to: number): Promise<PageSize[]> {
    const some = this.#pictures.slice(from, to);
    return Promise.resolve(some.map(({ width, height }) => ({ width, height })));
  }

  draw(page: number, scale: number): Promise<ImageBitmap> {
    const picture = this.#pictures[page];
    if (!picture) throw new Error(String(page));
    const to = boundedScale(picture, scale);
    return createImageBitmap(picture, {
      resizeWidth: Math.max(1, Math.round(picture.width * to)),
      resizeHeight: Math.max(1, Math.round(picture.height * to)),
      resizeQuality: 'medium',
    });
  }

  words(): Promise<PageRun[]> {
    return Promise.resolve([]);
  }

  close(): Promise<void> {
    for (const picture of this.#pictures) picture.close();
    return Promise.resolve();
  }
}
