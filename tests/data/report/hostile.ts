import fc from 'fast-check';

/** Stands for half a character, which no operation takes; the finished case has the half in its place. */
export const HALF = '\uE000';

/** What a source or a colleague may put into a name, a title or a text to break out of the report. */
const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onclick='alert(1)",
  '</style><script>alert(1)</script>',
  '</title></svg></table><iframe src=javascript:alert(1)>',
  '<!-- ',
  ']]>',
  '&lt;b&gt; &amp; &#60;',
  '`code` *bold* _it_ ~~no~~ **x**',
  '# heading',
  '- item',
  '1. item',
  '===',
  '| cell | cell |',
  '[link](https://example.invalid/x)',
  '![image](https://example.invalid/x.png)',
  '<https://example.invalid>',
  'https://example.invalid/x www.example.invalid a@example.invalid',
  '[ref]: https://example.invalid',
  '\\',
  '\\<script\\>',
  '$x$ :smile: @name #1 {{x}}',
  '\u202Eevil\u202C \u2066x',
  'سلام دنیا',
  '四方机制',
  `${HALF} half`,
  'tab\tand\u200Bzero',
] as const;

/** Text with attacks in it, at most `longest` code units, and never empty. */
export function hostile(longest = 400): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...attacks) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  );
  return fc
    .array(piece, { minLength: 1, maxLength: 4 })
    .map((pieces) => `x${pieces.join(' ')}`.slice(0, longest).replace(/\p{Cs}/gu, HALF));
}

/** The same as a single line that the records accept. */
export const hostileLine = (): fc.Arbitrary<string> =>
  hostile().map((words) => words.replace(/\p{Cc}/gu, ' ').trim());
