// What a run that finds nothing to do asks of GitHub, by the number of open pull requests; and how that grows.
import { growthOf } from '../growth-of.ts';
import type { Measure, Row } from '../measure.ts';
import { type Counted, countedRun, settledPulls } from '../../test/support/open-pulls.ts';

/** What may be asked at each size. */
const MOST: Readonly<Record<number, { readonly requests: number; readonly points: number }>> = {
  10: { requests: 3, points: 64 },
  100: { requests: 4, points: 70 },
  1000: { requests: 13, points: 80 },
};

export const SIZES = [10, 100, 1000, 3000] as const;

export const openPulls: Measure = {
  name: 'open-pulls',
  async run() {
    const rows: Row[] = [];
    const all: [number, Counted][] = [];
    for (const size of SIZES) {
      process.stderr.write(`  ${size} pull requests …\n`);
      // oxlint-disable-next-line no-await-in-loop -- one GitHub at a time
      const github = await settledPulls(size);
      // oxlint-disable-next-line no-await-in-loop -- see above
      const counted = await countedRun(github);
      // oxlint-disable-next-line no-await-in-loop -- see above
      await github.close();
      all.push([size, counted]);
      rows.push(...rowsOf(size, counted));
    }
    return [...rows, ...growthRows(all)];
  },
};

function aim(atMost: number | undefined): Pick<Row, 'target'> {
  return atMost === undefined ? {} : { target: { atMost } };
}

function rowsOf(size: number, { requests, points, writes, kilobytes }: Counted): Row[] {
  const note = `${size} open pull requests`;
  const most = MOST[size];
  return [
    { measure: 'M1 idle run, requests', measured: requests, unit: '', note, ...aim(most?.requests) },
    { measure: 'M1 idle run, GraphQL points', measured: points, unit: '', note, ...aim(most?.points) },
    { measure: 'M2 idle run, writes', measured: writes, unit: '', note, target: { atMost: 0 } },
    {
      measure: 'M8 idle run, answers per 100 pull requests',
      measured: (kilobytes * 100) / size,
      unit: 'KB',
      note,
      ...aim(size < 1000 ? undefined : 40),
    },
  ];
}

function growthRows(all: readonly (readonly [number, Counted])[]): Row[] {
  const last = all.at(-1)?.[1];
  return (['requests', 'points', 'kilobytes'] as const).map((what) => ({
    measure: `idle run, ${what}, growth`,
    measured: last?.[what] ?? 0,
    unit: '',
    note: `${growthOf(all.map(([size, counted]) => [size, counted[what]]))} pull requests`,
  }));
}
