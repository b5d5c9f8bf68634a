// Hourly runs over what calendars have in store: each notice exactly once, on the right day of its readers.
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type Instant, dayAt } from '../../../src/domain/day.ts';
import { at } from '../../support/world.ts';
import { PROCESS_ZONES, STRETCHES, type Stretch, play, table } from './calendar.ts';

const HOUR = 3_600_000;

const byName = (one: readonly string[], other: readonly string[]): number =>
  one.join() < other.join() ? -1 : 1;

/** Whether somebody runs at that hour. */
function isRun(now: number, { from, out }: Stretch): boolean {
  return now >= at(from) && !(out !== undefined && now >= at(out[0]) && now < at(out[1]));
}

describe.each(STRETCHES)('$name, read in $zone', (stretch) => {
  const { told, walk } = play(stretch);

  test('each notice comes once, on its day', () => {
    const found = told.map(({ notice, day }) => [notice, day]);
    expect(found.toSorted(byName)).toEqual(stretch.expected.toSorted(byName));
  });

  test('at the first run of its day', () => {
    for (const { at: now } of walk.said) {
      const before = (now - HOUR) as Instant;
      expect([now, isRun(before, stretch) ? dayAt(before, stretch.zone) : '']).not.toEqual([
        now,
        dayAt(now, stretch.zone),
      ]);
    }
    expect(walk.said.length).toBeGreaterThan(0);
  });
});

test('the zone of the machine changes nothing', async () => {
  const script = join('node_modules', `.calendar-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: `import { table } from './test/duties/deadlines/calendar.ts';\nprocess.stdout.write(table());`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    loader: { '.yml': 'text', '.css': 'text', '.browser.js': 'text' },
    outfile: script,
  });
  try {
    const tables = await Promise.all(
      PROCESS_ZONES.map(async (zone) => {
        const env = { ...process.env, TZ: zone };
        const show = `process.stdout.write(Intl.DateTimeFormat().resolvedOptions().timeZone)`;
        const { stdout } = await promisify(execFile)(process.execPath, ['-e', show], { env });
        expect(stdout).toBe(zone);
        return (await promisify(execFile)(process.execPath, [script], { env })).stdout;
      }),
    );
    const expected = table();
    for (const one of tables) expect(one).toBe(expected);
  } finally {
    await rm(script);
  }
}, 60_000);
