// The Action: checks the runner's inputs first, and loads the run only when they are good.
import { errorCommand, readInputs } from './action/inputs.ts';

const now = () => Date.now();
const inputs = readInputs(process.env, now);
if ('problem' in inputs) {
  process.stdout.write(errorCommand(inputs.problem));
  process.exitCode = 1;
} else {
  const { startRun } = await import('./action/start-run.ts');
  await startRun(inputs, now);
}
