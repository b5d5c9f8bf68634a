// Every date that Kubernetes moved: relcomms moves it, or says which person has to decide and why.
import type { Release } from '../../src/domain/release.ts';
import type { ScheduleSpec } from '../../src/domain/spec.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { addDays } from '../../src/domain/day.ts';
import { slip } from '../../src/schedule/slip.ts';
import { withDays } from '../../src/schedule/slip-apply.ts';
import { type Replay, type Verdict, publishes, replayAll } from './slip-replay.ts';

const anchored = replayAll(true);
const plain = replayAll(false);

function count(replays: readonly Replay[], kind: Verdict['kind']): number {
  return replays.flatMap(({ verdicts }) => verdicts).filter((verdict) => verdict.kind === kind).length;
}

function figures(replays: readonly Replay[]) {
  const [told, follows, asked, notNamed] = (['told', 'follows', 'asked', 'miss'] as const).map((kind) =>
    count(replays, kind),
  );
  const wrong = replays.flatMap((replay) => replay.wrong).length;
  return { told, follows, asked, notNamed, wrong };
}

/** One line for each change: rows told, moved right, asked right, not named, wrong, asked in vain, asked whether they happened. */
function tableOf(replays: readonly Replay[]): string[] {
  return replays.map(({ change, verdicts, wrong, inVain, unsure }) => {
    const of = (kind: Verdict['kind']): number => verdicts.filter((verdict) => verdict.kind === kind).length;
    const cells = [
      of('told'),
      of('follows'),
      of('asked'),
      of('miss'),
      wrong.length,
      inVain.length,
      unsure.length,
    ];
    return `  ${change}  ${cells.map((cell) => String(cell).padStart(7)).join('')}  ${[...inVain, ...unsure].join(' ')}`;
  });
}

const HEAD = `  ${'change'.padEnd(18)}  ${['told', 'moved', 'asked', 'missed', 'wrong', 'vain', 'past?'].map((cell) => cell.padStart(7)).join('')}`;

function releaseOf(spec: ScheduleSpec): Release {
  const [release] = buildReleases(spec).releases;
  if (release === undefined) throw new Error('no release');
  return release;
}

test('thirteen changes, eighteen moved rows, one call each: every row is told, follows, or is asked, and none is wrong', () => {
  expect(anchored).toHaveLength(13);
  process.stdout.write(`${[HEAD, ...tableOf(anchored)].join('\n')}\n`);
  expect(figures(anchored)).toEqual({ told: 13, follows: 1, asked: 4, notNamed: 0, wrong: 0 });
  expect(figures(plain)).toEqual({ told: 13, follows: 0, asked: 5, notNamed: 0, wrong: 0 });
});

function most(replays: readonly Replay[]): number {
  return Math.max(...replays.map(({ inVain }) => inVain.length));
}

test('at most three rows of a change are asked in vain; four of one where nothing is anchored', () => {
  expect([most(anchored), most(plain)]).toEqual([3, 4]);
  // Past rows are a question of their own: two slips of release day ask it of what the week before held.
  expect(anchored.filter(({ unsure }) => unsure.length > 3).map(({ change }) => change)).toEqual([
    'v1.12.0 2018-09-19',
    'v1.16.0 2019-09-13',
  ]);
});

test.each(plain)('$change: a slip of release day on that day names every row that moved', (replay) => {
  const { version, release } = releaseOf(replay.before);
  for (const shift of [-2, 1, 7, 21]) {
    const moves = [{ milestone: 'release', to: addDays(release, shift) }];
    const table = slip(replay.before, { version, moves, today: replay.today });
    if ('code' in table) throw new Error(table.message);
    const named = [table.missed, table.moves, table.asked, table.unsure].flat().map(({ id }) => id);
    expect(named).toEqual(expect.arrayContaining(replay.verdicts.map(({ id }) => id)));
    expect(table.stays.filter(({ kind }) => kind === 'milestone')).toEqual([]);
  }
});

