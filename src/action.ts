// The Action: checks the runner's inputs first, and loads the run only when they are good.
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { errorCommand, readInputs } from './action/inputs.ts';

const now = () => Date.now();
const inputs = readInputs(process.env, now);
if ('problem' in inputs) {
  process.stdout.write(errorCommand(inputs.problem));
  process.exitCode = 1;
} else {
  const { runAction } = await import('./action/run-action.ts');
  // The build puts the program that judges beside the Action.
  await runAction(inputs, { now, sleep }, fileURLToPath(new URL('judge.js', import.meta.url)));
}
