// What stands before the next milestone: in which order, for which team, and in which words.
import { countOf, redOf } from '../../src/standing/figures.ts';
import { HEARD, RELEASE, ROWS, item, stand, words } from './world.ts';

const UNKNOWN = [
  ...HEARD.filter(({ name }) => name !== 'approvals'),
  { name: 'approvals', title: 'Approvals', why: 'GitHub gave up. Please include `3C1E:77` when you ask.' },
];

test('the whole report of a bad day', () => {
  const standing = [
    item('late', { kind: 'task', text: 'Write the notes, was due Fri 30 Oct 2026', owner: 'nobody' }),
    item('t1', { kind: 'failing-test', team: 'api', text: 'api/login' }),
    item('t2', { kind: 'failing-test', team: 'api', text: 'api/logout', severity: 'amber' }),
    item('p1', { kind: 'approval', team: 'web', text: '#7 Mend it', severity: 'amber', milestone: 'rc1' }),
    item('p2', { kind: 'approval', team: 'web', text: '#8 Later', severity: 'amber', milestone: 'release' }),
    item('b1', { text: '#12 Login fails' }),
  ];
  expect(words({ standing, teams: ['web', 'api', 'docs', 'infra'] })).toBe(
    [
      '**Red:** 1 blocker, 2 failing tests, 1 waiting approval and 1 overdue task before RC1, Tue 10 Nov 2026 (in 7 days).',
      '',
      '| Team | State | Why |',
      '| --- | --- | --- |',
      '| no team | Red | 1 blocker and 1 overdue task |',
      '| api | Red | 2 failing tests |',
      '| web | Amber | 1 waiting approval |',
      '',
      '**Teams (green):** docs, infra',
      '',
      '**Blockers (1 red)**',
      '',
      '- #12 Login fails; owner: alice',
      '',
      '**Failing tests (1 red, 1 amber)**',
      '',
      '- api: api/login; owner: alice',
      '- api: api/logout; owner: alice',
      '',
      '**Missing approvals (1 amber)**',
      '',
      '- web: #7 Mend it; owner: alice',
      '',
      '**Overdue tasks (1 red)**',
      '',
      '- Write the notes, was due Fri 30 Oct 2026; no owner yet',
      '',
      '**Later:** 1 for Release (Tue 24 Nov 2026)',
    ].join('\n'),
  );
});

test.each([
  ['all are still to come', [true, true], '2 tasks due soon', 'Tasks due soon'],
  ['one is overdue', [true, false], '2 tasks due or overdue', 'Tasks due or overdue'],
])('tasks of which %s are called so', (_, ahead, counted, title) => {
  const standing = ahead.map((isAhead, index) =>
    item(`t${index}`, { kind: 'task', severity: 'amber', isAhead }),
  );
  const said = words({ standing });
  expect(said).toContain(`**Amber:** ${counted} before RC1`);
  expect(said).toContain(`**${title} (2 amber)**`);
});

test('a calm day is one line and the teams', () => {
  expect(words({ teams: ['web', 'api'] })).toBe(
    '**Green:** nothing that relcomms watches blocks RC1, Tue 10 Nov 2026 (in 7 days).\n\n**Teams (green):** api, web',
  );
});

test('what could not be read is named and never green, in words that stay the same', () => {
  expect(words({ heard: UNKNOWN, teams: ['web'] })).toBe(
    [
      '**Unknown:** nothing found before RC1, Tue 10 Nov 2026 (in 7 days), but not everything could be read.',
      '**Team (unknown):** web',
      '**Approvals: unknown.** Why: GitHub gave up',
    ].join('\n\n'),
  );
  const some = words({ heard: UNKNOWN, teams: ['web', 'api'], standing: [item('x', { team: 'web' })] });
  expect(some).toContain('**Red:** 1 blocker before RC1');
  expect(some).toContain('**Team (unknown):** api');
  expect(some).not.toContain('Green');
});

test('what the config leaves out is said to be left out', () => {
  expect(words({ heard: [] })).toBe(
    '**Not watched:** nothing found before RC1, Tue 10 Nov 2026 (in 7 days), but nobody watches ' +
      'blockers ("report" is off), failing tests and flaky tests ("failing-tests" is off), ' +
      'missing approvals and cherry-picks ("approvals" is off), tasks due or overdue ("tracking-issue" is off).',
  );
  const some = words({ heard: HEARD.slice(1) });
  expect(some).toContain('**Green:**');
  expect(some).toContain('**Not watched:** failing tests and flaky tests ("failing-tests" is off)');
});

