// What a moved date moves: every group of the table, with its reasons and the edits behind it.
import { type Day, addDays, day } from '../../src/domain/day.ts';
import { isError } from '../../src/domain/problem.ts';
import type { SlipRow, SlipTable } from '../../src/domain/slip.ts';
import type { ScheduleSpec } from '../../src/domain/spec.ts';
import { slip } from '../../src/schedule/slip.ts';
import type { SlipWish } from '../../src/schedule/slip-target.ts';
import { milestones, on, release, spec, task } from './written.ts';

/** A cycle from 7 September to release day on 24 November 2026. */
const WRITTEN = release('2026-09-07', '2026-11-24', {
  'feature-freeze': 'start + 3 weeks',
  'code-freeze': 'release - 3 weeks',
  'freeze-notice': 'code-freeze - 1 week',
  rc1: '2026-11-10',
  'rc1-merge': 'rc1 - 1 day',
  'rc1-news': 'rc1 + 1 working day',
  kubecon: { on: '2026-11-12', fixed: true },
  summit: { on: 'release + 1 day', fixed: true },
  'docs-complete': '2026-11-17',
  party: 'week 13 friday',
  blog: 'release',
  thaw: { on: 'release', weekday: 'tuesday', week: 12 },
});

const SPEC = spec([WRITTEN], {
  milestones: milestones({ 'embargo-lift': { on: 'release', title: 'Embargo lifts' } }),
  tasks: [
    task('announce', 'rc1 - 1 week'),
    task('test', 'rc1 + 2 days'),
    task('post', 'release'),
    task('fair', '2026-11-18'),
    task('briefing', undefined, {
      span: [
        { state: 'begin', due: on('week R-3'), source: [] },
        { state: 'continue', due: on('2026-11-19'), source: [] },
        { state: 'continue', due: on('release - 2 days'), source: [] },
      ],
    }),
    task('meeting', 'week R-2 monday', { every: { weeks: 1 }, until: on('rc1 + 1 week') }),
  ],
});

type Wish = Partial<SlipWish> & { readonly milestone?: string; readonly to?: Day };

/** One milestone, unless the wish has its own moves. */
function wishOf({ milestone = 'rc1', to = day('2026-11-17'), ...wish }: Wish): SlipWish {
  return { version: 'v1.10.0', moves: [{ milestone, to }], today: day('2026-10-01'), ...wish };
}

function table(wish: Wish, given: ScheduleSpec = SPEC): SlipTable {
  const result = slip(given, wishOf(wish));
  if ('code' in result) throw new Error(result.message);
  return result;
}

function short(of: string | undefined): string {
  return of?.slice(5) ?? 'none';
}

function line({ kind, id, from, to, suggestion, reason }: SlipRow): string {
  const days = to === undefined ? short(from) : `${short(from)} > ${short(to)}`;
  return `${kind === 'task' ? '- ' : ''}${id} ${days}${suggestion === undefined ? '' : ` (${short(suggestion)}?)`}: ${reason}`;
}

test('what is anchored moves, what has a day of its own is asked, a conference stays', () => {
  const { moves, asked, unsure, fixed, missed, stays, keeps, edits, conflicts, ...head } = table({
    because: 'one more fix',
  });
  expect(head).toEqual({
    version: 'v1.10.0',
    named: [{ milestone: 'rc1', title: 'RC1', from: '2026-11-10', to: '2026-11-17' }],
    because: 'one more fix',
  });
  expect(moves.map(line)).toEqual([
    '- announce 11-03 > 11-10: is "rc1 - 1 week"',
    'rc1-merge 11-09 > 11-16: is "rc1 - 1 day"',
    'rc1 11-10 > 11-17: is given a new day',
    'rc1-news 11-11 > 11-18: is "rc1 + 1 working day"',
    '- test 11-12 > 11-19: is "rc1 + 2 days"',
    '- meeting.2026-w48 none > 11-23: repeats until "rc1 + 1 week"',
  ]);
  expect(asked.map(line)).toEqual([
    'docs-complete 11-17 (11-24?): has a day of its own',
    '- fair 11-18 (11-25?): has a day of its own',
    '- briefing.continue 11-19 (11-26?): has a day of its own',
    'release 11-24 (12-01?): has a day of its own',
  ]);
  expect(fixed.map(line)).toEqual(['kubecon 11-12: is fixed: it never follows']);
  expect([missed, unsure, stays, conflicts]).toEqual([[], [], [], []]);
  expect(keeps.map(line)).toEqual([
    'feature-freeze 09-28: past',
    'freeze-notice 10-27: moves with release, if that moves',
    'code-freeze 11-03: moves with release, if that moves',
    'embargo-lift 11-24: moves with release, if that moves',
    'blog 11-24: moves with release, if that moves',
    'thaw 11-24: moves with release, if that moves',
    'summit 11-25: fixed',
    'party 12-04: ahead, not near what moves',
  ]);
  expect(edits).toEqual([
    { version: 'v1.10.0', milestone: 'rc1', to: '2026-11-17', because: 'one more fix', week: 11 },
  ]);
});

