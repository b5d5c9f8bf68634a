// Which notices come, whom they mention and what they say: on plain data.
import { type Instant, day } from '../../../src/domain/day.ts';
import type { DesiredComment } from '../../../src/domain/desired.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';
import { prepare } from '../../../src/run/prepare.ts';
import { type Walk, namesIn, noted, run, stateOf, openedAt, walk } from './world.ts';
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
test('RC1 is told a week before with all dates, to its people and to every team', () => {
  const [notice] = said(whole(), 'rc1.2026-11-10.1w');
  expect(notice?.body).toBe(`### 1.0.0: RC1, in 7 days

- **RC1:** Tue 10 Nov 2026 (in 7 days), until Tue 10 Nov 24:00 UTC.

The dates of this release:

| What | Day | When | Until |
| --- | --- | --- | --- |
| RC1 | Tue 10 Nov 2026 | in 7 days | Tue 10 Nov 24:00 UTC |
| RC2 | Tue 17 Nov 2026 | in 14 days | Tue 17 Nov 24:00 UTC |
| Cherry-pick deadline | Fri 20 Nov 2026 | in 17 days | Fri 20 Nov 24:00 UTC |
| Release day | Tue 24 Nov 2026 | in 21 days | Tue 24 Nov 24:00 UTC |

For: @alice, @bob, @acme/api, @acme/web`);
});

test('a team is mentioned once for a milestone, its people at every stage', () => {
  const all = whole();
  for (const stage of ['2d', '0d']) {
    const [notice] = said(all, `rc1.2026-11-10.${stage}`);
    expect(mentionsIn(notice?.body ?? '')).toEqual(['alice', 'bob']);
    expect(notice?.body).not.toContain('The dates of this release');
  }
});

// Carries Y10 of docs/requirements.md.
test('the cherry-pick deadline goes to all teams, a milestone with a who to those whom it names', () => {
  const all = whole();
  const [picks] = said(all, 'cherry-pick-deadline.2026-11-20.1w');
  expect(mentionsIn(picks?.body ?? '')).toEqual(['alice', 'bob', 'acme/api', 'acme/web']);
  const [freeze] = said(all, 'code-freeze.2026-11-04.1w');
  expect(mentionsIn(freeze?.body ?? '')).toEqual(['carol']);
});

test('a milestone whose who is all teams goes to them, whatever it is, and to those who are told of everything', () => {
  const [notice] = said(whole('{}', 'docs: { on: 2026-11-06, who: All teams }'), 'docs.2026-11-06.1w');
  expect(mentionsIn(notice?.body ?? '')).toEqual(['alice', 'bob', 'acme/api', 'acme/web']);
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
  expect(all.said.flatMap(({ comment }) => namesIn(comment))).toEqual([
    'code-freeze.2026-11-04.2d',
    'rc1.2026-11-10.1w',
    'rc1.2026-11-10.2d',
  ]);
  expect(run(prepared, watched(prepared), OPENED).skips.map(({ why }) => why)).toEqual([
    expect.stringContaining('RC1 is told a week before, too'),
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
  const [notice] = comments(PLAIN, [muted], '2026-11-03T00:00:00Z');
  expect(mentionsIn(notice?.body ?? '')).not.toContain('alice');
  expect(notice?.body).toContain('For: @carol, alice, @bob');
});

describe('the first run', () => {
  test('in an issue that was opened long ago tells what is due in one comment', () => {
    const now = at('2026-11-09T06:00:00Z');
    const issues = [openedAt(RELEASE, (now - 30 * DAY) as Instant)];
    const { said: all } = walk(() => PLAIN, issues, now, at('2026-11-10T00:00:00Z'));
    expect(all.map(({ comment }) => namesIn(comment))).toEqual([['rc1.2026-11-10.2d']]);
  });

  test('in a new issue says nothing of what that says itself, but lets the teams know of RC1', () => {
    const now = at('2026-11-09T06:00:00Z');
    const issues = [openedAt(RELEASE, now)];
    const answer = run(PLAIN, issues, now);
    expect(answer.desired.filter(({ kind }) => kind === 'entry')).toMatchObject([
      { key: '1.0.0/deadlines/rc1.2026-11-10.2d' },
      { key: '1.0.0/deadlines/begun' },
    ]);
    const [notice] = comments(PLAIN, issues, '2026-11-09T06:00:00Z');
    expect(mentionsIn(notice?.body ?? '')).toEqual(['acme/api', 'acme/web']);
    const freeze = [openedAt(RELEASE, at('2026-10-28T06:00:00Z'))];
    const quiet = run(PLAIN, freeze, at('2026-10-28T06:00:00Z'));
    expect(quiet.desired).toMatchObject([
      {
        kind: 'entry',
        key: '1.0.0/deadlines/begun~code-freeze.2026-11-04.1w',
        text: 'Watches the deadlines from here on. Said by this issue itself, and not once more: Code freeze (Wed 4 Nov 2026).',
      },
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
    expect(notice?.body).toContain('### 1.0.0: RC1 has moved, now in 6 days');
    expect(notice?.body).toContain(
      '- **RC1:** Thu 12 Nov 2026 (in 6 days), moved from Tue 10 Nov 2026, until Thu 12 Nov 24:00 UTC.',
    );
    expect(mentionsIn(notice?.body ?? '')).toEqual(['acme/api', 'acme/web']);
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
      'rc1.2026-11-10.1w',
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
      { kind: 'entry', key: '1.0.0/deadlines/code-freeze.2026-11-05.1w' },
    ]);
  });
});

test('nothing live comes out of titles and reasons', () => {
  const hostile = '"@erin <b> #1 | `x` https://example.com"';
  const all = whole('{}', `evil: { on: 2026-11-06, title: ${hostile}, who: ${hostile} }`);
  const [notice] = said(all, 'evil.2026-11-06.1w');
  expect(mentionsIn(notice?.body ?? '')).toEqual(['alice', 'bob']);
  expect(notice?.body).not.toContain('<b>');
});

test('nothing is said on a day of a past release', () => {
  const end = at('2026-12-05T00:00:00Z');
  const answer = run(PLAIN, watched(), end);
  expect(answer.desired.filter(({ kind }) => kind !== 'section')).toEqual([]);
  expect(answer.standing).toEqual([]);
  expect(day('2026-12-05') > RELEASE.end).toBe(true);
});
