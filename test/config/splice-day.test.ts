// Changing a day in a person's own file: what is written, and what is left exactly as it was.
import { day } from '../../src/domain/day.ts';
import type { DayEdit } from '../../src/domain/slip.ts';
import { changedLines } from '../../src/config/splice-diff.ts';
import { spliceDay, spliceDays } from '../../src/config/splice-day.ts';
import { goodConfig } from './sample.ts';

const HEAD = `# Dates of the autumn release.
extends: [comms]
roles: { lead: [alice], former-lead: [dave], writer: [] }
releases:
  - version: '1.9.0'
    release: 2026-06-30
    milestones: { rc1: 2026-06-16 }
`;

/** A file with one release in the middle, and the changed lines of an edit of it. */
function edited(release: string, edit: Partial<DayEdit>, eol = '\n'): string[] {
  const before = `${HEAD}${release}\nlimits: { operations: 50 } # few\n`.replaceAll('\n', eol);
  const spliced = spliceDay(before, {
    version: '1.10.0',
    milestone: 'rc1',
    to: day('2026-11-17'),
    ...edit,
  });
  if ('problem' in spliced) return [`! ${spliced.problem.code}: ${spliced.problem.message}`];
  goodConfig(spliced.text);
  expect(
    spliced.text
      .split(eol)
      .join('')
      .includes(eol === '\r\n' ? '\n' : '\r'),
  ).toBe(false);
  return changedLines(before, spliced.text).map(({ sign, text }) => `${sign}${text}`);
}

const BLOCK = (milestone: string) => `  - version: '1.10.0'
    release: 2026-11-24 # Tuesday
    milestones:
      code-freeze: 2026-11-03
${milestone}
      docs: rc1 - 1 week # before the candidate`;

const because = 'it\'s "late": # 100% {sure}, [really] & *more* | > ok';
const QUOTED = `'it''s "late": # 100% {sure}, [really] & *more* | > ok'`;

describe('the short form', () => {
  test.each([
    ['rc1: 2026-11-10', 'rc1: 2026-11-17'],
    ["rc1: '2026-11-10'   # first try", "rc1: '2026-11-17'   # first try"],
    ['rc1:   "2026-11-10"', 'rc1:   "2026-11-17"'],
    ["'rc1': 2026-11-10", "'rc1': 2026-11-17"],
    ['rc1: release - 2 weeks # relative', 'rc1: 2026-11-17 # relative'],
    ['rc1: week 10 tuesday', 'rc1: 2026-11-17'],
    ['rc1: later # nobody knows', 'rc1: 2026-11-17 # nobody knows'],
  ])('%s', (before, after) => {
    expect(edited(BLOCK(`      ${before}`), {})).toEqual([`-      ${before}`, `+      ${after}`]);
  });

  test.each([
    ['rc1: 2026-11-10', `rc1: { on: 2026-11-17, because: ${QUOTED} }`],
    ["rc1: '2026-11-10' # first", `rc1: { on: '2026-11-17', because: ${QUOTED} } # first`],
    ['rc1: release - 2 weeks', `rc1: { on: 2026-11-17, because: ${QUOTED} }`],
  ])('with a reason: %s', (before, after) => {
    expect(edited(BLOCK(`      ${before}`), { because })).toEqual([`-      ${before}`, `+      ${after}`]);
  });

  test('over two lines, and as a text block', () => {
    expect(edited(BLOCK('      rc1: release\n        - 2 weeks # so far'), {})).toEqual([
      '-      rc1: release',
      '-        - 2 weeks # so far',
      '+      rc1: 2026-11-17 # so far',
    ]);
    expect(edited(BLOCK('      rc1: >-\n        2026-11-10\n'), {})).toEqual([
      '-      rc1: >-',
      '-        2026-11-10',
      '+      rc1: 2026-11-17',
    ]);
  });
});

const FULL = `      rc1: # the candidate
        title: First candidate
        # when
        on: 2026-11-10 # Tuesday
        weekday: tuesday
        week: 10
        who: 'Release managers'`;

