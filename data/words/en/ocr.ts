/** Pictures, and reading their words. */
export const ocr = {
  png: 'Picture (PNG)',
  jpeg: 'Picture (JPEG)',
  tiff: 'Picture or scan (TIFF)',
  gif: 'Picture (GIF)',
  webp: 'Picture (WebP)',
  bmp: 'Picture (BMP)',
  brokenPicture:
    '“{file}” is a broken picture, or only the beginning of one. Nothing of it was imported; get it once more from where it came.',
  hugePicture:
    '“{file}” is larger than {most} million points, or has more than {pages, number} pages. Nothing of it was imported; save it smaller, or split it.',
  brokenLanguage:
    'What is known of “{languages}” for reading pictures is missing or damaged. Nothing was imported; choose another language, or get its .traineddata file once more.',
} as const;
