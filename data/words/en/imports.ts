/** Import formats, and why a file is not imported. */
export const imports = {
  plainText: 'Plain text',
  html: 'Web page',
  markdown: 'Markdown',
  tooManyBlocks:
    'The text has more than {most, number} paragraphs or lines. Nothing was imported; split the file.',
  emptyFile:
    '“{file}” holds no text. Nothing was imported; check that the file was saved completely.',
  noByteOrderMark:
    '“{file}” looks like {name} without a byte order mark. Nothing was imported; save it as UTF-8, or import it with its encoding named: {encoding}.',
  notText:
    '“{file}” is not a text: it holds binary data behind a text name. Nothing was imported; export it as text from the program that made it.',
  unknownEncoding:
    '“{file}” is said to be in “{encoding}”, an encoding this program does not know. Nothing was imported; save the file as UTF-8.',
  wrongEncoding:
    '“{file}” is not valid {encoding}. Nothing was imported; save the file as UTF-8, or import it with its encoding named, such as windows-1252.',
  wrongEncodingAt:
    '“{file}” is not valid {encoding} (first bad byte at {offset}). Nothing was imported; save the file as UTF-8, or import it with its encoding named, such as windows-1252.',
  tooLarge:
    '“{file}” has {size} MB; at most {limit} MB of this format can be imported. Nothing was imported; split the file.',
  unsupported:
    '“{file}” is {what, select, pdf {a PDF} zip {a ZIP archive or an office document} office {an old office document} picture {a picture} compressed {a compressed file} program {a program} rtf {an RTF document} other {of another format}}, which cannot be imported yet. Nothing was imported; save its text as plain text, Markdown or HTML and import that.',
  packedCase:
    '“{file}” is a case in one file, not a document. Nothing of it was imported; unpack it and open it.',
  tooMuchText:
    '“{file}” holds more text than one file may bring. Nothing was imported; split the file.',
} as const;
