/** Import formats, and why a file is not imported. */
export const imports = {
  plainText: 'Plain text',
  html: 'Web page',
  markdown: 'Markdown',
  tooManyBlocks:
    'The text has more than {most, number} paragraphs or lines. Nothing was imported; split the file.',
  emptyFile:
    '“{file}” holds no text. Nothing was imported; check that the file was saved completely.',
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
    '“{file}” is {what, select, pdf {a PDF} rtf {an RTF document} document {an office document} book {an electronic book} office {an old office document} zip {a ZIP archive} picture {a picture} sound {a recording of sound} film {a film} font {a font} compressed {a compressed file} program {a program} database {a database} other {of another format}}, which cannot be imported yet. Nothing was imported; save its text as plain text, Markdown or HTML and import that.',
  packedCase:
    '“{file}” is a case in one file, not a document. Nothing of it was imported; unpack it and open it.',
  tooMuchText:
    '“{file}” holds more text than one file may bring. Nothing was imported; split the file.',
  cancelled: 'The import was cancelled.',
  grows: '“{file}” grows while it is read. Nothing was imported; import it when it is finished.',
  ofTheSystem:
    '“{file}” holds no documents but what the system tells of itself. Nothing of it was imported.',
  notUtf8:
    '“{file}” has a name that is no valid UTF-8, so it cannot be named here. Nothing was imported; import the folder that it lies in.',
  isACase:
    '“{file}” is a case, not a folder of documents. Nothing of it was imported; open it instead.',
  insideACase:
    '“{file}” lies in the case “{folder}”, whose files are no documents. Nothing of it was imported; open that case, or copy what you need out of it.',
  tooManyFiles:
    'There are more than {most, number} files. The rest was not imported; choose fewer folders.',
  silence:
    'Reading “{file}” came no further for {seconds} seconds. Nothing was imported; save its text as plain text and import that.',
  time: '“{file}” could not be read within {minutes, plural, one {{minutes} minute} other {{minutes} minutes}}. Nothing was imported; save its text as plain text and import that.',
  memory:
    'Reading “{file}” needs more than {size} MB of memory. Nothing was imported; split the file.',
  death:
    'Reading “{file}” ended without a result. Nothing was imported; save its text as plain text and import that.',
  halfway:
    'Of “{file}”, {count, plural, one {one document was imported and is kept} other {{count} documents were imported and are kept}}. {rest}',
  nothing: 'Nothing was imported',
  nothingMore: 'Nothing more of it was imported',
} as const;
