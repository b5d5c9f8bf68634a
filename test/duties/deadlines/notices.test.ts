// Which notices come, whom they mention and what they say: on plain data.
import { type Instant, day, dayAt, mondayOf } from '../../../src/domain/day.ts';
import type { DesiredComment } from '../../../src/domain/desired.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';
import { prepare } from '../../../src/run/prepare.ts';
import { type Walk, namesIn, noted, noticesIn, run, stateOf, openedAt, walk } from './world.ts';
import { at, read, releaseOf } from '../../support/world.ts';

const DAY = 86_400_000;

const config = (section: string, more = ''): string => `timezone: UTC
roles: { lead: [alice], release-master: [bob], shadow: [carol] }
teams: { api: { github: acme/api }, web: { github: acme/web } }
cycle: { weeks: 8, release-week: 8, weeks-after: 0 }
releases: [{ version: 1.0.0, release: 2026-11-24 }]
milestones:
  code-freeze: { on: 2026-11-04, who: Shadow }
  rc1: 2026-11-10
  rc2: 2026-11-17
  cherry-pick-deadline: { on: 2026-11-20, title: Cherry-pick deadline, who: All teams }
  ${more}
tasks:
  - { id: post, title: Publish the post, due: release }
deadlines: ${section}
`;
const PLAIN = read(config('{}'));
const RELEASE = releaseOf(PLAIN);
const OPENED = at('2026-10-05T08:00:00Z');

/** A tracking issue that is watched since its first day. */
function watched(prepared = PLAIN): OwnIssue[] {
  const issues = [openedAt(releaseOf(prepared), OPENED)];
  return noted(prepared, issues, run(prepared, issues, OPENED).desired);
}

function comments(prepared: typeof PLAIN, issues: readonly OwnIssue[], now: string): DesiredComment[] {
  return run(prepared, issues, at(now)).desired.filter((wish) => wish.kind === 'comment');
}

function whole(section = '{}', more = ''): Walk {
  const prepared = read(config(section, more));
  return walk(() => prepared, watched(prepared), OPENED, at('2026-11-30T00:00:00Z'));
}

const said = ({ said: all }: Walk, name: string) =>
  all.filter(({ comment }) => namesIn(comment).includes(name)).map(({ comment }) => comment);

// Carries Y3, Y14 and Y15 of docs/requirements.md.
test('the digest tells of RC1 more than a week before, with all dates, to its people and to every team', () => {
  const [digest] = said(whole(), 'digest.2026-11-02');
  expect(digest?.body).toBe(`### Week of 2–8 Nov 2026

**Dates**

- Wed 4 Nov 2026 (in 2 days): **Code freeze**
- Tue 10 Nov 2026 (in 8 days): **RC1**

The dates of 1.0.0:

| What | Day | When | By |
| --- | --- | --- | --- |
| RC1 | Tue 10 Nov 2026 | in 8 days | Tue 10 Nov 24:00 UTC |
| RC2 | Tue 17 Nov 2026 | in 15 days | Tue 17 Nov 24:00 UTC |
| Cherry-pick deadline | Fri 20 Nov 2026 | in 18 days | Fri 20 Nov 24:00 UTC |
| Release day | Tue 24 Nov 2026 | in 22 days | Tue 24 Nov 24:00 UTC |

**To do**

- @carol: Code freeze, Wed 4 Nov 2026
- @alice, @bob: RC1, Tue 10 Nov 2026
- @acme/api, @acme/web: RC1, Tue 10 Nov 2026: run your manual tests on it once it is out, and report what fails

<sub>One digest a week. \`/release mine\` lists what you have to do; \`/release mute\` stops mentions.</sub>`);
});

test('a gate has a comment on its day, unless a digest of that day or the day before told of it', () => {
  const own = whole().said.filter(({ comment }) => !comment.key.includes('digest'));
  expect(own.map(({ comment }) => namesIn(comment))).toEqual([
    ['code-freeze.2026-11-04.0d'],
    ['cherry-pick-deadline.2026-11-20.0d'],
  ]);
  // The cherry-pick deadline was told to the teams before.
  expect(mentionsIn(own[1]?.comment.body ?? '')).toEqual(['alice', 'bob']);
});

