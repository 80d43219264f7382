import { isPhrase, phrases } from '../phrases.ts';
import type { Row } from '../rows.ts';
import type { Page } from './page.ts';

const LONGEST = 700;

const HEADINGS = phrases(
  'about_the_author|about_the_authors|about_author|about_the_writer|author_bio|the_author|written_by',
  'об_авторе|об_авторах|über_den_autor|über_die_autorin|über_die_autoren|zum_autor|à_propos_de_l_auteur',
  'sobre_el_autor|sobre_la_autora|acerca_del_autor|yazar_hakkında|درباره_نویسنده|درباره_ی_نویسنده|عن_الكاتب|نبذة_عن_الكاتب',
  '作者简介|关于作者|مصنف_کے_بارے_میں',
);
/** Signs of a box about the author; one alone also begins ordinary sentences. */
const AUTHOR =
  /^(?:the (?:writer|author) (?:heads|is an? |is the |is based|works|covers|teaches|writes|edits|holds|tweets|can be)|(?:автор|об авторе)[:\s—–-]|(?:der autor|die autorin) (?:ist|arbeitet|lehrt)|l[’']auteure? est |(?:el autor|la autora) es |کاتب)/iu;
const CONTACT =
  /\b(?:can be (?:reached|contacted)|(?:he|she|they)? ?tweets?|follow (?:him|her|them)|email him|email her) (?:at|on|as|via|by)?\b|^e-?mail:/i;
const ADDRESS = /\[email|\S@\S|(?:^|\s)@\w{2}|\bhttps?:|\bwww\./i;
/** “… is a senior fellow at …”: what somebody does, told of a name. */
const OFFICE =
  /^(?:an? |the )?[^.,]{0,60}(?:journalist|reporter|correspondent|columnist|editor|analyst|fellow|researcher|professor|lecturer|writer|author|contributor|scholar)/;
const PERSON = /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]*$/u;

function hasOffice(text: string): boolean {
  const is = text.indexOf(' is ');
  return is > 0 && is < 60 && OFFICE.test(text.slice(is + 4, is + 120));
}

/** Whether a row is nothing but the name of a person, as far as its letters tell. */
export const isPerson = (text: string): boolean => text.length <= 60 && PERSON.test(text);

/**
 * The box about the author: by what it says and by an address in it, a name right above it, or a heading.
 * None of these alone: writers are also detained, and embassies reached.
 */
export function authorBoxes(page: Page): void {
  page.rows.forEach((row, index) => {
    if (row.region !== undefined || !page.isEnd(index) || row.length > LONGEST) return;
    if (isPhrase(row.text, HEADINGS)) headed(page, index);
    else if (isAbout(page, index)) {
      page.mark(index, 'author-box');
      if (isNamed(page, index)) page.mark(index - 1, 'author-box');
    }
  });
}

/** A heading, with a name and what it is about below it. */
function headed(page: Page, index: number): void {
  const below = page.rows[index + 1];
  if (!below || below.length > LONGEST || !isAboutSomebody(below)) {
    if (below && isPerson(below.text)) page.mark(index + 1, 'author-box');
    else if (below) return;
  }
  page.mark(index, 'author-box');
  const next = page.rows[index + 2];
  if (below && isPerson(below.text) && next && isAboutSomebody(next))
    page.mark(index + 2, 'author-box');
  else if (below) page.mark(index + 1, 'author-box');
}

const isAboutSomebody = ({ text, length }: Row): boolean =>
  length <= LONGEST && (AUTHOR.test(text) || hasOffice(text) || CONTACT.test(text));

function isNamed(page: Page, index: number): boolean {
  const above = page.rows[index - 1];
  return above !== undefined && above.region === undefined && isPerson(above.text);
}

function isAbout(page: Page, index: number): boolean {
  const row = page.rows[index];
  if (!row || row.text.split(' ').length < 6) return false;
  const signs = [
    AUTHOR.test(row.text) || hasOffice(row.text),
    CONTACT.test(row.text) && ADDRESS.test(row.text),
    isNamed(page, index) || isInByline(page, row),
  ];
  return signs.filter(Boolean).length >= 2;
}

/** “Ada Kerim is a reporter …”, and the name stands alone near the top. */
function isInByline(page: Page, { text }: Row): boolean {
  const name = text.slice(0, text.indexOf(' is '));
  if (!isPerson(name)) return false;
  return page.rows.slice(1, 6).some((row) => row.length < 120 && row.text.includes(name));
}
