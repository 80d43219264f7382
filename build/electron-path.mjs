#!/usr/bin/env node
/** Prints the path of the Electron executable, after preparing one if need be (told on stderr). */
import { setup } from './setup.mjs';
import { fail } from './setup/progress.mjs';

try {
  console.log((await setup()).path);
} catch (error) {
  fail(error);
}
