// Prints how many emails a person gets a week beyond own assignments, cycle by cycle, with their reasons.
import { NOISE_CYCLES, noiseOfCycle } from '../test/support/noise-cycles.ts';

const wanted = process.argv.slice(2);
for (const [name, config] of Object.entries(NOISE_CYCLES)) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  // oxlint-disable-next-line no-await-in-loop -- one cycle after the other
  const { most, loudest, week, mean, assigned, reasons, channel } = await noiseOfCycle(config);
  const lines = Object.entries(reasons)
    .toSorted(([, a], [, b]) => b - a)
    .map(([why, count]) => `    ${String(count).padStart(3)}  ${why}`);
  console.log(
    [
      `${name}: at most ${most} (${loudest}), ${mean.toFixed(2)} a week; ${assigned} assignments; at most ${channel} a day in one channel`,
      ...(most > 2 ? week.map((line) => `    loudest week: ${line}`) : []),
      ...lines,
    ].join('\n'),
  );
}
