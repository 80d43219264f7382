import { createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { opened, sealed } from '../../../../electron/storage/disk/sliced-bytes.ts';
import { TimeSlice } from '../../../../electron/storage/disk/time-slice.ts';
import { BOX_OVERHEAD } from '../../../../electron/storage/vault/box.ts';
import { VaultCodec } from '../../../../electron/storage/vault/vault-codec.ts';

const key = new Uint8Array(randomBytes(32));
const codec = new VaultCodec(key, 'vault');
const NAME = 'case.json';
const PIECE = 256 * 1024;
const sizes = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7];

/** The box as the format defines it, opened in one go. */
function plainOf(box: Uint8Array): Buffer {
  const own = hkdfSync('sha256', key, box.subarray(0, 12), 'wakhan box', 32);
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(own), box.subarray(12, 24));
  decipher.setAAD(Buffer.from(`vault ${NAME}`));
  decipher.setAuthTag(box.subarray(-16));
  return Buffer.concat([decipher.update(box.subarray(24, -16)), decipher.final()]);
}

test.each(sizes)(
  '%i bytes that are sealed in slices are the box that is sealed in one go',
  async (size) => {
    const bytes = randomBytes(size);
    const box = await sealed(codec, NAME, bytes);
    expect(box).toHaveLength(size + BOX_OVERHEAD);
    expect(plainOf(box).equals(bytes)).toBe(true);
    expect(plainOf(codec.sealFile(NAME, bytes)).equals(bytes)).toBe(true);
    expect(Buffer.from(codec.openFile(NAME, box)).equals(bytes)).toBe(true);
    expect(Buffer.from(await opened(codec, NAME, box)).equals(bytes)).toBe(true);
  },
);

test('others have their turn between two pieces', async () => {
  const slice = new TimeSlice(0);
  const pause = vi.spyOn(slice, 'pause');
  const box = await sealed(codec, NAME, randomBytes(4 * PIECE), slice);
  const sealing = pause.mock.calls.length;
  expect(sealing).toBeGreaterThanOrEqual(4);
  await opened(codec, NAME, box, slice);
  expect(pause.mock.calls.length - sealing).toBeGreaterThanOrEqual(4);
});

test('a box with a changed bit, or under another name, does not open in slices either', async () => {
  const box = Buffer.from(await sealed(codec, NAME, randomBytes(2 * PIECE)));
  for (const at of [0, 15, 30, PIECE + 40, box.length - 1]) {
    const altered = Buffer.from(box);
    altered[at] = (altered[at] ?? 0) ^ 1;
    await expect(opened(codec, NAME, altered), `byte ${at}`).rejects.toMatchObject({
      code: 'damaged',
    });
  }
  await expect(opened(codec, 'other.json', box)).rejects.toMatchObject({ code: 'damaged' });
  await expect(opened(codec, NAME, box.subarray(0, 20))).rejects.toMatchObject({ code: 'damaged' });
});
