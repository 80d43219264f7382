import { valueOf } from '../../mail/header-block.ts';
import type { MimePart } from '../../mail/mime-tree.ts';
import type { SavedParts } from './parts.ts';

const SCHEME = /^[a-z][a-z\d+.-]{0,30}:/i;

/**
 * An address as it is meant where it is written, at `base` (RFC 3986, 5.2). One that cannot be told stays as it
 * is written.
 */
export function resolved(address: string, base: string): string {
  if (address === '' || SCHEME.test(address)) return address;
  const [root = '', scheme = '', host = ''] =
    /^([a-z][a-z\d+.-]{0,30}:)(\/\/[^/?#]*)?/i.exec(base) ?? [];
  if (root === '') return address;
  if (address.startsWith('//')) return scheme + address;
  const [path = ''] = /^[^?#]*/.exec(base.slice(root.length)) ?? [];
  if (address.startsWith('?') || address.startsWith('#')) return root + path + address;
  if (address.startsWith('/')) return scheme + host + withoutDots(address);
  return (
    scheme + host + withoutDots(`${path.slice(0, path.lastIndexOf('/') + 1) || '/'}${address}`)
  );
}

/** A path without the steps that stay or go up; what stands behind it is no path. */
function withoutDots(address: string): string {
  const [path = ''] = /^[^?#]*/.exec(address) ?? [];
  if (!path.includes('/.')) return address;
  const steps: string[] = [];
  const all = path.split('/');
  for (const [at, step] of all.entries()) {
    const isLast = at === all.length - 1;
    if (step === '..' && steps.length > 1) steps.pop();
    if (step !== '.' && step !== '..') steps.push(step);
    else if (isLast) steps.push('');
  }
  return steps.join('/') + address.slice(path.length);
}

/** Finds the parts of a saved page by the addresses under which it names them. */
export class PartFinder {
  readonly #parts = new Map<string, MimePart>();

  /** `base`: where the page was, for parts whose own address is told from there. */
  constructor(parts: readonly MimePart[], base: string) {
    for (const part of parts) {
      const id = valueOf(part.fields, 'content-id')?.replace(/^<|>$/g, '');
      const place = placeOf(part);
      const names = [id && `cid:${id}`, place, place && resolved(place, base)];
      for (const name of names) if (name && !this.#parts.has(name)) this.#parts.set(name, part);
    }
  }

  /** The part with an address that is written in a page or style sheet which was at `base`. */
  find(address: string, base: string): MimePart | undefined {
    const plain = address.trim();
    const whole = resolved(plain, base);
    return this.#parts.get(plain) ?? this.#parts.get(whole) ?? this.#parts.get(withoutHash(whole));
  }
}

/** Where a part was; '' when it does not say so. A long address may have been parted. */
export const placeOf = ({ fields }: MimePart): string =>
  valueOf(fields, 'content-location')?.replace(/\s+/g, '') ?? '';

const withoutHash = (address: string): string => address.split('#', 1)[0] ?? '';

/** Where a saved page was; '' when nothing of it says so. */
export function placeOfPage({ message, root }: Pick<SavedParts, 'message' | 'root'>): string {
  const said = valueOf(message.fields, 'snapshot-content-location') ?? '';
  return [placeOf(root), placeOf(message), said].find((one) => one !== '') ?? '';
}
