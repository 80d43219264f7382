/**
 * Everything the set-up says goes to stderr: `npx wakhan … --json` owns stdout.
 */
const TICK_MS = 10_000;

/** One line for the person at the terminal. */
export function say(message) {
  process.stderr.write(`wakhan: ${message}\n`);
}

/**
 * Runs a step that may take long and says that it started, that it still runs (every 10 s) and
 * how long it took.
 */
export async function step(title, work) {
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
  say(`${title} ...`);
  const ticker = setInterval(() => say(`${title}: still working, ${seconds()} s`), TICK_MS);
  ticker.unref();
  try {
    const result = await work();
    say(`${title}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

/** A failure whose message already tells the person what to do; it is shown without a stack. */
export class SetupError extends Error {
  name = 'SetupError';
}

/** Ends a command-line script: a SetupError as plain text, anything else with its stack. */
export function fail(error) {
  if (error instanceof SetupError) say(error.message);
  else console.error(error);
  process.exitCode = 1;
}
