// Case files: whose they are, which tests share one, when they turn, close and open again, and who is asked when.
import type { Instant } from '../../../src/domain/day.ts';
import { mentionedIn } from '../../../src/text/mention.ts';
import { hour, job, outcome, report } from './judge/branch.ts';
import {
  EMPTY,
  RELEASE,
  type Setting,
  TRACKING,
  type World,
  inputOf,
  issueOf,
  openedFirst,
  says,
  step,
} from './world.ts';
import type { Refusal } from '../../../src/domain/command-comment.ts';
import { failingTestsDuty } from '../../../src/duties/failing-tests/index.ts';
import { ledgerState } from '../../support/world.ts';

/** Two red runs: as many as the grace lets by. */
const RED = [report(1, { lists: 'p' }), report(2, { lists: 'f' }), report(3, { lists: 'f' })];
const GREEN = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => report(from + index, { lists: 'p' }));

function after(world: World, ...settings: readonly Setting[]): World {
  return settings.reduce((before, setting) => step(before, setting).after, world);
}

const opened = after(EMPTY, { tests: { reports: RED } });

/** As GitHub leaves it that refused the newest comment and its line in the log. */
function untold(world: World, name: string): World {
  const issues = world.issues.map((issue) => {
    const { ledger } = issue;
    if (ledger === undefined) return issue;
    const entries = ledger.entries.filter(({ key }) => !key.endsWith(`/${name}`));
    return { ...issue, ledger: { ...ledger, entries } };
  });
  return { ...world, issues, comments: world.comments.slice(0, -1) };
}

test.each([
  ['says so where no report does', {}, 'Not watched: the branch `release-1.14` does not exist.'],
  ['is silent where the report says it', { listsLacks: 'report' }, ''],
])('without its branch the section %s, and the run knows that nobody watches', (_, told, text) => {
  const input = inputOf(EMPTY);
  const answer = failingTestsDuty.desire({
    ...input,
    told,
    observed: { ...input.observed, branchTests: [] },
  });
  expect(answer.desired).toMatchObject([
    { kind: 'section', text: text === '' ? '' : `### Failing tests\n\n${text}` },
  ]);
  expect(answer.lacks).toMatchObject([{ why: 'the branch release-1.14 does not exist' }]);
});

test('a red run within the grace opens nothing, tells nobody, and is named', () => {
  const { after: world, section, standing } = step(EMPTY, { tests: { reports: RED.slice(0, 2) } });
  expect(world.issues).toHaveLength(1);
  expect(section).toContain('the next run confirms it: `api/lists`');
  expect(standing).toEqual([]);
  const patient = step(EMPTY, { tests: { reports: RED }, config: { grace: '2' } });
  expect(patient.after.issues).toHaveLength(1);
});

test('a flake within the grace pings nobody and is listed as flaky', () => {
  const reports = ['f', 'p', 'f', 'p', 'f'].map((letter, index) => report(index + 1, { lists: letter }));
  const { after: world, section, standing } = step(EMPTY, { tests: { reports } });
  expect(world.issues).toHaveLength(1);
  expect(world.comments).toEqual([]);
  expect(section).toContain('Flaky: `api/lists` (failed 3 of its last 5 runs)');
  expect(standing).toMatchObject([{ severity: 'amber', team: 'api', milestone: 'rc1' }]);
});

test.each([
  ['of the release that was looked up', '1.14.0', ['1.14.0'], '1.14.0'],
  ['that nobody looked up', 'Autumn', ['1.14.0'], undefined],
  ['that is gone', '1.14.0', [], undefined],
])('a GitHub milestone of the tracking issue %s', (_, milestone, milestones, expected) => {
  const world = { ...EMPTY, issues: [openedFirst(TRACKING, 1, { milestone })] };
  const setting = { tests: { reports: RED }, milestones };
  const [wish] = step(world, setting).desired.filter(({ kind }) => kind === 'issue');
  expect(wish).toMatchObject({ milestone: expected });
  expect(failingTestsDuty.needs).toContain('githubMilestones');
  expect(failingTestsDuty.asks(inputOf(world, setting)).githubMilestones).toEqual(['1.14.0']);
});

test('what stands in the way says since when, by when it will be mended, and whom to turn to', () => {
  expect(step(opened).standing[0]).toMatchObject({
    text: '#2 `api/lists`, failing since Mon 12 Oct 2026, `0000002`; no fix date yet',
    owner: 'carol, lead of api',
  });
  const promised = after(says(opened, 'bob', '/release eta 2026-10-15'), {});
  expect(step(promised).standing[0]?.text).toMatch(/; expected fix Thu 15 Oct 2026, says bob$/);
});

