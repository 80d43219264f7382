import type { DocumentLink } from '../model/document-link.ts';
import type { CaseReader } from '../state/case-view.ts';
import { usersOf } from './users-of.ts';

/** A document that is a translation of another one, or has one, seen from that document. */
export interface TranslationLink {
  link: DocumentLink;
  /** The document at the other end. */
  other: string;
  /** Whether the other one is the translation. */
  isOriginal: boolean;
}

/** Confirmed translations of a document, and what it is a translation of, the oldest link first. */
export function translationsOf(reader: CaseReader, document: string): TranslationLink[] {
  return usersOf(reader, 'documentLink', 'document', document)
    .filter(({ type, state }) => type === 'translation-of' && state === 'confirmed')
    .map((link) => {
      const isOriginal = link.to === document;
      return { link, other: isOriginal ? link.from : link.to, isOriginal };
    });
}
