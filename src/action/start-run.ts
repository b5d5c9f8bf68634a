// Starts the run with pauses as long as they say and the program that judges.
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Inputs } from './inputs.ts';
import { runAction } from './run-action.ts';

/** Makes the run that the inputs ask for, to its end; `now` in milliseconds since 1970. */
export async function startRun(inputs: Inputs, now: () => number): Promise<void> {
  // The build puts the program beside the Action.
  await runAction(inputs, { now, sleep }, fileURLToPath(new URL('judge.js', import.meta.url)));
}
