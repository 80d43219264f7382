import type { Work } from './command.ts';
import { withCase } from './with-case.ts';

/** `verify`: checks the case as it is on the disk. Exit code 1 when something is wrong. */
export const verifyCommand: Work = (invocation) =>
  withCase(invocation, 'read', async (store) => {
    const { json, out } = invocation;
    const report = await store.verify({ signal: invocation.signal });
    if (json) await out.line(JSON.stringify(report));
    else {
      const { journal, quotes, references, originals } = report.checked;
      await out.line(
        `Checked ${journal} journal records, ${quotes} quotes, ${references} references and ` +
          `${originals} originals: ${report.ok ? 'all is well' : `${report.problems.length} problems`}.`,
      );
      for (const { check, where, message } of report.problems) {
        await out.line(`  ${check}  ${where}  ${message}`);
      }
    }
    return report.ok ? 0 : 1;
  });