test('a release takes along what leans on it; past freezes and fixed events get a day of their own', () => {
  const { moves, stays, unsure, keeps, fixed, edits, asked } = table({
    milestone: 'release',
    to: day('2026-12-02'),
    today: day('2026-11-05'),
  });
  expect(moves.map(line)).toEqual([
    '- briefing.begin 11-06 > 11-13: is "week R-3"',
    '- meeting.2026-w46 11-09: repeats from "week R-2 monday"',
    '- briefing.continue-2 11-22 > 11-30: is "release - 2 days"',
    'release 11-24 > 12-02: is given a new day',
    'embargo-lift 11-24 > 12-02: is "release"',
    'blog 11-24 > 12-02: is "release"',
    'thaw 11-24 > 12-02: is "release"',
    '- post 11-24 > 12-02: is "release"',
  ]);
  expect(unsure.map(line)).toEqual([
    'code-freeze 11-03 (11-11?): nothing says it happened; gets a day of its own',
  ]);
  expect(keeps.map(line)).toEqual([
    'feature-freeze 09-28: past',
    'freeze-notice 10-27: past',
    'rc1-merge 11-09: moves with rc1, if that moves',
    'rc1-news 11-11: moves with rc1, if that moves',
    'kubecon 11-12: fixed',
  ]);
  expect(stays).toEqual([]);
  expect(fixed.map(line)).toEqual(['summit 11-25: is fixed: it never follows and gets a day of its own']);
  expect(asked.map(line)).toEqual([
    'rc1 11-10 (11-18?): has a day of its own',
    'docs-complete 11-17 (11-25?): has a day of its own',
    'party 12-04 (12-14?): is "week 13 friday", counted from the start',
  ]);
  expect(edits).toEqual([
    { version: 'v1.10.0', milestone: 'release', to: '2026-12-02', week: 13 },
    // The notice leans on the freeze, so it stays by itself.
    { version: 'v1.10.0', milestone: 'code-freeze', to: '2026-11-03', week: 9 },
    { version: 'v1.10.0', milestone: 'summit', to: '2026-11-25', week: 12 },
    { version: 'v1.10.0', milestone: 'thaw', to: '2026-12-02', week: 13, follows: true },
  ]);
});

test('the release slips again the day after its planned day: blog and thaw were missed with it', () => {
  const { missed, moves, stays, unsure } = table({
    milestone: 'release',
    to: day('2026-11-26'),
    today: day('2026-11-25'),
  });
  expect(missed.map(line)).toEqual([
    'release 11-24 > 11-26: did not happen on its day, so it may move',
    'embargo-lift 11-24 > 11-26: is "release"',
    'blog 11-24 > 11-26: is "release"',
    'thaw 11-24 > 11-26: is "release"',
  ]);
  expect(moves.map(line)).toEqual(['- post 11-24 > 11-26: is "release"']);
  expect(unsure.map(({ id }) => id)).toEqual(['code-freeze']);
  expect(stays.map(line)).toContain(
    '- briefing.continue-2 11-22: is past; if still open, it is due on 2026-11-24',
  );
});