const three = (letter: string, later: string) => ({ lists: letter, creates: letter, deletes: later });
const page = (letter: string) => outcome('opens', letter === 'f' ? 'failed' : 'passed', 'page');

test('tests of one team that are red from one commit on share a case file, others have their own', () => {
  const reports = [
    ['p', 'p'],
    ['f', 'p'],
    ['f', 'f'],
    ['f', 'f'],
  ].map(([letter = '', later = ''], index) => {
    const one = report(index + 1, three(letter, later));
    return { ...one, tests: [...one.tests, page(letter)] };
  });
  const { issues } = step(EMPTY, { tests: { reports } }).after;
  expect(issues.map(({ key }) => key).toSorted()).toEqual([
    '1.14.0/case/api/0000002',
    '1.14.0/case/api/0000003',
    '1.14.0/case/web/0000002',
    TRACKING,
  ]);
});

const owners = (text: string): NonNullable<Setting['owners']> => ({
  known: true,
  value: { path: 'CODEOWNERS', text },
});
const ownerOf = (setting: Setting) => step(EMPTY, setting).after.issues[1]?.key.split('/')[2];

const owned = (letter: 'passed' | 'failed') => [
  { ...outcome('reads', letter, 'b'), file: 'b.ts' },
  outcome('lists', letter),
  outcome('turns', letter, 'a'),
];

const patterns = (api: string, web: string): NonNullable<Setting['teams']> => ({
  api: { github: 'acme/api', paths: [], tests: [api] },
  web: { github: 'acme/web', paths: [], tests: [web] },
});

describe('whose it is', () => {
  const inFile = (file: string) =>
    RED.map((one) => ({ ...one, tests: one.tests.map((test) => ({ ...test, suite: 'other', file })) }));
  const reports = inFile('src/api/list.ts');
  const inSuite = (suite: string) =>
    RED.map((one) => ({ ...one, tests: one.tests.map((test) => ({ ...test, suite, class: 'unit' })) }));

  test.each([
    [
      'a pattern of a team before all else',
      { tests: { reports: RED }, owners: owners('* @acme/web') },
      'api',
    ],
    [
      'a pattern that names a suite around the class',
      { tests: { reports: inSuite('web > unit') }, teams: patterns('^mail > unit/', '^web > unit/') },
      'web',
    ],
    [
      'a pattern that begins with the class',
      { tests: { reports: inSuite('web > unit') }, teams: patterns('^unit/', '^web$') },
      'api',
    ],
    [
      'the code owners of its file, as a team of the config',
      { tests: { reports }, owners: owners('/src/api/ @acme/web') },
      'web',
    ],
    [
      'a team that the config does not name',
      { tests: { reports }, owners: owners('* @acme/else') },
      'acme%2Felse',
    ],
    ['people', { tests: { reports }, owners: owners('* @bob @alice') }, '%40alice%2Bbob'],
    ['nobody', { tests: { reports } }, '_unowned'],
    [
      'CI signal',
      { tests: { reports }, release: { ...RELEASE, roles: { 'ci-signal': ['erin'] } } },
      '_ci-signal',
    ],
  ] as const)('%s', (_, setting, expected) => {
    expect(ownerOf(setting)).toBe(expected);
  });

  test('nothing is opened while the code owners can not be read', () => {
    expect(ownerOf({ tests: { reports }, owners: { known: false, why: 'GitHub is busy' } })).toBeUndefined();
  });

  test('what nobody owns stands first in the section', () => {
    const all = RED.map((one, index) => ({ ...one, tests: owned(index === 0 ? 'passed' : 'failed') }));
    const { section } = step(EMPTY, { tests: { reports: all }, owners: owners('b.ts @bob') });
    const rows = section.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.slice(2).map((line) => line.split(' | ')[0])).toEqual(['| **unowned**', '| bob', '| api']);
  });
});

test('a red job without failing tests has a case file, too; jobs can be left out', () => {
  const jobs = [job(1, 'passed'), job(2, 'failed'), job(3, 'failed')];
  expect(issueOf(step(EMPTY, { tests: { jobs } }).after, 2).body).toContain('ci/unit (job)');
  expect(step(EMPTY, { tests: { jobs }, config: { 'ignore-jobs': ['^ci/'] } }).after.issues).toHaveLength(1);
  expect(step(EMPTY, { tests: { jobs }, config: { jobs: ['^e2e/'] } }).after.issues).toHaveLength(1);
});