test('two gates of a week after its Tuesday share one comment', () => {
  const text = config('{}').replace('rc2: 2026-11-17', 'rc2: 2026-11-18');
  const all = walk(() => read(text), watched(read(text)), OPENED, at('2026-11-30T00:00:00Z'));
  const own = all.said.filter(({ comment }) => !comment.key.includes('digest'));
  expect(own.map(({ comment }) => namesIn(comment))).toEqual([
    ['code-freeze.2026-11-04.0d'],
    ['rc2.2026-11-18.0d', 'cherry-pick-deadline.2026-11-20.0d'],
  ]);
  expect(own[1]?.comment.body).toContain('### 1.0.0: 2 deadlines');
});

test('no week has more than two comments, and no milestone that is no gate has one of its own', () => {
  const all = whole('{ notice: [2 weeks, 1 week, 3 days, 2 days, 1 day, 0 days] }', 'docs: 2026-11-12');
  const weeks = new Map<string, number>();
  for (const { at: now } of all.said) {
    const monday = mondayOf(dayAt(now, 'UTC'));
    weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
  }
  expect(Math.max(...weeks.values())).toBe(2);
  expect(said(all, 'docs.2026-11-12.0d').every(({ key }) => key.includes('digest'))).toBe(true);
});

// Carries Y10 of docs/requirements.md.
test('the cherry-pick deadline goes to all teams, a milestone with a who to those whom it names', () => {
  const all = whole();
  const [picks] = said(all, 'cherry-pick-deadline.2026-11-20.1w');
  expect(mentionsIn(picks?.body ?? '')).toEqual(['alice', 'bob', 'acme/api', 'acme/web']);
  expect(picks?.body).toContain(
    '- @acme/api, @acme/web: Cherry-pick deadline, Fri 20 Nov 2026: get your fixes picked to the release branch by then',
  );
  const [freeze] = said(all, 'code-freeze.2026-11-04.1w');
  expect(mentionsIn(freeze?.body ?? '')).toEqual(['carol']);
});

test('a milestone whose who is a role that nobody holds goes to those who are told of everything', () => {
  const empty = config('{}', 'docs: { on: 2026-11-06, who: Docs Lead }').replace(
    'roles: {',
    'roles: { docs-lead: [],',
  );
  const prepared = read(empty);
  const { said: all } = walk(() => prepared, watched(prepared), OPENED, at('2026-11-30T00:00:00Z'));
  const [digest] = all.filter(({ comment }) => namesIn(comment).includes('docs.2026-11-06.1w'));
  expect(digest?.comment.body).toMatch(/@alice.*: docs, Fri 6 Nov 2026/i);
});

test('a milestone whose who is all teams goes to them, whatever it is, and to those who are told of everything', () => {
  const [notice] = said(whole('{}', 'docs: { on: 2026-11-06, who: All teams }'), 'docs.2026-11-06.1w');
  expect(mentionsIn(notice?.body ?? '')).toEqual(['carol', 'alice', 'bob', 'acme/api', 'acme/web']);
});

test('what is told together mentions nobody twice', () => {
  for (const { comment } of whole().said) {
    const mentions = comment.body.match(/@[a-z/]+/g) ?? [];
    expect(mentions).toEqual([...new Set(mentions)]);
  }
});

test('RC1 is told a week before, whatever the config says, and the report tells so', () => {
  const prepared = read(config('{ notice: [2 days] }'));
  const all = walk(() => prepared, watched(prepared), OPENED, at('2026-11-12T00:00:00Z'));
  expect(all.said.flatMap(({ comment }) => noticesIn(comment))).toEqual([
    'code-freeze.2026-11-04.2d',
    'rc1.2026-11-10.1w',
    'rc1.2026-11-10.2d',
  ]);
  expect(run(prepared, watched(prepared), OPENED).skips.map(({ why }) => why)).toEqual([
    expect.stringContaining('RC1 is also announced a week before'),
  ]);
});