describe('the long form', () => {
  test('the day, and the claims about it', () => {
    expect(edited(BLOCK(FULL), { to: day('2026-11-18') })).toEqual([
      '-        on: 2026-11-10 # Tuesday',
      '-        weekday: tuesday',
      '-        week: 10',
      '+        on: 2026-11-18 # Tuesday',
      '+        weekday: wednesday',
      '+        week: 11',
    ]);
  });

  test.each([
    ['Tue', 'Wed'],
    ['tue', 'wed'],
    ['"TUESDAY"', '"WEDNESDAY"'],
    ["'Tues'", "'Wednesday'"],
  ])('the weekday %s becomes %s', (before, after) => {
    const lines = edited(BLOCK(FULL.replace('tuesday', before)), { to: day('2026-11-18'), week: 11 });
    expect(lines).toContain(`+        weekday: ${after}`);
  });

  test('a reason is added behind the day, replaced, left when it is the same, and removed', () => {
    const on = ['-        on: 2026-11-10 # Tuesday', '+        on: 2026-11-17 # Tuesday'];
    const week = ['-        week: 10', '+        week: 11'];
    expect(edited(BLOCK(FULL), { because })).toEqual([on[0], on[1], `+        because: ${QUOTED}`, ...week]);
    for (const written of [
      'the first build broke # it did',
      "'x: y'",
      '>-\n          the first\n          build',
    ]) {
      const before = FULL.replace('        week', `        because: ${written}\n        week`);
      const replaced = edited(BLOCK(before), { because });
      expect(replaced.filter((line) => /because/.test(line)).at(-1)).toContain(`+        because: ${QUOTED}`);
      const removed = edited(BLOCK(before), {}).filter((line) => line.startsWith('+'));
      expect(removed).toEqual([on[1], week[1]]);
      const more = before.split('\n').length - FULL.split('\n').length;
      expect(edited(BLOCK(before), {}).filter((line) => line.startsWith('-'))).toHaveLength(2 + more);
    }
    const same = BLOCK(`${FULL}\n        because: ${QUOTED} # yes`);
    expect(edited(same, { because })).toEqual([...on, ...week]);
  });

  test('a reason that comes first, or last in the file', () => {
    const first = '      rc1:\n        because: a\n        on: 2026-11-10';
    expect(edited(BLOCK(first), {})).toEqual([
      '-        because: a',
      '-        on: 2026-11-10',
      '+        on: 2026-11-17',
    ]);
    const text = `${HEAD}  - version: 1.10.0\n    release: 2026-11-24\n    because: a`;
    const spliced = spliceDay(text, { version: '1.10.0', milestone: 'release', to: day('2026-11-25') });
    expect(spliced).toEqual({ text: `${HEAD}  - version: 1.10.0\n    release: 2026-11-25` });
  });
});

describe('in braces', () => {
  test.each([
    ['{ on: 2026-11-10 }', `{ on: 2026-11-17 }`],
    ['{on: "2026-11-10", fixed: no}', '{on: "2026-11-17", fixed: no}'],
    ['{ week: 10, on: 2026-11-10, weekday: Tue } # x', '{ week: 11, on: 2026-11-17, weekday: Tue } # x'],
    ["{ on: 2026-11-10, because: 'a, b}' }", '{ on: 2026-11-17 }'],
    ['{ because: a, on: 2026-11-10 }', '{ on: 2026-11-17 }'],
    ['{ on: 2026-11-10, because: a, title: RC }', '{ on: 2026-11-17, title: RC }'],
    ['{ on: 2026-11-10, because: a, }', '{ on: 2026-11-17, }'],
  ])('%s', (before, after) => {
    expect(edited(BLOCK(`      rc1: ${before}`), {})).toEqual([
      `-      rc1: ${before}`,
      `+      rc1: ${after}`,
    ]);
  });

  test.each([
    ['{ on: 2026-11-10 }', `{ on: 2026-11-17, because: ${QUOTED} }`],
    ['{ on: 2026-11-10, title: RC }', `{ on: 2026-11-17, because: ${QUOTED}, title: RC }`],
    ['{ because: a, on: 2026-11-10}', `{ because: ${QUOTED}, on: 2026-11-17}`],
  ])('with a reason: %s', (before, after) => {
    expect(edited(BLOCK(`      rc1: ${before}`), { because })).toEqual([
      `-      rc1: ${before}`,
      `+      rc1: ${after}`,
    ]);
  });

  test('over several lines, a comment between two keys stays', () => {
    const before = `      rc1: {
        on: 2026-11-10, # the day } of it
        because: a, # why
        title: RC
        }`;
    expect(edited(BLOCK(before), {})).toEqual([
      '-        on: 2026-11-10, # the day } of it',
      '-        because: a, # why',
      '+        on: 2026-11-17, # the day } of it',
      '+         # why',
    ]);
  });
});