describe('green again', () => {
  test('noted once without a comment, since nobody has to act; observed, closed after so many green runs', () => {
    const told = after(opened, { tests: { reports: GREEN(4, 1) } });
    expect(told.comments).toEqual([]);
    expect(issueOf(told, 2).body).toContain('**Green again**');
    const lines = issueOf(step(told, { tests: { reports: GREEN(4, 2) } }).after, 1).ledger?.entries ?? [];
    expect(lines.filter(({ text }) => text.includes('passing again'))).toHaveLength(1);
    expect(issueOf(after(told, { tests: { reports: GREEN(4, 2) } }), 2).state).toBe('open');
    const closed = after(told, { tests: { reports: GREEN(4, 3) } });
    expect(issueOf(closed, 2).state).toBe('closed');
    expect(issueOf(closed, 2).body).toContain('The tests failed for 2 hours');
  });

  test('a turn to red that could not be told is told by the next run, once', () => {
    const reports = [...GREEN(4, 1), report(5, { lists: 'f' }), report(6, { lists: 'f' })];
    const green = after(opened, { tests: { reports: GREEN(4, 1) } });
    const lost = untold(after(green, { tests: { reports } }), 'red-2');
    expect(lost.comments).toEqual([]);
    const healed = after(lost, { tests: { reports } });
    expect(healed.comments).toHaveLength(1);
    expect(step(healed, { tests: { reports } }).after.comments).toHaveLength(1);
  });

  test('a green that could not be told before it was closed is told as it closes', () => {
    const told = after(opened, { tests: { reports: GREEN(4, 1) } });
    const closed = after(untold(told, 'green-1'), { tests: { reports: GREEN(4, 3) } });
    expect(closed.comments.map(({ body }) => body)).toEqual([
      'The tests failed for 2 hours, and have stayed green for 3 runs.',
    ]);
    expect(issueOf(closed, 2).state).toBe('closed');
  });

  test('seen only when all of it is over, that is told in a comment, once', () => {
    const closed = after(opened, { tests: { reports: GREEN(4, 3) } });
    expect(issueOf(closed, 2).state).toBe('closed');
    expect(closed.comments.map(({ body }) => body)).toEqual([
      'The tests failed for 2 hours, and have stayed green for 3 runs.',
    ]);
    const lines = issueOf(closed, 1).ledger?.entries.map(({ key }) => key.split('/').at(-1));
    expect(lines?.filter((name) => name === 'closed-1')).toHaveLength(1);
    expect(step(closed, { tests: { reports: GREEN(4, 3) } }).after).toEqual(closed);
  });

  test('what is unknown is not green', () => {
    const cut = report(4, { other: 'p' }, { incomplete: 'cut off' });
    const { after: world } = step(opened, { tests: { reports: [cut] } });
    expect(issueOf(world, 2).body).toContain('**Red**');
    const lost = { ...opened, issues: opened.issues.map((issue) => ({ ...issue, records: undefined })) };
    const without = step(lost).after;
    expect(issueOf(without, 2).state).toBe('open');
    expect(without.comments).toEqual([]);
    // The next reports tell of the tests of the case file, although none is red in them.
    expect(issueOf(after(lost, { tests: { reports: GREEN(4, 3) } }), 2).state).toBe('closed');
  });

  test('a test that is no longer reported is said to be that; a part of the tests says nothing of the others', () => {
    const partly = after(opened, {
      tests: { reports: [4, 5].map((number) => report(number, { other: 'p' })) },
    });
    expect(issueOf(partly, 2).body).toContain('**Red**');
    expect(partly.comments).toEqual([]);
    const world = after(partly, { tests: { reports: [report(6, { other: 'p' })] } });
    expect(issueOf(world, 2).state).toBe('closed');
    expect(issueOf(world, 2).body).toContain('These tests are no longer reported');
    expect(issueOf(world, 2).body).toContain('**No longer reported**\n\n- `api/lists`');
  });

  test('one more red run while it is observed is within the grace; two begin a new outage', () => {
    const observed = after(opened, { tests: { reports: GREEN(4, 1) } });
    const once = after(observed, { tests: { reports: [report(5, { lists: 'f' })] } });
    expect(once.comments).toEqual([]);
    const twice = after(once, { tests: { reports: [report(6, { lists: 'f' })] } });
    expect(twice.comments.at(-1)?.body).toMatch(/^@acme\/api: failing again since `0000005`/);
    expect(twice.issues).toHaveLength(2);
  });

  test('red after it was closed opens the same one again', () => {
    const closed = after(opened, { tests: { reports: GREEN(4, 3) } });
    const again = after(closed, {
      tests: { reports: [report(8, { lists: 'f' }), report(9, { lists: 'f' })] },
    });
    expect(again.issues).toHaveLength(2);
    expect(issueOf(again, 2).state).toBe('open');
  });
});

