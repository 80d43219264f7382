import { readDocuments } from './read-parts.ts';

/** A mail by its lines. */
export const mail = (...lines: string[]): string => lines.join('\r\n');
/** Text of which every character is a byte. */
export const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
/** The one document of a mail, or its first. */
export const one = async (content: string | Uint8Array) =>
  (await readDocuments('a.eml', content))[0];

/** A mail of some parts; each part is its lines. */
export const multipart = (kind: string, ...parts: string[][]): string =>
  mail(
    'From: Odo Karst <odo@kesk.example>',
    'Subject: Snow',
    `Content-Type: multipart/${kind}; boundary="=_b"`,
    '',
    'Before the parts.',
    ...parts.flatMap((lines) => ['--=_b', ...lines]),
    '--=_b--',
    'Behind them.',
  );
