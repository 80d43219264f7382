import { z } from 'zod';
import { operations } from '#data/operations/table.ts';
import type { Work } from './command.ts';

/** `operations`: the table of operations, each with the JSON Schema of its input. */
export const operationsCommand: Work = async ({ json, out }) => {
  const table = [...operations.values()].map(({ name, schema }) => ({
    op: name,
    input: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  }));
  if (json) await out.array(table);
  else for (const { op, input } of table) await out.lines(`${op}\n${indented(input)}`);
  return 0;
};

const indented = (value: unknown): string => JSON.stringify(value, null, 2).replace(/^/gm, '  ');
