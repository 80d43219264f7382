import { networkOf } from '#data/queries/network.ts';
import type { Work } from './command.ts';
import { withCase } from './with-case.ts';

/** `network`: actors, and relations with the quotes that carry them. */
export const networkCommand: Work = (invocation) =>
  withCase(invocation, 'read', async (store) => {
    const { json, out } = invocation;
    const { nodes, edges } = networkOf(store.state);
    if (json) {
      await out.line(JSON.stringify({ nodes, edges }));
      return 0;
    }
    const names = new Map(nodes.map(({ id, name }) => [id, name]));
    for (const { name, type, degree } of nodes) await out.line(`${name} (${type}, ${degree})`);
    for (const { from, to, typeName, status, period, evidence } of edges) {
      const when = period === undefined ? '' : ` ${period}`;
      const link = `${names.get(from) ?? from} – ${typeName} – ${names.get(to) ?? to}`;
      await out.line(`${link} [${status}${when}]`);
      for (const { quote, title } of evidence) {
        await out.line(`    “${quote.replace(/\s+/g, ' ')}” (${title})`);
      }
    }
    return 0;
  });