describe('release day', () => {
  test('its value and reason, and a milestone that repeats it', () => {
    const release = `  - release: 2026-11-24 # GA
    version: "1.10.0"
    milestones:
      release: { on: 2026-11-24, title: Ship it, weekday: tue, because: old }
      thaw: release`;
    expect(edited(release, { milestone: 'release', to: day('2026-11-26'), because: 'a bug' })).toEqual([
      '-  - release: 2026-11-24 # GA',
      '+  - release: 2026-11-26 # GA',
      "+    because: 'a bug'",
      '-      release: { on: 2026-11-24, title: Ship it, weekday: tue, because: old }',
      '+      release: { on: 2026-11-26, title: Ship it, weekday: thu }',
    ]);
  });

  test('a reason on the line of the dash goes, and the next key takes its place', () => {
    const release = "  - because: a\n    release: 2026-11-24\n    version: '1.10.0'";
    expect(edited(release, { milestone: 'release' })).toEqual([
      '-  - because: a',
      '-    release: 2026-11-24',
      '+  - release: 2026-11-17',
    ]);
  });

  test.each([
    ['release', ['+      release: 2026-11-17', '-      release: 2026-11-24']],
    ['leaning', []],
  ])('a milestone "release" in the short form, %s', (kind, lines) => {
    const on = kind === 'leaning' ? 'Release' : '2026-11-24';
    const release = `  - version: '1.10.0'\n    release: 2026-11-24\n    milestones:\n      release: ${on}`;
    const changed = edited(release, { milestone: 'release', because: 'x' });
    expect(changed.filter((line) => line.startsWith('+      ') || line.startsWith('-      ')).sort()).toEqual(
      lines,
    );
  });

  test('in braces', () => {
    expect(
      edited("  - { version: '1.10.0', release: '2026-11-24', branch: b } # x", {
        milestone: 'release',
        because: 'a',
      }),
    ).toEqual([
      "-  - { version: '1.10.0', release: '2026-11-24', branch: b } # x",
      "+  - { version: '1.10.0', release: '2026-11-17', because: 'a', branch: b } # x",
    ]);
  });

  test('the start of the cycle is changed, or written behind the version', () => {
    const edit = { milestone: 'start', to: day('2026-09-07') };
    const bare = "  - version: '1.10.0' # next\n    release: 2026-11-24";
    expect(edited(bare, edit)).toEqual(['+    start: 2026-09-07']);
    expect(edited(`${bare}\n    start: '2026-08-31'`, edit)).toEqual([
      "-    start: '2026-08-31'",
      "+    start: '2026-09-07'",
    ]);
  });
});

describe('a milestone that stands nowhere but in a preset', () => {
  const added = '+      rc1: 2026-11-17';

  test.each([
    ['behind the others', '    milestones:\n      beta: 2026-10-06\n      # no more\n    branch: b', [added]],
    [
      'behind keys',
      '    milestones:\n      beta:\n        on: 2026-10-06\n        who: |\n          all\n    branch: b',
      [added],
    ],
    ['without milestones', '    branch: b # here', ['+    milestones:', added]],
    ['without a milestone', '    milestones: # none\n    branch: b', [added]],
    ['in braces', '    milestones: {}', ['-    milestones: {}', '+    milestones: { rc1: 2026-11-17 }']],
    [
      'in braces with others',
      '    milestones: { beta: 2026-10-06, }',
      ['-    milestones: { beta: 2026-10-06, }', '+    milestones: { beta: 2026-10-06, rc1: 2026-11-17, }'],
    ],
    [
      'for null',
      '    milestones: ~ # none',
      ['-    milestones: ~ # none', '+    milestones: { rc1: 2026-11-17 } # none'],
    ],
  ])('%s', (_, rest, lines) => {
    expect(edited(`  - version: '1.10.0'\n    release: 2026-11-24\n${rest}`, {})).toEqual(lines);
  });

  test('with a reason, and in a release in braces', () => {
    const release = "  - { version: '1.10.0', release: 2026-11-24 }";
    expect(edited(release, { because: "don't" })).toEqual([
      `-${release}`,
      "+  - { version: '1.10.0', release: 2026-11-24, milestones: { rc1: { on: 2026-11-17, because: 'don''t' } } }",
    ]);
  });

  test('title, zone and fixed of the preset stay', () => {
    const before = `${HEAD}  - version: '1.10.0'\n    release: 2026-11-24\n`;
    const spliced = spliceDay(before, { version: '1.10.0', milestone: 'rc1', to: day('2026-11-17') });
    const { config } = goodConfig('text' in spliced ? spliced.text : '');
    expect(config.schedule.releases[1]?.milestones['rc1']).toMatchObject({
      on: { kind: 'day', day: '2026-11-17' },
      title: 'Release candidate 1',
      who: 'Release managers',
    });
  });
});