describe('closed by people while it is red', () => {
  const byHand = {
    ...opened,
    issues: opened.issues.map((issue) =>
      issue.number === 2 ? { ...issue, state: 'closed' as const, stateBy: 'people' as const } : issue,
    ),
  };

  test('stays closed, and the section says so', () => {
    const {
      after: world,
      section,
      standing,
    } = step(byHand, { tests: { reports: [report(4, { lists: 'f' })] } });
    expect(issueOf(world, 2).state).toBe('closed');
    expect(section).toContain('Still failing, although its issue was closed by hand: api');
    expect(standing).toMatchObject([{ severity: 'red' }]);
  });

  test('opens again only when it turned red anew', () => {
    const reports = [...GREEN(4, 1), report(5, { lists: 'f' }), report(6, { lists: 'f' })];
    expect(issueOf(after(byHand, { tests: { reports } }), 2).state).toBe('open');
  });
});

/** Opened at ten on Monday, 12 October 2026; so many days and hours later. */
const at = (days: number, hours = 0): Instant => hour(10 + days * 24 + hours);
const assignees = (quiet: string[], teams?: Setting['teams']) =>
  step(EMPTY, { tests: { reports: RED }, quiet, ...(teams && { teams }) }).desired.flatMap((wish) =>
    wish.kind === 'issue' ? wish.assignees.map(({ login }) => login) : [],
  );

const asked = (world: World) => world.comments.map(({ body }) => mentionedIn(body));
/** The issues, with only those lines of the log that are kept. */
const withLog = (world: World, isKept: (key: string) => boolean) =>
  world.issues.map((issue) =>
    issue.number === 1 && issue.ledger
      ? {
          ...issue,
          ledger: { ...issue.ledger, entries: issue.ledger.entries.filter(({ key }) => isKept(key)) },
        }
      : issue,
  );

/** GitHub assigns nobody of those who are asked: each step is a comment. */
const climb = (world: World, ...times: readonly Instant[]) =>
  after(world, ...times.map((now) => ({ now, assignable: [] })));

