// The table of a slip for a terminal and for a pull request; what people wrote is harmless in both.
import { day } from '../../src/domain/day.ts';
import type { SlipTable } from '../../src/domain/slip.ts';
import { renderSlipMarkdown } from '../../src/text/slip-markdown.ts';
import { renderSlipTable } from '../../src/text/slip-table.ts';

const TABLE: SlipTable = {
  version: 'v1.10.0',
  named: [{ milestone: 'rc1', title: 'RC1', from: day('2026-11-10'), to: day('2026-11-17') }],
  because: 'one more fix',
  missed: [],
  moves: [
    {
      kind: 'milestone',
      id: 'rc1',
      title: 'RC1',
      from: day('2026-11-10'),
      to: day('2026-11-17'),
      reason: 'is given a new day',
    },
    { kind: 'task', id: 'meeting.3', title: 'Meet', to: day('2026-11-23'), reason: 'repeats until "rc1"' },
    { kind: 'task', id: 'meeting.2', title: 'Meet', from: day('2026-11-16'), reason: 'repeats until "rc1"' },
  ],
  asked: [
    {
      kind: 'milestone',
      id: 'release',
      title: 'Release day',
      from: day('2026-11-24'),
      suggestion: day('2026-12-01'),
      reason: 'has a day of its own',
    },
    { kind: 'milestone', id: 'end', title: 'End', from: day('2026-11-25'), reason: 'has a day of its own' },
  ],
  fixed: [
    {
      kind: 'milestone',
      id: 'fair',
      title: 'Fair',
      from: day('2026-11-12'),
      reason: 'is fixed: it never follows',
    },
  ],
  unsure: [
    {
      kind: 'milestone',
      id: 'beta1',
      title: 'Beta',
      from: day('2026-11-04'),
      suggestion: day('2026-11-11'),
      reason: 'nothing says it happened',
    },
  ],
  stays: [
    {
      kind: 'milestone',
      id: 'freeze',
      title: 'Freeze',
      from: day('2026-11-03'),
      reason: 'has its tasks done',
    },
  ],
  keeps: [
    { kind: 'milestone', id: 'alpha1', title: 'Alpha', from: day('2026-10-03'), reason: 'past' },
    { kind: 'milestone', id: 'alpha2', title: 'Alpha', from: day('2026-10-13'), reason: 'past' },
    { kind: 'milestone', id: 'party', title: 'Party', from: day('2026-12-03'), reason: 'ahead' },
  ],
  conflicts: [{ code: 'x', severity: 'warning', path: [], message: 'It is short.', fix: 'Look.' }],
  edits: [{ version: 'v1.10.0', milestone: 'rc1', to: day('2026-11-17') }],
};

test('for a terminal', () => {
  expect(renderSlipTable(TABLE))
    .toBe(`v1.10.0: RC1 (rc1) moves from Tue 10 Nov 2026 to Tue 17 Nov 2026, 7 days later
because one more fix

Moves
  Tue 10 Nov -> Tue 17 Nov  * rc1: RC1  is given a new day
  new        -> Mon 23 Nov  - Meet      repeats until "rc1"
  Mon 16 Nov -> gone        - Meet      repeats until "rc1"

To decide: does not move automatically
  Tue 24 Nov (Tue 01 Dec?)  * release: Release day  has a day of its own
  Wed 25 Nov                * end: End              has a day of its own

To decide: did it happen?
  Wed 04 Nov (Wed 11 Nov?)  * beta1: Beta  nothing says it happened

Fixed: does not move
  Thu 12 Nov                * fair: Fair  is fixed: it never follows

Stays
  has its tasks done: freeze (Tue 03 Nov)

Keeps its day
  past: alpha1 (Sat 03 Oct), alpha2 (Tue 13 Oct)
  ahead: party (Thu 03 Dec)

To move more of them, name them too:
  rc1=2026-11-17 release=2026-12-01 beta1=2026-11-11

Conflicts
  warning: It is short.
    Look.

`);
});

test('for a pull request', () => {
  expect(renderSlipMarkdown(TABLE))
    .toBe(`**RC1** (\`rc1\`) of v1.10.0 moves from Tue 10 Nov 2026 to Tue 17 Nov 2026, 7 days later, because one more fix.

To move one of the dates below as well, check its box; to take the move back, uncheck it. relcomms then updates this pull request.

### Moves

| What | Day | New day | Why |
| --- | --- | --- | --- |
| RC1 (\`rc1\`) | Tue 10 Nov 2026 | Tue 17 Nov 2026 | is given a new day |
| Meet (task \`meeting.3\`) | new | Mon 23 Nov 2026 | repeats until "rc1" |
| Meet (task \`meeting.2\`) | Mon 16 Nov 2026 | is removed | repeats until "rc1" |

### To decide: does not move automatically

| What | Day | Proposed | Why |
| --- | --- | --- | --- |
| End (\`end\`) | Wed 25 Nov 2026 | none | has a day of its own |

- [ ] <!-- relcomms:move release=2026-12-01 -->Release day (\`release\`), from Tue 24 Nov 2026 to Tue 1 Dec 2026: has a day of its own

### To decide: did it happen?

- [ ] <!-- relcomms:move beta1=2026-11-11 -->Beta (\`beta1\`), from Wed 4 Nov 2026 to Wed 11 Nov 2026: nothing says it happened

### Fixed: does not move

| What | On | Why |
| --- | --- | --- |
| Fair (\`fair\`) | Thu 12 Nov 2026 | is fixed: it never follows |

### Stays

- has its tasks done: \`freeze\` (Tue 3 Nov 2026)

### Keeps its day

- past: \`alpha1\` (Sat 3 Oct 2026), \`alpha2\` (Tue 13 Oct 2026)
- ahead: \`party\` (Thu 3 Dec 2026)

### Conflicts

- **warning**: It is short. Look.`);
});

