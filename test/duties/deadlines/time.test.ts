// Hourly runs over what calendars have in store: each notice exactly once, on the right day of its readers.
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { PROCESS_ZONES, STRETCHES, play, table } from './calendar.ts';

const byName = (one: readonly string[], other: readonly string[]): number =>
  one.join() < other.join() ? -1 : 1;

describe.each(STRETCHES)('$name, read in $zone', (stretch) => {
  const { told, walk } = play(stretch);

  test('each notice comes once, on its day', () => {
    const found = told.map(({ notice, day }) => [notice, day]);
    expect(found.toSorted(byName)).toEqual(stretch.expected.toSorted(byName));
  });

  test('at the first run of its day', () => {
    const hours = walk.said.map(({ at }) =>
      new Intl.DateTimeFormat('en-GB', { timeZone: stretch.zone, hour: '2-digit', hourCycle: 'h23' }).format(
        at,
      ),
    );
    const isCatchUp = (hour: string): boolean => stretch.out !== undefined && hour === '01';
    expect(hours.filter((hour) => hour !== '00' && !isCatchUp(hour))).toEqual(
      stretch.zone === 'America/Santiago' ? ['01'] : [],
    );
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
