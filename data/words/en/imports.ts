/** Import formats, and why a file is not imported. */
export const imports = {
  plainText: 'Plain text',
  html: 'Web page',
  xhtml: 'Web page (XHTML)',
  mhtml: 'Web page in one file (MHTML)',
  markdown: 'Markdown',
  docx: 'Word document',
  rtf: 'Rich text',
  odt: 'OpenDocument text',
  pdf: 'PDF',
  brokenPdf:
    '“{file}” is a broken PDF. Nothing of it was imported; get it once more from where it came, or print it to a new PDF.',
  tooManyPages:
    '“{file}” has more than {most, number} pages. Nothing of it was imported; split the file.',
  pageWithoutText: 'Page {page}: a picture without text',
  tooManyBlocks:
    'The text has more than {most, number} paragraphs or lines. Nothing was imported; split the file.',
  zip: 'ZIP archive',
  mail: 'Mail',
  mailbox: 'Mail box',
  outlook: 'Outlook message',
  table: 'Table (CSV, TSV)',
  spreadsheet: 'Spreadsheet',
  subtitles: 'Subtitles',
  book: 'Electronic book',
  emptyFile:
    '“{file}” holds no text. Nothing was imported; check that the file was saved completely.',
  notText:
    '“{file}” is not a text: it holds binary data. Nothing was imported; export it as text from the program that made it.',
  unknownEncoding:
    '“{file}” is said to be in “{encoding}”, an encoding this program does not know. Nothing was imported; save the file as UTF-8.',
  wrongEncoding:
    '“{file}” is not valid {encoding}. Nothing was imported; save the file as UTF-8, or import it with its encoding named, such as windows-1252.',
  wrongEncodingAt:
    '“{file}” is not valid {encoding} (first bad byte at {offset}). Nothing was imported; save the file as UTF-8, or import it with its encoding named, such as windows-1252.',
  tooLarge:
    '“{file}” has {size} MB; at most {limit} MB of this format can be imported. Nothing was imported; split the file.',
  unsupported:
    '“{file}” is {what, select, pdf {a PDF} rtf {an RTF document} document {an office document} book {an electronic book} office {an old office document} picture {a picture} sound {a recording of sound} film {a film} font {a font} compressed {a compressed file} program {a program} database {a database} xml {data in XML} json {data in JSON} agenda {a calendar or a card of contacts} print {a page for printers} source {the source of a program} other {of another format}}, which cannot be imported yet. Nothing was imported; {what, select, office {open it in the program that made it, save it as DOCX, XLSX or PDF and import that} document {open it in the program that made it, save it as DOCX, XLSX or PDF and import that} other {save its text as plain text, Markdown or HTML and import that}}.',
  archiveByOtherName:
    '“{file}” is a ZIP archive under another name. Nothing was imported; give it a name that ends in .zip and import that.',
  noMainPart:
    '“{file}” holds no text of a document where there should be one. Nothing of it was imported; open it in the program that made it, and save it once more.',
  protectedFile:
    '“{file}” is protected by a password, and such a file cannot be opened here. Nothing of it was imported; save it without its password and import that.',
  brokenArchive:
    '“{file}” is a broken archive, or one that must not be unpacked. Nothing of it was imported; get it once more from where it came.',
  unsafeArchive:
    '“{file}” {what}, so it is not unpacked. Nothing of it was imported; unpack it yourself if you trust it, and import the folder.',
  brokenDocument:
    '“{file}” is damaged, or not of the kind that its name says. Nothing of it was imported; get it once more from where it came.',
  unsafeDocument:
    '“{file}” {what}, so it is not opened. Nothing of it was imported; if you trust it, open it in the program that made it, and save it once more.',
  zipFault:
    '{what, select, link {holds a link or another thing that is no file ({name})} sealed {holds a file behind a password ({name})} packing {holds a file that is packed in a way that is not read ({name})} entry {holds a file that would take {size} MB, which is too large ({name})} twice {holds two files of one name ({name})} shared {is made so that its files share their bytes} total {would take {size} MB when it is unpacked} other {would take {size} MB when it is unpacked, more than {ratio} times its own size}}',
  strangeName: 'names a file “{name}”, which leads out of its folder or hides what it is',
  twiceName: 'holds two files of the name “{name}”',
  tooManyInside: 'holds more than {most, number} files',
  brokenXml:
    '“{file}” cannot be read: its XML is not as it should be ({what}). Nothing of it was imported; open it in the program that made it, and save it once more.',
  tooNested: 'more than {most} elements within each other',
  partName: 'part {number}',
  messageName: 'message {number}',
  rowName: 'row {number}',
  brokenMessage:
    '“{file}” is an Outlook message that is damaged. Nothing of it was imported; save it once more from Outlook, or as EML.',
  sealedMail:
    '“{file}” is an encrypted message. It was not imported; decrypt it in the mail program of who received it, and save it from there.',
  tooManyMailParts:
    '“{file}” is made of more than {most, number} parts, or of parts within parts within parts. Nothing of it was imported; save the text of the message by itself.',
  noMailBox:
    '“{file}” holds no message that begins as one in a mail box does. Nothing was imported; export the box as MBOX once more, or its messages as EML.',
  noColumn:
    '“{file}” has no column “{column}”; its columns are {columns}. Nothing was imported; name one of these.',
  brokenTable:
    '“{file}” is a spreadsheet in which no sheet can be read. Nothing was imported; save it once more from the program that made it.',
  sealedBook:
    '“{file}” is a book with copy protection. Nothing of it was imported; get it without.',
  brokenBook:
    '“{file}” is a book that does not tell what its chapters are. Nothing of it was imported; save it once more from the program that made it.',
  tooManyGroups:
    '“{file}” cannot be read: it holds more than {most, number} groups within each other. Nothing of it was imported; open it in the program that made it, and save it once more.',
  tooDeep:
    '“{file}” lies more than {most} archives deep. It was not imported; unpack it and import it by itself.',
  passwordNeeded:
    '“{file}” is protected by a password. Nothing of it was imported; give the password and import it once more.',
  wrongPassword:
    '“{file}” is protected by a password, and it is another than the one that was given. Nothing of it was imported; try another.',
  leftOut:
    '{what, select, script {scripts} style {styles} embed {embedded pages} control {form fields} picture {pictures} media {recordings} file {files in it} macro {macros} other {other parts}}',
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
  nothingToPaste:
    'There are no words to import. Nothing was imported; copy a text or part of a page first.',
  pastedText: 'Pasted {time}.txt',
  pastedPage: 'Pasted {time}.html',
  fileGone: 'This file is not known any more. Nothing was changed; import it once more.',
  halfway:
    'Of “{file}”, {count, plural, one {one document was imported and is kept} other {{count} documents were imported and are kept}}. {rest}',
  nothing: 'Nothing was imported',
  nothingMore: 'Nothing more of it was imported',
} as const;
