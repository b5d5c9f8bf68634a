// The Action: checks the runner's inputs first, and loads the run only when they are good.
import { errorCommand, readInputs } from './action/inputs.ts';

const inputs = readInputs(process.env, () => Date.now());
if ('problem' in inputs) {
  process.stdout.write(errorCommand(inputs.problem));
  process.exitCode = 1;
} else {
  const { runAction } = await import('./action/run-action.ts');
  await runAction(inputs);
}
