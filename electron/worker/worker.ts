import { serveTasks } from '../background/serve-tasks.ts';
import type { TaskName, TaskWork } from '../background/tasks.ts';

/** Every task with the code that does it; none loads what only another one needs. */
const table: { readonly [N in TaskName]: () => Promise<TaskWork<N>> } = {
  convert: async () => (await import('./convert-task.ts')).convertTask,
  encodings: async () => (await import('./encodings-task.ts')).encodingsTask,
  original: async () => (await import('./original-task.ts')).originalTask,
  annotate: async () => (await import('./annotate-task.ts')).annotateTask,
  cut: async () => (await import('./cut-task.ts')).cutTask,
  reanchor: async () => (await import('./reanchor-task.ts')).reanchorTask,
  report: async () => (await import('./report-task.ts')).reportTask,
  derive: async () => (await import('./derive-task.ts')).deriveTask,
  kin: async () => (await import('./kin-task.ts')).kinTask,
  archive: async () => (await import('./archive-task.ts')).archiveTask,
  unpack: async () => (await import('./archive-task.ts')).unpackTask,
};

// The program of a background process.
serveTasks(table);
