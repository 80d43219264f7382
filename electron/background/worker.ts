import { serveTasks } from './serve-tasks.ts';
import type { TaskName, TaskWork } from './tasks.ts';

/** Every task with the code that does it; none loads what only another one needs. */
const table: { readonly [N in TaskName]: () => Promise<TaskWork<N>> } = {
  convert: async () => (await import('../convert/convert-task.ts')).convertTask,
  report: async () => (await import('../report/report-task.ts')).reportTask,
  derive: async () => (await import('../storage/derive-task.ts')).deriveTask,
  archive: async () => (await import('../storage/archive/archive-task.ts')).archiveTask,
  unpack: async () => (await import('../storage/archive/archive-task.ts')).unpackTask,
};

// The program of a background process.
serveTasks(table);
