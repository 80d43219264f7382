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
  unknownLanguages: 'there is no {languages} for --ocr; known are {known}',
  tooManyLanguages: 'at most {most} languages can be named for --ocr',
  dataWithoutLanguages: '--ocr-data needs --ocr, with the languages to read',
  noLanguageThere: '“{path}” is no .traineddata file, and holds none',
  'hint-languages': 'read the words of scans and pictures in these languages: {known}',
  'hint-data': 'further languages: a .traineddata file, or a folder of them',
  highlightsStand:
    '“{title}” is in the case as pictures, and there are highlights on it. Nothing was changed; take them off its pages, and read its words once more.',
} as const;