test('titles and reasons can not mention, link, break a table or begin a command', () => {
  const hostile = '@alice | <img src=x> `code` [x](https://evil.example) #1 <!-- relcomms -->';
  const [row] = TABLE.moves;
  if (row === undefined) throw new Error('no row');
  const text = renderSlipMarkdown({
    ...TABLE,
    named: TABLE.named.map((one) => ({ ...one, title: hostile })),
    because: hostile,
    version: hostile,
    moves: [{ ...row, title: hostile, reason: hostile }],
    conflicts: [{ code: 'x', severity: 'error', path: [], message: hostile, fix: hostile }],
  });
  expect(text.replaceAll(/^- \[ \] <!-- relcomms:move \S+ -->/gm, '')).not.toMatch(
    /@alice|<img|<!--|https:\/\/|#1\b/,
  );
  for (const line of text.split('\n').filter((one) => one.startsWith('|')))
    expect(line.replaceAll('\\|', '').match(/\|/g)?.length).toBeGreaterThanOrEqual(4);
  expect(
    text
      .split('\n')
      .find((line) => line.includes('alice') && line.startsWith('|'))
      ?.replaceAll('\\|', '')
      .split('|'),
  ).toHaveLength(6);
});

test('what was taken along by a box stands where it moves, and can be unchecked there', () => {
  const rc2 = { milestone: 'rc2', title: 'RC2', from: day('2026-11-17'), to: day('2026-11-24') };
  const row = {
    kind: 'milestone',
    id: 'rc2',
    title: 'RC2',
    from: rc2.from,
    to: rc2.to,
    reason: 'x',
  } as const;
  const text = renderSlipMarkdown({ ...TABLE, named: [...TABLE.named, rc2], moves: [...TABLE.moves, row] }, [
    { milestone: 'rc2', to: rc2.to },
  ]);
  expect(text.split('\n')[0]).toMatch(/^\*\*RC1\*\* .* moves from/);
  expect(text.split('### To decide')[0]).toMatch(
    /is removed .*\n\n- \[x\] <!-- relcomms:move rc2=2026-11-24 -->RC2 \(`rc2`\), from Tue 17 Nov 2026 to Tue 24 Nov 2026\n\n$/,
  );
});

test('a long title or reason is cut, a long word broken: no line is wider than 110 columns', () => {
  const [row] = TABLE.moves;
  if (row === undefined) throw new Error('no row');
  for (const [title, reason] of [
    ['t'.repeat(120), 'r'.repeat(90)],
    ['t', 'r'.repeat(90)],
    ['t'.repeat(120), 'r'],
  ] as const) {
    const text = renderSlipTable({
      ...TABLE,
      named: TABLE.named.map((one) => ({ ...one, title })),
      because: 'b'.repeat(300),
      moves: [{ ...row, title, reason }],
      conflicts: [
        { code: 'x', severity: 'error', path: [], message: 'm '.repeat(200), fix: 'n'.repeat(200) },
      ],
    });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  }
});

/** The two lines below the first, where the last word of the reason has so many letters. */
function reasonLines(last: number): string[] {
  const because = `${'b'.repeat(92)} ${'c'.repeat(last)}`;
  return renderSlipTable({ ...TABLE, because })
    .split('\n')
    .slice(1, 3);
}

test('words fill a line to its last column, and the next goes on below', () => {
  expect(reasonLines(9)).toEqual([`because ${'b'.repeat(92)} ${'c'.repeat(9)}`, '']);
  expect(reasonLines(10)).toEqual([`because ${'b'.repeat(92)}`, 'c'.repeat(10)]);
});

test('several dates are a list, in a terminal a line each', () => {
  const second = { milestone: 'rc2', title: 'RC2', from: day('2026-11-17'), to: day('2026-11-24') };
  const several = { ...TABLE, named: [...TABLE.named, second] };
  expect(renderSlipMarkdown(several).split('\n### ')[0]).toBe(`2 dates move, because one more fix:

- **RC1** (\`rc1\`) of v1.10.0 moves from Tue 10 Nov 2026 to Tue 17 Nov 2026, 7 days later.
- **RC2** (\`rc2\`) of v1.10.0 moves from Tue 17 Nov 2026 to Tue 24 Nov 2026, 7 days later.

To move one of the dates below as well, check its box; to take the move back, uncheck it. relcomms then updates this pull request.
`);
  expect(renderSlipTable(several).split('\n').slice(0, 3)).toEqual([
    'v1.10.0: RC1 (rc1) moves from Tue 10 Nov 2026 to Tue 17 Nov 2026, 7 days later',
    'v1.10.0: RC2 (rc2) moves from Tue 17 Nov 2026 to Tue 24 Nov 2026, 7 days later',
    'because one more fix',
  ]);
});
