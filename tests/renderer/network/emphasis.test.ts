import { describe, expect, test } from 'vitest';
import { marksOf, noAttention, voicesOf } from '../../../renderer/network/graph/emphasis.ts';
import { edge, network } from './networks.ts';

const { nodes, edges } = network(
  ['a', 'b', 'c', 'd'],
  [edge('a member b'), edge('b member c'), edge('c member d')],
);
const scene = { nodes, edges, found: new Set<string>(), hovered: undefined };
const none = new Set<string>();

describe('emphasis', () => {
  test('marks nothing when nothing is meant', () => {
    expect(marksOf(scene, noAttention).size).toBe(0);
  });

  test('lights an actor with its relations and lets the rest step back', () => {
    const marks = marksOf(scene, { actors: new Set(['a']), relations: none, withNeighbours: true });
    expect(Object.fromEntries(marks)).toEqual({
      a: 'lit',
      c: 'faded',
      d: 'faded',
      'a-member-b': 'lit',
      'b-member-c': 'faded',
      'c-member-d': 'faded',
    });
  });

  test('marks a chosen relation and keeps both ends clear', () => {
    const marks = marksOf(scene, {
      actors: none,
      relations: new Set(['b-member-c']),
      withNeighbours: false,
    });
    expect(marks.get('b-member-c')).toBe('chosen');
    expect(marks.has('b') || marks.has('c')).toBe(false);
    expect(marks.get('a')).toBe('faded');
  });

  test('does not fade the picture for an actor that is not drawn', () => {
    const attention = { actors: new Set(['elsewhere']), relations: none, withNeighbours: true };
    expect(marksOf(scene, attention).size).toBe(0);
  });

  test('adds the pointer to whatever else is marked', () => {
    const attention = { actors: new Set(['a']), relations: none, withNeighbours: true };
    expect(marksOf({ ...scene, hovered: 'd' }, attention).get('d')).toBe('faded hover');
    expect(marksOf({ ...scene, found: new Set(['c']) }, noAttention).get('c')).toBe('lit');
  });

  test('names all voices of an attribution', () => {
    expect(voicesOf({ entity: 'a', via: { name: 'officials', via: { entity: 'b' } } })).toEqual([
      'a',
      'b',
    ]);
    expect(voicesOf(undefined)).toEqual([]);
  });
});