test('a config that tells of RC1 by its name too late is refused at its place', () => {
  const text = config('{ milestones: { rc1: { notice: [5 days, 0 days] } } }');
  const prepared = prepare(text);
  expect('problems' in prepared && prepared.problems).toMatchObject([
    { code: 'short-notice', path: ['deadlines', 'milestones', 'rc1', 'notice'], line: 14 },
  ]);
  expect('problems' in prepare(text.replace('5 days', '5 working days'))).toBe(false);
});

test('a milestone may have its own stages and people, or none', () => {
  const all = whole(
    '{ milestones: { code-freeze: { notice: [3 working days], tell: [lead, web] }, rc2: { notice: [] } } }',
  );
  const names = all.said.flatMap(({ comment }) => namesIn(comment));
  expect(names.filter((name) => /^(code-freeze|rc2)/.test(name))).toEqual(['code-freeze.2026-11-04.3wd']);
  expect(mentionsIn(said(all, 'code-freeze.2026-11-04.3wd')[0]?.body ?? '')).toEqual(['alice', 'acme/web']);
});

test('who wants no pings is named without one', () => {
  const [tracking] = watched();
  if (tracking?.ledger === undefined) throw new Error('no log');
  const muted = {
    ...tracking,
    ledger: { ...tracking.ledger, state: { ...stateOf(RELEASE), muted: ['Alice'] } },
  };
  const [notice] = comments(PLAIN, [muted], '2026-11-02T00:00:00Z');
  expect(mentionsIn(notice?.body ?? '')).not.toContain('alice');
  expect(notice?.body).toContain('- alice, @bob: RC1, Tue 10 Nov 2026');
});

describe('the first run', () => {
  test('in an issue that was opened long ago tells what is due in one comment', () => {
    const now = at('2026-11-09T06:00:00Z');
    const issues = [openedAt(RELEASE, (now - 30 * DAY) as Instant)];
    const { said: all } = walk(() => PLAIN, issues, now, at('2026-11-10T00:00:00Z'));
    expect(all.map(({ comment }) => namesIn(comment))).toEqual([
      ['digest.2026-11-09', 'rc1.2026-11-10.0d', 'rc2.2026-11-17.2d', 'cherry-pick-deadline.2026-11-20.1w'],
    ]);
  });

  test('in a new issue tells everybody on its first day what is due, and lets the teams know of RC1', () => {
    const now = at('2026-11-09T06:00:00Z');
    const issues = [openedAt(RELEASE, now)];
    const answer = run(PLAIN, issues, now);
    expect(answer.desired.filter(({ kind }) => kind === 'entry')).toMatchObject([
      {
        key: '1.0.0/deadlines/digest.2026-11-09~rc1.2026-11-10.0d~rc2.2026-11-17.2d~cherry-pick-deadline.2026-11-20.1w',
      },
      { key: '1.0.0/deadlines/begun' },
    ]);
    const [notice] = comments(PLAIN, issues, '2026-11-09T06:00:00Z');
    expect(mentionsIn(notice?.body ?? '')).toEqual(['alice', 'bob', 'acme/api', 'acme/web']);
    const freeze = [openedAt(RELEASE, at('2026-10-28T06:00:00Z'))];
    const freezing = run(PLAIN, freeze, at('2026-10-28T06:00:00Z'));
    expect(freezing.desired).toMatchObject([
      { kind: 'comment', key: '1.0.0/deadlines/digest.2026-10-26~code-freeze.2026-11-04.1w' },
      { kind: 'entry', key: '1.0.0/deadlines/digest.2026-10-26~code-freeze.2026-11-04.1w' },
      { kind: 'entry', key: '1.0.0/deadlines/begun', text: 'Started to watch the deadlines.' },
    ]);
  });

  test('in a cycle whose dates have all passed says nothing', () => {
    const now = at('2026-11-25T06:00:00Z');
    const issues = [openedAt(RELEASE, (now - 60 * DAY) as Instant)];
    expect(comments(PLAIN, issues, '2026-11-25T06:00:00Z')).toEqual([]);
  });
});