test('claims alone, about a day that follows by itself', () => {
  const rc1 = '      rc1: { on: release - 2 weeks, weekday: tuesday, week: 10, because: it must }';
  expect(edited(BLOCK(rc1), { to: day('2026-11-12'), week: 10, follows: true })).toEqual([
    `-${rc1}`,
    `+${rc1.replace('tuesday', 'thursday')}`,
  ]);
});

test.each(['\r\n', '\n'])('line ends %j stay as they are, with and without a mark at the start', (eol) => {
  expect(edited(BLOCK(FULL), { because: 'a' }, eol)).toHaveLength(5);
  expect(edited("  - version: '1.10.0'\n    release: 2026-11-24", {}, eol)).toHaveLength(2);
  const text = `\ufeff${HEAD}`.replaceAll('\n', eol);
  const spliced = spliceDay(text, { version: '1.9.0', milestone: 'rc1', to: day('2026-06-17') });
  expect(spliced).toEqual({ text: text.replace('2026-06-16', '2026-06-17') });
});

test('several days, one after the other; the first problem ends it', () => {
  const edit = { version: '1.9.0', milestone: 'rc1', to: day('2026-06-17') };
  const done = spliceDays(HEAD, [edit, { ...edit, milestone: 'beta', to: day('2026-06-02') }]);
  expect(done).toEqual({
    text: HEAD.replace('{ rc1: 2026-06-16 }', '{ rc1: 2026-06-17, beta: 2026-06-02 }'),
  });
  expect(spliceDays(HEAD, [{ ...edit, version: '2.0.0' }, edit])).toMatchObject({
    problem: { code: 'unknown-release' },
  });
});

describe('refused, with a fix', () => {
  const ALIASED = `  - version: '1.10.0'
    release: 2026-11-24
    milestones:
      rc1: &day 2026-11-10
      docs: *day`;

  test.each([
    ['an aliased value', ALIASED, {}],
    ['an alias', ALIASED, { milestone: 'docs' }],
    ['an anchored value that becomes keys', ALIASED.replace('*day', '2026-11-10'), { because: 'a' }],
    ['a tagged value that becomes keys', BLOCK('      rc1: !!str 2026-11-10'), { because: 'a' }],
    ['keys that are used twice', BLOCK('      rc1: &x { on: 2026-11-10 }\n      rc2: *x'), {}],
    [
      'milestones of another release',
      "  - version: '1.8.0'\n    release: 2026-03-24\n    milestones: &all { rc1: 2026-03-10 }\n  - version: '1.10.0'\n    release: 2026-11-24\n    milestones: *all",
      {},
    ],
    [
      'a text block that keeps its blank lines',
      BLOCK('      rc0:\n        on: 2026-11-04\n        because: |+\n          a\n\n'),
      { milestone: 'rc0', follows: true, week: 9, to: day('2026-11-04') },
    ],
  ])('%s', (_, release, edit) => {
    const [line, ...more] = edited(release, edit);
    expect(more).toEqual([]);
    expect(line === undefined || line.startsWith('! no-splice')).toBe(true);
  });

  test('an anchor that nothing repeats is no hindrance to another day', () => {
    expect(edited(BLOCK('      rc1: &day 2026-11-10'), {})).toHaveLength(2);
  });

  test('a release that a preset brings, an unknown one, and a broken file', () => {
    const edit = { version: '1.10.0', milestone: 'rc1', to: day('2026-11-17') };
    expect(spliceDay('extends: [mine]\n', edit)).toMatchObject({
      problem: { message: expect.stringContaining('comes from a preset') as string },
    });
    expect(spliceDay(HEAD, edit)).toMatchObject({ problem: { code: 'unknown-release' } });
    expect(spliceDay('releases: [', edit)).toMatchObject({ problem: { code: 'yaml-syntax' } });
  });
});
