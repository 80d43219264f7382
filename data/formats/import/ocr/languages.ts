/**
 * Languages that the program can read in pictures without a file from elsewhere, by Tesseract's codes, with
 * their BCP 47 tags.
 */
export const bundledLanguages = {
  eng: 'en',
  rus: 'ru',
  chi_sim: 'zh-Hans',
  ara: 'ar',
  fas: 'fa',
  urd: 'ur',
  pus: 'ps',
  uig: 'ug',
} as const;

/** Code of a language that comes with the program. */
export type BundledLanguage = keyof typeof bundledLanguages;

/** Whether a code is that of a language that comes with the program. */
export const isBundled = (code: string): code is BundledLanguage =>
  Object.hasOwn(bundledLanguages, code);

/** How a code of a language looks, so that it can be a name of a file: `eng`, `chi_sim_vert`, `script-Latin`. */
export const LANGUAGE_CODE = /^[A-Za-z][\w-]{1,39}$/;