test('red first, then without an owner, then by team, then the oldest', () => {
  const standing = [
    item('e', { severity: 'amber', owner: '' }),
    item('d', { team: 'b' }),
    item('c', { team: 'a', since: 2 as never }),
    item('b', { team: 'a', since: 1 as never }),
    item('a', { team: 'z', owner: 'Nobody was asked' }),
  ];
  expect(stand({ standing }).groups[0]?.items.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

describe('the next milestone', () => {
  test.each([
    ['is the next gate, no party', '2026-11-03T10:00:00Z', [], 'rc1'],
    ['is one that somebody says is threatened', '2026-11-03T10:00:00Z', ['party'], 'party'],
    ['is a gate on its very day', '2026-11-10T23:59:59Z', [], 'rc1'],
    ['is the one after it a second later', '2026-11-11T00:00:00Z', [], 'release'],
    ['is none after release day', '2026-11-25T00:00:00Z', [], undefined],
  ])('%s', (_, now, named, id) => {
    const standing = named.map((milestone) => item(milestone, { milestone }));
    expect(stand({ now, standing }).next?.id).toBe(id);
  });

  test('is not the one that only comes near, or before which a task is due: nothing hides behind it', () => {
    const standing = [
      item('milestone/party', { kind: 'milestone', severity: 'amber', milestone: 'party' }),
      item('task/a', { kind: 'task', severity: 'amber', milestone: 'party' }),
      item('t', { kind: 'failing-test', milestone: 'rc1' }),
    ];
    const found = stand({ standing });
    expect([found.next?.id, found.later]).toEqual(['rc1', []]);
    expect(found.groups.map(({ kind }) => kind)).toEqual(['failing-test', 'task', 'milestone']);
  });

  test('does not stand before itself', () => {
    const standing = [item('milestone/rc1', { kind: 'milestone', severity: 'amber', milestone: 'rc1' })];
    expect(stand({ standing }).state).toBe('green');
  });

  test('what a past one was threatened by still stands', () => {
    const found = stand({ standing: [item('x', { milestone: 'code-freeze' })] });
    expect([found.state, found.later]).toEqual(['red', []]);
    expect(words({ now: '2026-11-25T00:00:00Z' })).toContain('blocks the end of the cycle');
  });
});

test('another release, and the same thing said twice, count for nothing; who speaks last is right', () => {
  const standing = [
    item('task/a', { kind: 'task', severity: 'amber', text: 'early' }),
    item('task/a', { kind: 'task', text: 'late' }),
    item('x', { release: '1.15.0' }),
  ];
  expect(stand({ standing }).groups).toMatchObject([{ kind: 'task', items: [{ text: 'late' }] }]);
  expect([countOf('task', { standing, heard: HEARD, rows: ROWS }), redOf('task', standing).length]).toEqual([
    1, 1,
  ]);
  expect(stand({ standing, release: { ...RELEASE, version: '1.15.0' } }).groups).toHaveLength(1);
});

test('a task that is not late yet is not called overdue', () => {
  const standing = [item('task/a', { kind: 'task', severity: 'amber' }), item('task/b', { kind: 'task' })];
  expect(words({ standing })).toContain('**Tasks due or overdue (1 red, 1 amber)**');
  expect(redOf('task', standing).map(({ key }) => key)).toEqual(['task/b']);
});

test('a line for several things counts as many', () => {
  const standing = [
    item('case', { kind: 'failing-test', team: 'api', text: 'api/login and 2 more tests', count: 3 }),
    item('flaky', { kind: 'flaky-test', team: 'web', text: 'web/home is flaky', severity: 'amber' }),
  ];
  const text = words({ standing, teams: ['api', 'web'] });
  expect(text).toContain('**Red:** 3 failing tests and 1 flaky test before RC1');
  expect(text).toContain('| api | Red | 3 failing tests |\n| web | Amber | 1 flaky test |');
  expect(text).toContain('**Failing tests (3 red)**\n\n- api: api/login and 2 more tests; owner: alice');
  expect(countOf('failing-test', { standing, heard: HEARD, rows: ROWS })).toBe(3);
});

test('a number that is not known is none', () => {
  expect(
    countOf('approval', { standing: [item('x', { kind: 'approval' })], heard: UNKNOWN, rows: ROWS }),
  ).toBeUndefined();
  expect([
    countOf('failing-test', { standing: [], heard: UNKNOWN, rows: ROWS }),
    countOf('approval', { standing: [], heard: [], rows: ROWS }),
  ]).toEqual([0, undefined]);
});

test('long lists are cut and counted, and get shorter until there is room', () => {
  const standing = Array.from({ length: 200 }, (_, index) => item(`b${String(index).padStart(3, '0')}`));
  expect(words({ standing }).match(/^- /gm)).toHaveLength(9);
  expect(words({ standing })).toContain('- and 192 more');
  expect(words({ standing }, 8, 205)).toContain('- and 198 more');
  expect(words({ standing }, 8, 10)).toContain('- and 200 more');
  const teams = Array.from({ length: 30 }, (_, index) => `t${index}`);
  expect(words({ teams })).toContain('and 10 more');
  const busy = teams.map((team) => item(team, { team }));
  expect(words({ teams, standing: busy })).toContain(
    '\n\nand 10 more teams; `relcomms plan --json` lists all\n',
  );
});