describe('the ladder', () => {
  // Carries Y26 of docs/requirements.md.
  test('climbs after a working day of silence, each step once', () => {
    expect(asked(climb(opened, at(0, 23)))).toEqual([]);
    const all = climb(opened, at(1), at(1, 1), at(1, 23), at(2), at(2, 1), at(3), at(4), at(7), at(8));
    expect(asked(all)).toEqual([['carol'], ['alice'], ['dave']]);
  });

  test('takes one step at a time after days without a run', () => {
    expect(asked(climb(opened, at(9)))).toEqual([['carol']]);
    expect(asked(climb(opened, at(9), at(9), at(9, 1)))).toEqual([['carol']]);
    expect(asked(climb(opened, at(9), at(10)))).toEqual([['carol'], ['alice']]);
  });

  test('a clock that was wrong takes no step back and none twice', () => {
    expect(asked(climb(opened, at(1), at(0, 1), at(1)))).toEqual([['carol']]);
  });

  test('rests on weekends and holidays', () => {
    expect(asked(climb(opened, at(5), at(6)))).toEqual([]);
    expect(asked(after(opened, { now: at(1), holidays: ['2026-10-13'], assignable: [] }))).toEqual([]);
    expect(asked(after(opened, { now: at(2), holidays: ['2026-10-13'], assignable: [] }))).toEqual([
      ['carol'],
    ]);
  });

  test('leaves out who wants no pings, and goes on to the next in its own time', () => {
    expect(asked(after(opened, { now: at(1), quiet: ['Carol'] }))).toEqual([]);
    expect(asked(after(opened, { now: at(2), quiet: ['Carol'] }))).toEqual([['alice']]);
    const muted = ledgerState({ muted: ['alice', 'carol'] });
    const issues = opened.issues.map((issue) =>
      issue.number === 1 && issue.ledger ? { ...issue, ledger: { ...issue.ledger, state: muted } } : issue,
    );
    expect(asked(climb({ ...opened, issues }, at(2)))).toEqual([]);
    expect(asked(climb({ ...opened, issues }, at(3)))).toEqual([['dave']]);
  });

  test('a new issue is assigned to the lead who can be, and who wants to', () => {
    const erin = { api: { github: 'acme/api', paths: [], tests: ['^api/'], lead: 'erin' } };
    expect([assignees([]), assignees(['Carol']), assignees([], erin)]).toEqual([['carol'], [], []]);
  });

  test('a day that somebody gave holds it until it is over; then that is asked about once', () => {
    const promised = after(says(opened, 'bob', '/release eta 2026-10-15'), { now: at(0, 1), assignable: [] });
    expect(asked(climb(promised, at(1), at(2), at(3)))).toEqual([]);
    const over = climb(promised, at(4), at(4, 1));
    expect(asked(over)).toEqual([['bob']]);
    expect(asked(climb(over, at(7)))).toEqual([['bob'], ['carol']]);
  });

  test('who gave the day and is quiet by now is asked by nobody, also where the question was lost', () => {
    const promised = after(says(opened, 'bob', '/release eta 2026-10-15'), { now: at(0, 1), assignable: [] });
    const over = climb(promised, at(4));
    const issues = over.issues.map((issue) => ({
      ...issue,
      ...(issue.ledger === undefined
        ? {}
        : {
            ledger: {
              ...issue.ledger,
              entries: issue.ledger.entries.filter(({ key }) => !key.includes('/eta/')),
            },
          }),
    }));
    const lost = { ...over, issues, comments: [] };
    expect(asked(after(lost, { now: at(4, 1) }))).toEqual([['bob']]);
    expect(asked(after(lost, { now: at(4, 1), quiet: ['bob'] }))).toEqual([[]]);
  });

  test('a word about progress is an answer', () => {
    const told = after(says(opened, 'bob', '/release progress the cache is rebuilt because it was stale'), {
      now: at(0, 20),
    });
    expect(issueOf(told, 2).body).toContain(
      'the cache is rebuilt because it was stale (bob, Tue 13 Oct 2026)',
    );
    expect(asked(climb(told, at(1)))).toEqual([]);
    expect(asked(climb(told, at(1, 20)))).toEqual([['carol']]);
  });

  test('is silent while all is green, and begins anew with the next outage', () => {
    const green = after(climb(opened, at(1)), { now: at(1, 1), tests: { reports: GREEN(4, 1) } });
    expect(asked(climb(green, at(4)))).toEqual([['carol']]);
    const reports = [report(5, { lists: 'f' }), report(6, { lists: 'f' })];
    const again = after(green, { now: at(7), tests: { reports } });
    expect(asked(climb(again, at(8)))).toEqual([['carol'], [], ['carol']]);
  });

  test('a step that the log tells of is not taken again when the memory of it was lost', () => {
    const world = climb(opened, at(1));
    const { body } = issueOf(opened, 2);
    const issues = world.issues.map((issue) => (issue.number === 2 ? { ...issue, body } : issue));
    const later = climb({ ...world, issues }, at(1, 1), at(1, 2));
    expect(asked(later)).toEqual([['carol']]);
    expect(asked(climb(later, at(2, 1)))).toEqual([['carol'], ['alice']]);
  });

  test('a comment that was lost is made by the next run, before any other step', () => {
    const world = climb(opened, at(1));
    const issues = withLog(world, (key) => !key.includes('ladder'));
    expect(asked(climb({ ...world, issues, comments: [] }, at(2)))).toEqual([['carol']]);
  });
});

/** Whom the issue was assigned to, run by run; GitHub can assign all of them. */
function assignedBy(world: World, times: readonly Instant[], more: Setting = {}) {
  const setting = { assignable: ['alice', 'carol', 'dave'], ...more };
  const told: string[][] = [];
  let now = world;
  for (const time of times) {
    const { desired, after: next } = step(now, { now: time, ...setting });
    told.push(
      desired.flatMap((wish) => (wish.kind === 'issue' ? wish.assignees.map(({ login }) => login) : [])),
    );
    now = next;
  }
  return { told, world: now };
}

