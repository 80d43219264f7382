import type { Disk } from './disk.ts';

/** Copies a file in a thread; its bytes are on the disk then, its name is for the caller to settle. */
export async function copyBeside(disk: Disk, from: string, to: string): Promise<void> {
  await disk.beside.copy(from, to);
  const file = disk.open(to, 'read');
  try {
    await file.sync();
  } finally {
    file.close();
  }
}
