import { describe, expect, it } from 'vitest';
import json from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { Codebook } from '#data/model/codebook.ts';

const codebook = Codebook.parse(json);
const entries = [...codebook.entityTypes, ...codebook.relationTypes, ...codebook.tags];
const coloured = entries.flatMap(({ id, colour }) => (colour ? [{ id, colour }] : []));
const colouredDark = entries.flatMap((entry) =>
  'colourDark' in entry && entry.colourDark ? [{ id: entry.id, colour: entry.colourDark }] : [],
);

/** WCAG contrast ratio of two `#rrggbb` colours. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('the default codebook', () => {
  it('has ids that are unique over all kinds, and keys that are unique', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const keys = entries.flatMap((entry) => ('key' in entry && entry.key ? [entry.key] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves the keys of the tag bar alone', () => {
    const taken = entries.filter((entry) => 'key' in entry && /^[ecnar]$/.test(entry.key ?? ''));
    expect(taken).toEqual([]);
  });

  it('has the types of actors and relations that the trade needs', () => {
    expect(codebook.entityTypes.map(({ name }) => name)).toEqual([
      'person',
      'organisation',
      'state',
      'armed group',
      'group',
      'place',
      'initiative/agreement',
      'media outlet',
      'event',
    ]);
    expect(codebook.relationTypes.map(({ name }) => name)).toEqual([
      'member of',
      'observer of',
      'dialogue partner of',
      'leads',
      'takes part in',
      'meets',
      'opposes',
      'supports',
      'lists as terrorist',
      'invests in',
      'borders',
      'speaks for',
      'belongs to',
      'hosts',
      'attacks',
      'criticises',
      'trains with',
      'based in',
    ]);
    expect(new Set(codebook.entityTypes.map(({ shape }) => shape)).size).toBe(9);
  });

  it('has a tree of described tags whose roots have colours', () => {
    const roots = codebook.tags.filter(({ parent }) => parent === undefined);
    expect(roots.length).toBeGreaterThanOrEqual(6);
    for (const { id, parent, colour, description } of codebook.tags) {
      expect(description, id).toMatch(/^[A-Z].*\.$/);
      if (parent === undefined) expect(colour, id).toBeDefined();
      else expect(roots.map((root) => root.id)).toContain(parent);
    }
  });

  it('has colours that can be read on white and on near-black', () => {
    for (const { id, colour } of coloured) {
      expect(contrast(colour, '#ffffff'), id).toBeGreaterThanOrEqual(4.5);
    }
    for (const { id, colour } of colouredDark) {
      expect(contrast(colour, '#16181d'), id).toBeGreaterThanOrEqual(4.5);
    }
  });
});
