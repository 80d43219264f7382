import { expect, test } from 'vitest';
import { AppError } from '#data/errors.ts';
import { seeded } from './seed.ts';

/** What a removal answers. */
function refusal(op: string, input: unknown): AppError {
  try {
    seeded().do(op, input);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was refused');
}

test('what is in use is told by the names that the analyst knows', () => {
  expect(refusal('document.remove', { id: 'd1' }).message).toBe(
    'The document “Title of d1” is used by relation “alpha member of beta”, event “meeting”. ' +
      'Nothing was changed; change or remove those first.',
  );
  expect(refusal('entity.remove', { id: 'beta' }).message).toBe(
    'The actor “beta” is used by relation “alpha member of beta”, event “meeting”, ' +
      'claim “Alpha lies”. Nothing was changed; change or remove those first, or remove with the ' +
      'option “cascade”.',
  );
});

test('one user is one, however often it uses the record', () => {
  const { message, details } = refusal('tag.remove', { id: 'doubt' });
  expect(message).toContain('The tag “Doubts” is used by tag “Deep doubts”.');
  expect(message).toContain('remove that first.');
  expect(details).toMatchObject({ count: 1, by: [{ kind: 'tag', id: 'deep-doubt' }] });
  expect(refusal('document.remove', { id: 'd1' }).details).toMatchObject({ count: 2 });
});
