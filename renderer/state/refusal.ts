import { asAppError } from '#data/errors.ts';

/** Does something; answers in words what was refused, undefined when nothing was. */
export async function refusalOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    return asAppError(thrown).message;
  }
}
