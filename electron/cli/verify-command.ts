import { say } from '#data/words/say.ts';
import type { Work } from './command.ts';
import { withCase } from './with-case.ts';

/** `verify`: checks the case as it is on the disk. Exit code 1 when something is wrong. */
export const verifyCommand: Work = (invocation) =>
  withCase(invocation, 'read', async (store) => {
    const { json, out } = invocation;
    const report = await store.verify({ signal: invocation.signal });
    if (json) await out.line(JSON.stringify(report));
    else {
      const code = report.ok ? 'command.checked' : 'command.checkedBadly';
      await out.line(say(code, { ...report.checked, problems: report.problems.length }));
      for (const { check, where, message } of report.problems) {
        await out.line(`  ${check}  ${where}  ${message}`);
      }
    }
    return report.ok ? 0 : 1;
  });