test('a missed milestone keeps what came before it in its place', () => {
  const { missed, moves, unsure, asked } = table({ today: day('2026-11-13') });
  expect(missed.map(({ id }) => id)).toEqual(['rc1', 'rc1-news']);
  expect(moves.map(({ id }) => id)).toEqual(['test', 'meeting.2026-w48']);
  expect(unsure.map(({ id }) => id)).toEqual(['rc1-merge']);
  expect(asked.map(({ id }) => id)).toEqual(['docs-complete', 'fair', 'briefing.continue', 'release']);
});

test('what is done stays; what is known to be open moves even when it is past', () => {
  const wish = { today: day('2026-11-06') };
  const stays = (done?: readonly string[]) =>
    table({ ...wish, done: done && new Set(done) })
      .stays.filter(({ kind }) => kind === 'task')
      .map(line);
  expect(stays()).toEqual(['- announce 11-03: is past; if still open, it is due on 2026-11-10']);
  expect(stays(['announce', 'test'])).toEqual(['- announce 11-03: is done', '- test 11-12: is done']);
  expect(stays([])).toEqual([]);
  expect(table({ ...wish, done: new Set(['fair']) }).asked.map(({ id }) => id)).not.toContain('fair');
  expect(table({ ...wish, done: new Set() }).moves.map(({ id }) => id)).toContain('announce');
});

test('an earlier day asks about what it jumps over', () => {
  const { asked, moves } = table({ milestone: 'release', to: day('2026-11-16') });
  expect(asked.map(line)).toEqual([
    'rc1 11-10 (11-02?): has a day of its own',
    'docs-complete 11-17 (11-09?): has a day of its own',
    '- fair 11-18 (11-10?): has a day of its own',
    '- briefing.continue 11-19 (11-11?): has a day of its own',
    'party 12-04 (11-26?): is "week 13 friday", counted from the start',
  ]);
  expect(moves.map(({ id }) => id)).toContain('code-freeze');
});

test('no suggestion lies in the past, and a working day is suggested for a working day', () => {
  const late = table({ milestone: 'release', to: day('2026-11-10'), today: day('2026-11-10') });
  expect(late.asked.map(line)).toContain('docs-complete 11-17 (11-10?): has a day of its own');
  const given = { ...SPEC, holidays: [day('2026-11-19'), day('2026-11-20')] };
  expect(table({ to: day('2026-11-12') }, given).asked.map(line)).toContain(
    '- fair 11-18 (11-23?): has a day of its own',
  );
});

test('a day that is past can be written down', () => {
  const { moves } = table({ to: day('2026-11-03'), today: day('2026-11-05') });
  expect(moves.map(line)).toContain('rc1 11-10 > 11-03: is written down on a day that is past');
});

test('a fixed event moves when it is the one that is moved', () => {
  const { moves, fixed } = table({ milestone: 'kubecon', to: day('2026-11-19') });
  expect([moves.map(({ id }) => id), fixed]).toEqual([['kubecon'], []]);
});

test('a milestone that every release has moves for this release alone', () => {
  const other = release('2026-12-07', '2027-02-23', {}, 'v1.11.0');
  const { moves, edits } = table(
    { milestone: 'embargo-lift', to: day('2026-11-20') },
    { ...SPEC, releases: [WRITTEN, other] },
  );
  expect(moves.map(({ id }) => id)).toEqual(['embargo-lift']);
  expect(edits).toEqual([{ version: 'v1.10.0', milestone: 'embargo-lift', to: '2026-11-20', week: 11 }]);
});

describe('a cycle without a start, which is counted back from the release', () => {
  const bare = { ...SPEC, releases: [{ ...WRITTEN, start: undefined }] };
  const wish = { milestone: 'release', to: day('2026-12-08') };

  test('keeps its start once it has begun', () => {
    const { edits, moves } = table({ ...wish, today: day('2026-09-07') }, bare);
    expect(edits.slice(0, 2)).toEqual([
      { version: 'v1.10.0', milestone: 'release', to: '2026-12-08', week: 14 },
      { version: 'v1.10.0', milestone: 'start', to: '2026-09-07' },
    ]);
    expect(moves.map(({ id }) => id)).not.toContain('feature-freeze');
  });

  test('moves as a whole before that', () => {
    const { edits, moves } = table({ ...wish, today: day('2026-09-06') }, bare);
    expect(edits.map(({ milestone }) => milestone)).toEqual(['release', 'summit']);
    expect(moves.map(line)).toContain('feature-freeze 09-28 > 10-12: is "start + 3 weeks"');
  });
});

