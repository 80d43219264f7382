/** What the program is doing, and what it refuses by itself. */
export const state = {
  'making-the-case': 'Making the case',
  'opening-the-case': 'Opening the case',
  'unpacking-the-case': 'Unpacking the case',
  'encrypting-the-case': 'Encrypting the case',
  'decrypting-the-case': 'Decrypting the case',
  'no-case-open': 'No case is open. Open or create one first.',
  'this-case': 'This case',
} as const;
