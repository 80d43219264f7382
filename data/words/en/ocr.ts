/** Pictures, and reading their words. */
export const ocr = {
  png: 'Picture (PNG)',
  jpeg: 'Picture (JPEG)',
  tiff: 'Picture or scan (TIFF)',
  gif: 'Picture (GIF)',
  webp: 'Picture (WebP)',
  bmp: 'Picture (BMP)',
  brokenPicture:
    '{page, plural, =0 {“{file}”} other {Page {page} of “{file}”}} is a broken picture, or only the beginning of one. Nothing of it was imported; get it once more from where it came.',
  cutPicture:
    '“{file}” ends before {page, plural, =0 {its picture} other {its page {page}}} does: it was cut off on its way. Nothing of it was imported; get the whole file once more from where it came. If there is no other, open it in a picture program and save what can be seen as a new file.',
  damagedPicture:
    '{page, plural, =0 {The picture in “{file}”} other {Page {page} of “{file}”}} is damaged and cannot be drawn whole. Nothing of it was imported; get it once more from where it came. If there is no other, open it in a picture program and save what can be seen as a new file.',
  unknownPacking:
    '{page, plural, =0 {The picture in “{file}”} other {Page {page} of “{file}”}} is packed in a way that cannot be drawn here. Nothing of it was imported; open it in a picture program and save it with another compression (LZW, Deflate, fax), or as PNG.',
  hugePicture:
    '“{file}” is larger than {most} million points, or has more than {pages, number} pages. Nothing of it was imported; save it smaller, or split it.',
  notLooked: 'languages are not looked for elsewhere',
  brokenLanguage:
    'What is known of “{languages}” for reading pictures is missing or damaged. Nothing was imported; choose another language, or get its .traineddata file once more.',
  unknownLanguages: 'There is no {languages} for --ocr; known are {known}.',
  tooManyLanguages: 'At most {most} languages can be named for --ocr.',
  dataWithoutLanguages: '--ocr-data needs --ocr, with the languages to read.',
  noLanguageThere: '“{path}” is no .traineddata file, and holds none.',
  'hint-languages': 'read the words of scans and pictures in these languages: {known}',
  'hint-data': 'further languages: a .traineddata file, or a folder of them',
  reading: 'Reading the words of {title}',
  cancelledReading: 'This was cancelled. The document is as it was.',
  nothingRead:
    'No words were found in the pictures of “{title}” in {languages}. Nothing was changed; try other languages.',
  noPictures: '“{title}” has no pictures whose words could be read. Nothing was changed.',
  notALanguage:
    '“{file}” is no .traineddata file of Tesseract. Nothing was added; choose a file such as deu.traineddata.',
  chooseLanguage: 'Choose a language for reading pictures',
  chooseButton: 'Add',
  languageFiles: 'Languages of Tesseract (.traineddata)',
  readWords: 'Read the words…',
  'readWords.words': 'ocr scan picture recognise text language',
  'panel.title': 'Read the words of pictures',
  'panel.about':
    'The words of the pages that are pictures become the text of the document. Choose the languages that they are in: the fewer, the surer and the quicker.',
  'panel.languages': 'Languages',
  'panel.read': 'Read',
  'panel.cancel': 'Cancel',
  'panel.add': 'Add a language from a file…',
  'panel.inUse':
    'Words of this document are highlighted: what is read becomes a new version of it, and the highlights come along.',
  done: 'Words were read on {pages, plural, one {one page} other {{pages} pages}} of “{title}”, with a confidence of {confidence} %.',
  undo: 'Undo',
  notOneParagraph:
    'These words are not of one paragraph. Nothing was changed; correct one paragraph after the other.',
  nothingCorrected: 'These are the words that are there already, or none. Nothing was changed.',
  correct: 'Correct words read from a picture…',
  'correct.words': 'ocr scan mistake edit text spelling',
  'correct.title': 'Correct the words of a paragraph',
  'correct.about':
    'What you write becomes a new version of the document. The old one stays, and highlights come along.',
  'correct.label': 'Words of the paragraph',
  'correct.save': 'Make the new version',
  corrected: 'The words were corrected: this is a new version of “{title}”.',
  'inspector.words': 'Words of pictures',
  'inspector.read':
    '{n, plural, one {page} other {pages}} {pages}: {languages}, confidence {confidence} %, by {by}',
  unsure: 'Unsure: read from a picture',
  layer: 'Show which words were read unsurely from pictures, or not',
  'layer.words': 'layers ocr scan doubtful confidence',
  'layer.name': 'Unsure words',
} as const;
