// Prints what a step of 30 days costs in the sandbox, scenario by scenario: seconds, runs, requests and git processes.
import { subscribe } from 'node:diagnostics_channel';
import { SCENARIOS } from '../sandbox/scenarios/index.ts';
import { giveYoungMemory } from '../sandbox/young-memory.ts';
import { startMachine } from '../sandbox/machine/machine.ts';

const DAYS = 30;
const wanted = process.argv.slice(2);

/** Programs that this process starts. */
let started = 0;
subscribe('child_process', () => {
  started += 1;
});

// As the command does.
giveYoungMemory();
const machine = await startMachine({ origin: 'http://127.0.0.1:1', logLevel: 'fatal' });
for (const scenario of SCENARIOS) {
  if (wanted.length > 0 && !wanted.includes(scenario.id)) continue;
  // oxlint-disable-next-line no-await-in-loop -- one scenario after the other
  await machine.reset(scenario);
  const before = {
    runs: machine.state.log.length,
    started,
    wall: performance.now(),
    cpu: process.cpuUsage(),
  };
  // oxlint-disable-next-line no-await-in-loop -- see above
  await machine.goOn(DAYS);
  const { user, system } = process.cpuUsage(before.cpu);
  const seconds = [performance.now() - before.wall, (user + system) / 1000].map((each) =>
    (each / 1000).toFixed(1),
  );
  console.log(
    `${scenario.id.padEnd(14)} ${DAYS} days: ${seconds[0]} s, ${seconds[1]} s of CPU, ${machine.state.log.length - before.runs} runs, ${started - before.started} programs`,
  );
}
await machine.close();