test('what the new day breaks is told, what was wrong before is not', () => {
  const { conflicts } = table({ to: day('2026-11-25') });
  expect(conflicts.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'error prerelease-after-release',
  ]);
  const friday = table({ milestone: 'release', to: day('2026-11-27') });
  expect(friday.conflicts.map(({ code }) => code)).toEqual(['release-on-friday']);
  const wrong = { ...SPEC, releases: [{ ...WRITTEN, release: day('2026-11-09') }] };
  expect(table({ to: day('2026-11-12') }, wrong).conflicts).toEqual([]);
});

test.each([
  [{ version: 'v1.1.0' }, 'unknown-release', 'Did you mean v1.10.0?'],
  [{ version: 'x' }, 'unknown-release', 'The config has v1.10.0.'],
  [{ milestone: 'rc2' }, 'unknown-milestone', 'Did you mean rc1?'],
  [{ milestone: 'something' }, 'unknown-milestone', 'It has feature-freeze, freeze-notice'],
  [{ milestone: 'constructor' }, 'unknown-milestone', 'It has'],
  [{ milestone: 'announce' }, 'unknown-milestone', 'Move the milestone'],
  [{ milestone: 'briefing.begin' }, 'unknown-milestone', 'Move the milestone'],
  [{ milestone: 'start' }, 'unknown-milestone', 'Change `start` in the config.'],
  [{ to: day('2026-11-10') }, 'same-day', 'Give another day.'],
  [{ milestone: 'release', to: day('2026-09-01') }, 'release-before-start', 'Correct the start'],
  [{ milestone: 'release', to: day('2036-09-01') }, 'cycle-too-long', 'Correct the year'],
])('%j is refused: %s', (wish, code, fix) => {
  const result = slip(SPEC, wishOf({ to: addDays(day('2026-11-10'), 1), ...wish }));
  expect(result).toMatchObject({ code, fix: expect.stringContaining(fix) as string });
});

function errors({ conflicts }: SlipTable) {
  return conflicts.filter(isError);
}

describe('several milestones at once', () => {
  const both = [
    { milestone: 'release', to: day('2026-12-01') },
    { milestone: 'rc1', to: day('2026-11-17') },
  ];

  test('all move, in whatever order they are named', () => {
    const moves = table({ moves: both });
    expect(moves).toEqual(table({ moves: both.toReversed() }));
    expect(moves.named.map(({ milestone, to }) => `${milestone} ${short(to)}`)).toEqual([
      'rc1 11-17',
      'release 12-01',
    ]);
    expect(moves.edits.filter(({ follows }) => follows !== true).map(({ milestone }) => milestone)).toEqual([
      'rc1',
      'release',
      'summit',
    ]);
    expect(moves.moves.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['rc1-news', 'code-freeze', 'blog']),
    );
    expect(moves.asked.map(line)).toContain('docs-complete 11-17 (11-24?): has a day of its own');
  });

  test('what its anchor brings to the named day keeps the anchor; another day takes it', () => {
    const [same, other] = [day('2026-12-01'), day('2026-12-02')].map((to) =>
      table({ moves: [...both, { milestone: 'blog', to }] }),
    );
    expect(same?.edits.map(({ milestone }) => milestone)).not.toContain('blog');
    expect(same?.moves.map(line)).toContain('blog 11-24 > 12-01: is "release"');
    expect(other?.edits.map(({ milestone }) => milestone)).toContain('blog');
  });

  test('only the outcome is judged: a candidate may go beyond the old release day together with it', () => {
    const moves = [
      { milestone: 'rc1', to: day('2026-11-25') },
      { milestone: 'release', to: day('2026-12-01') },
    ];
    expect(errors(table({ moves }))).toEqual([]);
    expect(errors(table({ moves: moves.slice(0, 1) }))).toHaveLength(1);
  });

  test.each([
    [[...both, { milestone: 'rc1', to: day('2026-11-18') }], 'named-twice'],
    [[...both, { milestone: 'rc9', to: day('2026-11-18') }], 'unknown-milestone'],
    [[...both, { milestone: 'blog', to: day('2026-11-24') }], 'same-day'],
    [[], 'nothing-named'],
  ])('%j is refused', (moves, code) => {
    expect(slip(SPEC, wishOf({ moves }))).toMatchObject({ code });
  });
});

