import { spawn, spawnSync } from 'node:child_process';
import { SetupError } from './progress.mjs';

/**
 * Runs a program to its end and resolves with its exit code (128 + n after signal n is not told
 * apart: any signal gives 1). Its output goes to our stderr unless `options.stdio` says otherwise.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], ...options });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** As `run`, but a non-zero exit is a SetupError whose last line is `advice`. */
export async function runOrFail(command, args, advice, options = {}) {
  const code = await run(command, args, options).catch((error) => error.message);
  if (code !== 0)
    throw new SetupError(`"${command} ${args.join(' ')}" failed (${code}). ${advice}`);
}

/** Runs a program quietly; its trimmed stdout, or null when it is missing or fails. */
export function output(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options });
  return result.status === 0 ? result.stdout.trim() : null;
}

/** The command and leading arguments that start npm: the one that started us, or the one on PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return [process.execPath, script];
  return process.platform === 'win32' ? ['cmd', '/d', '/s', '/c', 'npm'] : ['npm'];
}

/** Runs a program to its end; resolves with its exit code and all it printed. */
export function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}