test('each row that a person decides has a reason, and is no follower by its nature', () => {
  const asked = anchored.flatMap(({ verdicts }) => verdicts).filter(({ kind }) => kind === 'asked');
  expect(asked.map(({ change, id, reason, foreseen }) => ({ change, id, reason, foreseen }))).toEqual([
    // The second alpha moved by two weeks, the third by one: a pace that people choose.
    { change: 'v1.18.0 2020-01-09', id: 'alpha3', reason: 'has a day of its own', foreseen: false },
    { change: 'v1.20.0 2020-09-16', id: 'alpha3', reason: 'has a day of its own', foreseen: false },
    { change: 'v1.22.0 2021-05-31', id: 'beta0', reason: 'has a day of its own', foreseen: true },
    { change: 'v1.28.0 2023-06-02', id: 'alpha3', reason: 'has a day of its own', foreseen: false },
  ]);
});

test('the branch takes its jobs along', () => {
  const verdicts = anchored.flatMap((replay) => replay.verdicts).filter(({ kind }) => kind === 'follows');
  expect(verdicts).toEqual([
    {
      change: 'v1.20.0 2020-10-20',
      id: 'release-jobs',
      from: '2020-10-27',
      to: '2020-12-01',
      kind: 'follows',
      reason: 'is "release-branch"',
    },
  ]);
});

test('what was missed is told so: the alpha of the day before, and nothing else', () => {
  const missed = anchored.flatMap(({ change, table }) => table.missed.map(({ id }) => `${change} ${id}`));
  expect(missed).toEqual(['v1.28.0 2023-06-07 alpha2']);
});

test.each([...anchored, ...plain])('$change: no past row and no conference moves', (replay) => {
  const moved = new Set(replay.verdicts.map(({ id }) => id));
  const after = new Map(releaseOf(replay.after).milestones.map(({ id, day }) => [id, day]));
  const before = releaseOf(replay.before).milestones;
  const resting = before.filter(({ id, day, fixed }) => fixed || (day < replay.today && !moved.has(id)));
  for (const { id, day } of resting) expect([id, after.get(id)]).toEqual([id, day]);
  expect(resting.length).toBeGreaterThan(0);
  // The only other days that may differ are those of the real change.
  expect(
    before
      .filter(({ id, day }) => publishes(replay.before, id) && after.get(id) !== day)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...moved].sort());
});

test.each(anchored)('$change: a schedule that people merged has no new error', ({ answered }) => {
  expect(answered.conflicts.filter(({ severity }) => severity === 'error')).toEqual([]);
});

/** The same schedules with each row counted back from the release: what a preset's author might write. */
function countedBack(spec: ScheduleSpec): ScheduleSpec {
  const releases = spec.releases.map((written) => ({
    ...written,
    milestones: Object.fromEntries(
      releaseOf(spec).milestones.map(({ id, day }) => {
        const amount = (Date.parse(day) - Date.parse(written.release)) / 86_400_000;
        const on = { kind: 'offset' as const, anchor: 'release', amount, unit: 'days' as const };
        const own = written.milestones[id] ?? spec.milestones[id];
        return [id, { fixed: false, ...own, on, weekday: undefined, week: undefined }];
      }),
    ),
  }));
  return { ...spec, releases };
}

test.each(plain)(
  '$change: with all rows counted back from the release, a later release moves no past row',
  (replay) => {
    const spec = countedBack(replay.after);
    const before = releaseOf(spec);
    const to = addDays(before.release, 14);
    const table = slip(spec, {
      version: before.version,
      moves: [{ milestone: 'release', to }],
      today: replay.today,
    });
    if ('code' in table) throw new Error(table.message);
    const after = new Map(releaseOf(withDays(spec, table.edits)).milestones.map(({ id, day }) => [id, day]));
    for (const { id, day, fixed } of before.milestones)
      expect([id, after.get(id)]).toEqual([id, fixed || day < replay.today ? day : addDays(day, 14)]);
    const stayed = before.milestones.filter(({ day, fixed }) => day < replay.today && !fixed);
    expect(table.unsure.map(({ id }) => id)).toEqual(expect.arrayContaining(stayed.map(({ id }) => id)));
    expect(table.stays.filter(({ kind }) => kind === 'milestone')).toEqual([]);
  },
);
