import type { GreyPicture } from '#data/formats/import/picture-reader.ts';

/** A picture turned clockwise by quarters. */
export function quarterTurned(picture: GreyPicture, quarters: 1 | 2 | 3): GreyPicture {
  const { width, height, pixels } = picture;
  const isUpright = quarters === 2;
  const turned = new Uint8Array(pixels.length);
  const [wide, high] = isUpright ? [width, height] : [height, width];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const point = pixels[y * width + x] as number;
      if (quarters === 1) turned[x * wide + (wide - 1 - y)] = point;
      else if (quarters === 2) turned[(high - 1 - y) * wide + (wide - 1 - x)] = point;
      else turned[(high - 1 - x) * wide + y] = point;
    }
  }
  return { width: wide, height: high, pixels: turned };
}