describe('a slip', () => {
  const moved = read(config('{}').replaceAll('2026-11-10', '2026-11-12'));

  test('is told to people by the tracking issue, and to the teams that knew the old day', () => {
    const before = walk(() => PLAIN, watched(), OPENED, at('2026-11-06T08:00:00Z'));
    const [notice] = comments(moved, before.issues, '2026-11-06T08:00:00Z');
    expect(namesIn(notice as DesiredComment)).toEqual(['rc1.2026-11-12.moved', 'rc1.2026-11-12.1w']);
    // Above it, in the same comment, the tracking issue says that it has moved, from which day and why.
    expect(notice?.body).toContain('### 1.0.0: RC1, in 6 days');
    expect(notice?.body).toContain('- **RC1:** Thu 12 Nov 2026 (in 6 days), by Thu 12 Nov 24:00 UTC.');
    expect(mentionsIn(notice?.body ?? '')).toEqual(['acme/api', 'acme/web']);
  });

  test('that the tracking issue has told before is told whole', () => {
    const before = walk(() => PLAIN, watched(), OPENED, at('2026-11-06T08:00:00Z'));
    const told = noted(moved, before.issues, []);
    const [notice] = comments(moved, told, '2026-11-06T08:00:00Z');
    expect(notice?.body).toContain('### 1.0.0: RC1 has moved, now in 6 days');
    expect(notice?.body).toContain(
      '- **RC1:** Thu 12 Nov 2026 (in 6 days), moved from Tue 10 Nov 2026, by Thu 12 Nov 24:00 UTC.',
    );
  });

  test('gets new notices on its new days, and none for the old', () => {
    const all = walk(
      (now) => (now < at('2026-11-06T08:00:00Z') ? PLAIN : moved),
      watched(),
      OPENED,
      at('2026-11-14T00:00:00Z'),
    );
    const names = all.said
      .flatMap(({ comment }) => namesIn(comment))
      .filter((name) => name.startsWith('rc1'));
    expect(names).toEqual([
      'rc1.2026-11-10.2d',
      'rc1.2026-11-12.moved',
      'rc1.2026-11-12.1w',
      'rc1.2026-11-12.2d',
      'rc1.2026-11-12.0d',
    ]);
  });

  test('of a milestone without teams is noted, and not said once more', () => {
    const later = read(config('{}').replace('2026-11-04', '2026-11-05'));
    const before = walk(() => PLAIN, watched(), OPENED, at('2026-11-02T08:00:00Z'));
    const answer = run(later, before.issues, at('2026-11-02T08:00:00Z'));
    expect(answer.desired.filter(({ kind }) => kind !== 'section')).toMatchObject([
      { kind: 'entry', key: '1.0.0/deadlines/code-freeze.2026-11-05.2d' },
    ]);
  });
});

test('nothing live comes out of titles and reasons', () => {
  const hostile = '"@erin <b> #1 | `x` https://example.com"';
  const all = whole('{}', `evil: { on: 2026-11-06, title: ${hostile}, who: ${hostile} }`);
  const [notice] = said(all, 'evil.2026-11-06.1w');
  expect(mentionsIn(notice?.body ?? '')).toEqual(['carol', 'alice', 'bob']);
  expect(notice?.body).not.toContain('<b>');
});

test('nothing is said on a day of a past release', () => {
  const end = at('2026-12-05T00:00:00Z');
  const answer = run(PLAIN, watched(), end);
  expect(answer.desired.filter(({ kind }) => kind !== 'section')).toEqual([]);
  expect(answer.standing).toEqual([]);
  expect(day('2026-12-05') > RELEASE.end).toBe(true);
});
