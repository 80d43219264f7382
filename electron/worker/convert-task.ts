import type { ImportTools } from '#data/formats/import/tools.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import type { TaskWork } from '../background/tasks.ts';
import { encodings } from '../convert/encodings.ts';
import { importRegistry } from '../convert/registry.ts';
import { openZip } from '../convert/zip.ts';

/** Reads a foreign file: no window, no case, only bytes in and texts out. */
export const convertTask: TaskWork<'convert'> = (file, tools) =>
  importRegistry.convert(file, {
    ...bareTools,
    encodings,
    openZip,
    password: oneByOne(file.passwords ?? []),
    ...tools,
  });

/** Gives passwords one after the other: a file that one of them does not open is asked about with the next. */
function oneByOne(passwords: readonly string[]): ImportTools['password'] {
  let next = 0;
  return (isWrong) => {
    if (!isWrong) next = 0;
    return Promise.resolve(passwords[next++]);
  };
}