describe('a step asks by assigning, which tells nobody else', () => {
  test('who has the issue already is not asked again; the others come in their own time', () => {
    const { told, world } = assignedBy(opened, [at(1), at(2), at(2, 1), at(3), at(4)]);
    expect(told).toEqual([[], ['alice'], [], ['dave'], []]);
    expect(asked(world)).toEqual([]);
    const { body } = issueOf(world, 2);
    expect(body).toContain('- **Escalated to:** the scrum masters, Thu 15 Oct 2026\n');
    expect(body).toMatch(/^\*\*Next step for api and the scrum masters:\*\* comment with the day/m);
    expect(issueOf(world, 1).ledger?.entries.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Failing tests of api: no answer yet, assigned dave']),
    );
  });

  test('an answer holds it, and takes the line away', () => {
    const { world } = assignedBy(opened, [at(2)]);
    const later = assignedBy(says(world, 'bob', '/release eta 2026-10-20'), [at(3), at(4)]);
    expect(later.told).toEqual([[], []]);
    expect(issueOf(later.world, 2).body).not.toContain('Escalated');
  });

  test('what GitHub refused is asked for again, and no comment is made of it', () => {
    const { world } = assignedBy(opened, [at(2)]);
    const issues = withLog(world, (key) => !key.endsWith('assigned/alice'));
    const again = assignedBy({ ...world, issues }, [at(2, 1)]);
    expect([again.told, asked(again.world)]).toEqual([[['alice']], []]);
  });

  test('whom GitHub can assign only in part is asked in a comment, and in the next outage everybody', () => {
    const both = { ...RELEASE, roles: { 'release-master': ['alice', 'erin'] } };
    expect(asked(assignedBy(opened, [at(2)], { release: both }).world)).toEqual([['alice', 'erin']]);
    const { world } = assignedBy(opened, [at(2)]);
    const green = after(world, { now: at(2, 1), tests: { reports: GREEN(4, 1) } });
    const reports = [report(5, { lists: 'f' }), report(6, { lists: 'f' })];
    const again = after(green, { now: at(7), tests: { reports } });
    expect(asked(assignedBy(again, [at(9)]).world)).toEqual([[], ['alice']]);
  });
});

const answerTo = (line: string, world = opened) => {
  const { desired } = step(says(world, 'bob', line));
  const reaction = desired.find((wish) => wish.kind === 'reaction');
  const reply = desired.find((wish) => wish.kind === 'comment');
  return [reaction?.kind === 'reaction' ? reaction.content : '', reply?.kind === 'comment' ? reply.body : ''];
};

