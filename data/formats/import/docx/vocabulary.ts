import type { Vocabularies } from '../office/qualified.ts';

/** Namespaces of Word files, transitional and strict, by the prefixes that they are known by here. */
export const VOCABULARIES: Vocabularies = [
  ['w', /\/wordprocessingml\/(?:2006\/)?main$/],
  ['m', /\/officeDocument\/(?:2006\/)?math$/],
  ['r', /\/officeDocument\/(?:2006\/)?relationships$/],
  ['mc', /\/markup-compatibility\/2006$/],
  ['a', /\/drawingml\/(?:2006\/)?main$/],
  ['pic', /\/drawingml\/(?:2006\/)?picture$/],
  ['v', /^urn:schemas-microsoft-com:vml$/],
  ['o', /^urn:schemas-microsoft-com:office:office$/],
  ['dc', /^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/],
  ['', /\/package\/2006\/relationships$/],
];

/** Elements that are read whole; what holds them is told as it comes. */
export const WHOLE: ReadonlySet<string> = new Set([
  ...['w:p', 'w:tblPr', 'w:tblGrid', 'w:trPr', 'w:tcPr', 'w:sectPr', 'w:sdtPr', 'w:altChunk'],
  ...['m:oMathPara', 'w:customXmlPr', 'w:tblPrEx', 'w:sdtEndPr', 'mc:AlternateContent'],
]);
