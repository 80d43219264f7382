import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { readBytes, shown } from '../../import/support/read-case.ts';

/** A PDF that names an address wherever one may stand. */
function pdfWith(address: string): Uint8Array {
  const url = `<</FS/URL/F(${address}f)>>`;
  const content = 'BT /F1 12 Tf 72 700 Td (Nothing is fetched.) Tj ET /Im Do';
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(${address}o)>>/Outlines 8 0 R>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>/XObject<</Im 6 0 R>>>>/Contents 4 0 R/Annots[7 0 R]>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `<</Type/Font/Subtype/TrueType/BaseFont/Faraway/FontDescriptor<</Type/FontDescriptor/FontName/Faraway/Flags 32/FontFile2<</F ${url}>>>>>>`,
    `<</Type/XObject/Subtype/Image/Width 400/Height 400/BitsPerComponent 8/ColorSpace/DeviceGray/F ${url}/Length 0>>stream\n\nendstream`,
    `<</Type/Annot/Subtype/Link/Rect[70 690 200 715]/A<</S/URI/URI(${address}l)>>/AA<</PO<</S/SubmitForm/F ${url}>>>>>>`,
    `<</First 9 0 R/Last 9 0 R/Count 1>>`,
    `<</Title(Away)/Parent 8 0 R/A<</S/GoToR/F ${url}/D[0/Fit]>>>>`,
  ];
  const body = objects.map((one, at) => `${at + 1} 0 obj\n${one}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer<</Root 1 0 R>>\n%%EOF`, 'latin1');
}

test('a PDF that is full of addresses is read without asking for any of them', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { documents } = await readBytes('x.pdf', pdfWith(address));
    const [document] = documents;
    expect(document && shown(document)).toBe('Nothing is fetched.');
    expect(document?.marks?.map((one) => one.address)).toEqual([`${address}l`]);
    expect(asked).toBe(0);
  } finally {
    server.close();
  }
});