describe('commands', () => {
  test.each([
    ['/release eta tomorrow', '+1', ''],
    ['/release eta friday because of it', '+1', ''],
    ['/release eta +2wd', '+1', ''],
    ['/release eta soon', 'confused', 'When? Use today'],
    ['/release eta 2026-10-11', 'confused', 'When?'],
    ['/release eta 2028-01-01', 'confused', 'When?'],
    ['/release progress', 'confused', 'What is the update?'],
    ['/release not-ours nobody', 'confused', 'The config has'],
    ['/release not-ours wep', 'confused', 'Did you mean `web`?'],
    ['/release not-ours api', 'confused', 'with `api` already'],
    [
      '/release status',
      'confused',
      'works on the tracking issue of the release; write it there. Here you can write `/release eta DAY',
    ],
    ['/release etta', 'confused', 'Did you mean'],
  ])('%s', (line, content, reply) => {
    const [reaction, body] = answerTo(line);
    expect(reaction).toBe(content);
    expect([body === '', body?.includes(reply)]).toEqual([reply === '', true]);
  });

  test.each(['web', '@acme/web', 'ACME/Web'])(
    'not-ours %s hands it over for good, told to the new team',
    (team) => {
      const handed = after(says(opened, 'bob', `/release not-ours ${team}`), {});
      expect(handed.comments.at(-1)?.body).toMatch(/^@acme\/web: bob says/);
      expect(issueOf(handed, 2).body).toContain('**Team:** web\n');
      const later = step(handed, { tests: { reports: [report(4, { lists: 'f' })] } });
      expect(later.after.issues).toHaveLength(2);
      expect(later.section).toContain('| web | `api/lists`');
      expect(later.standing).toMatchObject([{ team: 'web' }]);
    },
  );

  test('who may not is told once, and changes nothing', () => {
    const given = says(says(opened, 'frank', '/release eta tomorrow'), 'frank', '/release not-ours web');
    const world = {
      ...given,
      commands: given.commands.map((one) => ({ ...one, permission: 'read' as const })),
    };
    const { desired, after: later } = step(world);
    expect(desired.filter((wish) => wish.kind === 'reaction').map((wish) => wish.content)).toEqual([
      'confused',
      'confused',
    ]);
    expect(later.comments).toHaveLength(1);
    expect(issueOf(later, 2).body).toBe(issueOf(opened, 2).body);
    const inTeam = world.commands
      .slice(0, 1)
      .map((one) => ({ ...one, teams: { member: ['acme/api'], unknown: [] } }));
    expect(issueOf(step({ ...world, commands: inTeam }).after, 2).body).toContain('says frank');
  });

  test('who was refused on another issue of the release in this run is not told why once more', () => {
    const reports = [
      report(1, { lists: 'p' }),
      report(2, { lists: 'p' }),
      report(3, { lists: 'f' }),
      report(4, { lists: 'f' }),
    ];
    const { after: two } = step(opened, { tests: { reports: [...reports, report(5, { other: 'f' })] } });
    const given = says(says(two, 'frank', '/release eta tomorrow'), 'frank', '/release eta tomorrow', 3);
    const commands = given.commands.map((one) => ({ ...one, permission: 'read' as const }));
    const input = inputOf({ ...given, commands });
    const told = (refusals: readonly Refusal[]) => {
      const { desired, refusals: now = [] } = failingTestsDuty.desire({ ...input, refusals });
      return [desired.filter(({ kind }) => kind === 'comment').length, now.length];
    };
    const frank = { issue: '', release: RELEASE.version, author: 'frank' };
    expect([told([]), told([frank])]).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  test('a comment holds no more commands than elsewhere, and a command of a pull request is told where it belongs', () => {
    const days = [1, 2, 3, 4, 5, 6].map((count) => `/release eta +${count}d`);
    const [given] = says(opened, 'bob', '').commands;
    const { desired, after: later } = step({
      ...opened,
      commands: given === undefined ? [] : [{ ...given, lines: days }],
    });
    expect(desired.filter(({ kind }) => kind === 'comment')).toHaveLength(1);
    expect(issueOf(later, 2).body).toContain('17 Oct 2026');
    expect(answerTo('/release why')[1]).toContain('works on pull requests; write it there.');
  });
});

test('a run that finds nothing new changes nothing, whoever makes it and whenever in the day', () => {
  const idle = step(opened, { now: hour(11), tests: { reports: RED } });
  expect(idle.after).toEqual(opened);
  expect(step(opened, { now: hour(12) }).after).toEqual(opened);
});

describe('once the cycle is over', () => {
  const later = { now: hour(24 * 60) };

  test('nothing is left in the tracking issue, and an open case file is handed over, once', () => {
    const { desired, after: world } = step(opened, later);
    expect(desired[0]).toMatchObject({ kind: 'section', text: '' });
    expect(issueOf(world, 2).state).toBe('closed');
    expect(issueOf(world, 2).body).toContain(
      '**No longer followed.** The cycle ended on Sun 29 Nov 2026; the tests failed',
    );
    expect(issueOf(world, 2).body).toContain('| api/lists |');
    expect(issueOf(world, 2).body).not.toContain('**Red**');
    expect(world.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^@acme\/api: the cycle of Autumn release ended on Sun 29 Nov 2026/),
    ]);
    expect(step(world, later).after).toEqual(world);
    // Who opens it again keeps it.
    const kept = { ...world, issues: world.issues.map((issue) => ({ ...issue, state: 'open' as const })) };
    expect(step(kept, later).after).toEqual(kept);
  });

  test('nobody is pinged for what is green again', () => {
    const green = after(opened, { tests: { reports: GREEN(4, 1) } });
    const { body = '' } = step(green, later).after.comments.at(-1) ?? {};
    expect(body).toMatch(/^The cycle of Autumn release ended/);
    expect(mentionedIn(body)).toEqual([]);
  });

  test('before its last day, and without a tracking issue, nothing is closed', () => {
    const evening = { now: hour(24 * 49 - 1) };
    expect(issueOf(step(opened, evening).after, 2).state).toBe('open');
    const alone = { ...opened, issues: opened.issues.slice(1) };
    expect(step(alone, later).desired).toHaveLength(1);
  });
});
