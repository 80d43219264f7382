import { bareTools } from '#data/formats/import/tools.ts';
import type { TaskWork } from '../background/tasks.ts';
import { encodings } from '../convert/encodings.ts';
import { importRegistry } from '../convert/registry.ts';

/** Reads a foreign file: no window, no case, only bytes in and texts out. */
export const convertTask: TaskWork<'convert'> = (file, tools) =>
  importRegistry.convert(file, { ...bareTools, encodings, ...tools });