/** The same cycle with one more milestone, to be asked about. */
function asking(docs: string): ScheduleSpec {
  return {
    ...SPEC,
    releases: [
      { ...WRITTEN, milestones: { ...WRITTEN.milestones, ...milestones({ docs: { on: docs, ask: true } }) } },
    ],
  };
}

describe('a milestone that is to be asked about', () => {
  test('stays though its anchor moves, and is proposed the day where that would bring it', () => {
    const { asked, moves, edits } = table(
      { milestone: 'release', to: day('2026-12-01') },
      asking('release - 1 week'),
    );
    expect(asked.map(line)).toContain('docs 11-17 (11-24?): is to be asked about and gets a day of its own');
    expect(moves.map(({ id }) => id)).not.toContain('docs');
    expect(edits.map(({ milestone }) => milestone)).toContain('docs');
  });

  test('keeps its anchor when it is named with that day', () => {
    const moves = [
      { milestone: 'docs', to: day('2026-11-24') },
      { milestone: 'release', to: day('2026-12-01') },
    ];
    const given = table({ moves }, asking('release - 1 week'));
    expect(given.moves.map(line)).toContain('docs 11-17 > 11-24: is "release - 1 week"');
    expect(given.edits.map(({ milestone }) => milestone)).not.toContain('docs');
  });

  test('is asked about whatever moves', () => {
    const { asked } = table({ milestone: 'rc1', to: day('2026-11-11') }, asking('2026-12-03'));
    expect(asked.map(line)).toContain('docs 12-03 (12-04?): is to be asked about');
  });
});

describe('what is past happened only when its tasks say so', () => {
  const wish = { milestone: 'release', to: day('2026-12-01'), today: day('2026-11-13') };
  const groupOf = (done: readonly string[]) => {
    const { stays, unsure } = table({ ...wish, done: new Set(done) });
    return [stays, unsure].map((rows) => rows.some(({ id }) => id === 'rc1'));
  };

  test('its own and later ones, as far as they are due', () => {
    expect(groupOf(['test'])).toEqual([true, false]);
    expect(groupOf(['announce'])).toEqual([false, true]);
    expect(groupOf([])).toEqual([false, true]);
    expect(table(wish).unsure.map(({ id }) => id)).toContain('rc1');
  });

  test('done is done, though what it leans on was missed', () => {
    const missed = { to: day('2026-11-17'), today: day('2026-11-13') };
    const given = { ...SPEC, tasks: [...SPEC.tasks, task('news-out', 'rc1-news')] };
    const both = [undefined, new Set(['news-out'])].map((done) => table({ ...missed, done }, given));
    expect(both.map((one) => one.missed.map(({ id }) => id))).toEqual([['rc1', 'rc1-news'], ['rc1']]);
    expect(both[1]?.stays.map(line)).toContain(
      'rc1-news 11-11: has its tasks done and gets a day of its own',
    );
  });

  test('a past row does not move with a release day that is asked about', () => {
    const { asked, keeps, unsure } = table({ today: day('2026-11-06') });
    expect(asked.map(({ id }) => id)).toContain('release');
    expect([...keeps, ...unsure].map(line)).toEqual(
      expect.arrayContaining([
        'code-freeze 11-03 (11-10?): nothing says it happened',
        'blog 11-24: moves with release, if that moves',
      ]),
    );
  });
});
