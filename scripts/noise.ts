// Prints how many emails a person gets a week beyond own assignments, cycle by cycle, with their reasons.
import { SCENARIOS } from '../sandbox/scenarios/index.ts';
import { NOISE_CYCLES, noiseOfCycle } from '../test/support/noise-cycles.ts';
import { noiseOfPlay } from '../test/support/noise-played.ts';

/** With it the scenarios are played as the sandbox does, with pull requests and CI; that takes minutes. */
const PLAYED = '--played';

const wanted = process.argv.slice(2).filter((word) => word !== PLAYED);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((word) => name.includes(word));

if (process.argv.includes(PLAYED)) await printPlayed();
else await printCycles();

async function printCycles(): Promise<void> {
  for (const [name, config] of Object.entries(NOISE_CYCLES)) {
    if (!isWanted(name)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one cycle after the other
    const { most, loudest, week, mean, assigned, reasons, channel } = await noiseOfCycle(config);
    const lines = Object.entries(reasons)
      .toSorted(([, a], [, b]) => b - a)
      .map(([why, count]) => `    ${String(count).padStart(3)}  ${why}`);
    const loud = most > 2 ? week.map((line) => `    loudest week: ${line}`) : [];
    const figures = `${mean.toFixed(2)} a week; ${assigned} assignments; at most ${channel} a day in one channel`;
    console.log([`${name}: at most ${most} (${loudest}), ${figures}`, ...loud, ...lines].join('\n'));
  }
}

async function printPlayed(): Promise<void> {
  for (const scenario of SCENARIOS) {
    if (['hostile', 'your-config'].includes(scenario.id) || !isWanted(scenario.id)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one scenario after the other
    const { loudest, week, beyondAsks, emails } = await noiseOfPlay(scenario);
    const lines = week.map((line) => `    ${line}`);
    console.log(
      [
        `${scenario.id}: ${emails} emails; at most ${week.length} (${loudest}), ${beyondAsks.length} beyond first asks`,
        ...lines,
      ].join('\n'),
    );
  }
}
