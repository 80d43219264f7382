import { AppError } from '../../../errors.ts';
import { xmlTree, elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { localName } from './paths.ts';

/** Ways of hiding fonts from who copies them: the text can be read. */
const FONTS = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

/** Whether more of a book than its fonts is encrypted, by its list of what is. */
export function isSealed(xml: string, file: string): boolean {
  try {
    return hasOther(xmlTree(xml, { file, doctype: true }));
  } catch (thrown) {
    if (thrown instanceof AppError) return true;
    throw thrown;
  }
}

/** Methods lie two deep: those deeper tell how the key is encrypted. */
function hasOther(root: XmlElement): boolean {
  return elementsOf(root)
    .filter((one) => localName(one.name) === 'EncryptedData')
    .flatMap((one) => elementsOf(one))
    .filter((one) => localName(one.name) === 'EncryptionMethod')
    .some(({ attributes }) => !FONTS.test(attributes['Algorithm'] ?? ''));
}
