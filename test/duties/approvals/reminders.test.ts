// When people are mentioned: stages in working days, working hours of their zone, holidays, once each, under ceilings.
import * as fc from 'fast-check';
import { type Instant, addDays, day, formatInstant } from '../../../src/domain/day.ts';
import type { Pull } from '../../../src/domain/pull.ts';
import { judge } from '../../../src/duties/approvals/judge/verdict.ts';
import { nextReminder } from '../../../src/duties/approvals/remind/next-reminder.ts';
import { dueStage, stagesOf } from '../../../src/duties/approvals/remind/stage.ts';
import { isAtWork, nextAtWork } from '../../../src/people/working-time.ts';
import { PULL, RELEASE, type Sent, type Setting, carryOut, inputOf, run } from './world.ts';
import { at, milestone } from '../../support/world.ts';

const HOUR = 3_600_000;
const hours = { from: '09:00', to: '17:00' };

/** New comments of every hour from one instant to another, each hour on what the hour before has left. */
function walk(
  from: string,
  to: string,
  setting: Setting,
  pulls: readonly Pull[] = [PULL],
): (Sent & { readonly when: string })[] {
  const all: (Sent & { readonly when: string })[] = [];
  let current = pulls;
  for (let now = at(from); now <= at(to); now = (now + HOUR) as Instant) {
    const { desired } = run({ ...setting, now, pulls: current });
    const done = carryOut(current, desired, now);
    current = done.pulls;
    all.push(...done.sent.map((sent) => ({ ...sent, when: formatInstant(now, 'UTC', 'ddd D MMM HH:mm') })));
  }
  return all;
}

const told = (sent: readonly (Sent & { readonly when: string })[]): string[] =>
  sent.map(
    ({ when, key, mentions }) => `${when} ${key.split('/').slice(-1).join('/')} ${mentions.join(' ')}`,
  );

const CYCLE = ['2026-10-20T00:00:00Z', '2026-11-04T00:00:00Z'] as const;

test('a pull request that nobody approves is told at 7, 2 and 1 working days before the freeze', () => {
  expect(told(walk(...CYCLE, {}))).toEqual([
    'Fri 23 Oct 09:00 7d alice',
    'Fri 30 Oct 09:00 2d alice',
    'Mon 2 Nov 09:00 1d alice',
  ]);
});

test('holidays are no working days: the stages begin earlier, and nobody is told on them', () => {
  const holidays = ['2026-10-30', '2026-10-23'];
  expect(told(walk(...CYCLE, { holidays }))).toEqual([
    'Wed 21 Oct 09:00 7d alice',
    'Thu 29 Oct 09:00 2d alice',
    'Mon 2 Nov 09:00 1d alice',
  ]);
});

test('hours are those of the reader, and follow the change of clocks', () => {
  const people = { alice: { timezone: 'Europe/Berlin' } };
  // Summer time ends on 25 October: nine in Berlin is seven UTC before and eight after.
  expect(told(walk(...CYCLE, { people, config: { remind: ['8d', '6d'] } }))).toEqual([
    'Thu 22 Oct 07:00 8d alice',
    'Mon 26 Oct 08:00 6d alice',
  ]);
});

test('who was asked, too, and could approve instead has a reminder of their own only as the last', () => {
  const pulls = [{ ...PULL, requested: { people: ['alice', 'bob'], teams: [] } }];
  // Nine in Tokyo, where bob is, and not in the zone of alice.
  const people = { bob: { timezone: 'Asia/Tokyo' } };
  const reminded = (now: string) => run({ now, pulls, people }).reminders.get(PULL.number)?.names ?? [];
  expect(reminded('2026-10-23T00:30:00Z')).toEqual([]);
  expect(reminded('2026-10-30T00:30:00Z')).toEqual([]);
  expect(reminded('2026-11-02T00:30:00Z')).toEqual(['bob']);
});

test('people whose days do not meet are told one after the other, each once', () => {
  const people = { alice: { timezone: 'Asia/Tokyo' }, bob: { timezone: 'America/Los_Angeles' } };
  const owners = '/src/api/a.ts @alice\n/src/api/b.ts @bob\n';
  const sent = walk(...CYCLE, { people, owners, config: { remind: ['2d'] } });
  expect(told(sent)).toEqual(['Fri 30 Oct 00:00 2d alice', 'Fri 30 Oct 16:00 2 bob']);
});

test('a missed stage is not made up for: the newest that is due counts', () => {
  expect(told(walk('2026-11-02T11:00:00Z', '2026-11-04T00:00:00Z', {}))).toEqual([
    'Mon 2 Nov 11:00 1d alice',
  ]);
});

function afterOpening(createdAt: string): string[] {
  return told(walk(createdAt, '2026-11-04T00:00:00Z', {}, [{ ...PULL, createdAt: at(createdAt) }]));
}

test('stages from before the opening do not count, except the last: GitHub has just told the reviewers', () => {
  expect(afterOpening('2026-10-28T10:00:00Z')).toEqual([
    'Fri 30 Oct 09:00 2d alice',
    'Mon 2 Nov 09:00 1d alice',
  ]);
  expect(afterOpening('2026-10-30T08:00:00Z')).toEqual(['Mon 2 Nov 09:00 1d alice']);
  expect(afterOpening('2026-11-02T10:00:00Z')).toEqual(['Mon 2 Nov 10:00 1d alice']);
});

test('far from the deadline, and after the last one, nothing is said', () => {
  expect(walk('2026-10-12T00:00:00Z', '2026-10-22T23:00:00Z', {})).toEqual([]);
  expect(walk('2026-11-25T00:00:00Z', '2026-11-28T00:00:00Z', {})).toEqual([]);
});

test('who was just reminded of one milestone is not at once reminded of the next', () => {
  expect(told(walk('2026-11-02T00:00:00Z', '2026-11-11T00:00:00Z', {}))).toEqual([
    'Mon 2 Nov 09:00 1d alice',
    'Fri 6 Nov 09:00 2d alice',
    'Mon 9 Nov 09:00 1d alice',
  ]);
});

test('a deadline that was moved counts anew', () => {
  const before = walk('2026-10-23T00:00:00Z', '2026-11-02T12:00:00Z', {});
  expect(before).toHaveLength(3);
  const now = at('2026-11-02T12:00:00Z');
  const { pulls } = carryOut([PULL], run({ now }).desired, now);
  const moved = { ...RELEASE, milestones: [milestone('code-freeze', '2026-11-13', 'Code freeze')] };
  const sent = walk('2026-11-02T13:00:00Z', '2026-11-14T00:00:00Z', { releases: [moved] }, pulls);
  expect(told(sent)).toEqual([
    'Wed 4 Nov 09:00 7d alice',
    'Wed 11 Nov 09:00 2d alice',
    'Thu 12 Nov 09:00 1d alice',
  ]);
});

test('who asks for no mentions gets none, and no comment is made for them alone', () => {
  expect(walk(...CYCLE, { quiet: ['ALICE'] })).toEqual([]);
  expect(walk(...CYCLE, { muted: ['ALICE'] })).toEqual([]);
  const requested = { people: [], teams: [] };
  const owners = '/src/api/a.ts @alice\n/src/api/b.ts @bob\n';
  const sent = walk(...CYCLE, { quiet: ['alice'], owners }, [{ ...PULL, requested }]);
  expect(sent.map(({ mentions }) => mentions)).toEqual([['bob'], ['bob'], ['bob']]);
});

test('the lead of a team is asked with the last reminder', () => {
  const teams = { api: { github: 'acme/api', paths: ['src/api/**'], lead: 'carol' } };
  const pull = { ...PULL, requested: { people: [], teams: [] } };
  expect(walk(...CYCLE, { teams }, [pull]).map(({ mentions }) => mentions)).toEqual([
    ['acme/api'],
    ['acme/api'],
    ['acme/api', 'carol'],
  ]);
  // Never the author.
  const own = { ...pull, author: { login: 'Carol', bot: false } };
  expect(walk(...CYCLE, { teams }, [own]).at(-1)?.mentions).toEqual(['acme/api']);
});

describe('what its author has to fix', () => {
  const failing: Pull = {
    ...PULL,
    checks: { known: true, value: { state: 'failure', requiredFailing: ['lint'] } },
  };

  test('the author is told once, instead of the approvers', () => {
    expect(told(walk(...CYCLE, {}, [failing]))).toEqual(['Fri 23 Oct 09:00 author frank']);
  });

  test('a bot is not told, nor who wants no mentions', () => {
    expect(walk(...CYCLE, {}, [{ ...failing, author: { login: 'renovate', bot: true } }])).toEqual([]);
    expect(walk(...CYCLE, { quiet: ['frank'] }, [failing])).toEqual([]);
  });

  test('of requested changes GitHub has told the author', () => {
    expect(walk(...CYCLE, {}, [{ ...PULL, decision: 'changes-requested' }])).toEqual([]);
  });
});

function many(count: number): Pull[] {
  return Array.from({ length: count }, (_, index) => ({ ...PULL, number: index + 1 }));
}

/** Numbers that a comment names beside its own, by reader. */
function alsoIn(body: string): Record<string, string> {
  return Object.fromEntries(
    [...body.matchAll(/^- @?(\S+): ((?:#|in place).*)$/gm)].map(([, name, all]) => [name, all]),
  );
}

describe('one comment tells people all that waits for them', () => {
  test('whoever is due on many is mentioned on the most urgent, and the others are named', () => {
    const sent = walk('2026-10-23T09:00:00Z', '2026-10-27T12:00:00Z', {}, many(7));
    expect(told(sent)).toEqual(['Fri 23 Oct 09:00 7d alice']);
    expect(alsoIn(sent[0]?.body ?? '')).toEqual({ alice: '#2, #3, #4, #5, #6, #7' });
  });

  test('authors and reviewers get the mail anyway, so they are told as well; out of hours without a mention', () => {
    const own = { ...PULL, author: { login: 'bob', bot: false } };
    const theirs = { ...PULL, number: 500, requested: { people: ['bob'], teams: [] } };
    const early = { people: { bob: { timezone: 'America/New_York' } } };
    const [one] = walk('2026-10-23T09:00:00Z', '2026-10-28T09:00:00Z', early, [own, theirs]);
    expect(one?.mentions).toEqual(['alice']);
    expect(alsoIn(one?.body ?? '')).toEqual({ bob: '#500' });
    const [two] = walk('2026-10-23T14:00:00Z', '2026-10-28T09:00:00Z', early, [own, theirs]);
    expect([two?.mentions.toSorted(), alsoIn(two?.body ?? '')]).toEqual([['alice', 'bob'], { bob: '#500' }]);
  });

  test('who could approve in place of others is told so', () => {
    const pulls = [PULL, { ...PULL, number: 500, author: { login: 'erin', bot: false } }];
    const owners = '/src/ @alice @bob\n';
    const requested = { people: ['alice', 'bob'], teams: [] };
    const sent = walk(
      '2026-10-23T09:00:00Z',
      '2026-10-23T12:00:00Z',
      { owners },
      pulls.map((one) => ({ ...one, requested })),
    );
    expect(sent.map(({ body }) => alsoIn(body))).toEqual([{ alice: '#500', bob: 'in place of others #500' }]);
  });

  test('the names follow the state of things, and what is no longer so goes', () => {
    const now = at('2026-10-23T09:00:00Z');
    const start = many(3);
    const { pulls } = carryOut(start, run({ now, pulls: start }).desired, now);
    const approved = pulls.map((pull) =>
      pull.number === 2 ? { ...pull, decision: 'approved' as const } : pull,
    );
    const done = carryOut(approved, run({ now, pulls: approved }).desired, now);
    const [one] = done.pulls;
    expect(done.sent).toEqual([]);
    expect(one?.comments.known === true && one.comments.value.map(({ body }) => alsoIn(body))).toEqual([
      { alice: '#3' },
    ]);
  });

  test('a deadline that moves is told anew', () => {
    const now = at('2026-10-23T09:00:00Z');
    const { pulls } = carryOut(many(2), run({ now, pulls: many(2) }).desired, now);
    const moved = { ...RELEASE, milestones: [milestone('code-freeze', '2026-11-04', 'Code freeze')] };
    const sent = walk('2026-10-24T00:00:00Z', '2026-10-26T12:00:00Z', { releases: [moved] }, pulls);
    expect(sent.map(({ body }) => alsoIn(body))).toEqual([{ alice: '#2' }]);
  });
});

/** One for each person; frank opened all of them, so that he gets every mail. */
function forMany(...names: readonly string[]): Pull[] {
  return names.map((name, index) => ({
    ...PULL,
    number: index + 1,
    requested: { people: [name], teams: [] },
  }));
}

describe('ceilings', () => {
  test('nobody gets more mails in seven days than the ceiling, by whatever way, and the last reminder comes first', () => {
    const sent = walk(...CYCLE, {}, forMany('alice', 'bob', 'carol', 'dave'));
    const when = sent.map((one) => `${one.when.slice(0, 10)} ${one.mentions.join(' ')}`);
    expect(when).toEqual(['Fri 23 Oct alice', 'Fri 23 Oct bob', 'Fri 30 Oct carol', 'Mon 2 Nov  dave']);
  });

  test('what is held back is named, in the report and in the section of the tracking issue', () => {
    const { skips, desired } = run({ now: '2026-10-23T09:00:00Z', pulls: forMany('alice', 'bob', 'carol') });
    expect(skips).toEqual([{ duty: 'approvals', what: '#3', why: expect.stringContaining('carol') }]);
    const section = desired.find((wish) => wish.kind === 'section');
    expect(section?.text).toContain('#3 ');
  });

  test('a person is mentioned no more than so often a day', () => {
    const config = { ceiling: { person: '1', week: '9' } };
    const sent = walk('2026-10-23T09:00:00Z', '2026-10-27T12:00:00Z', { config }, many(30));
    expect(sent.map(({ when }) => when)).toEqual(['Fri 23 Oct 09:00', 'Mon 26 Oct 09:00']);
    expect(alsoIn(sent[0]?.body ?? '')['alice']?.split(', ')).toHaveLength(19);
  });

  test('a pull request gets no more than so many new comments a day', () => {
    const people = {
      alice: { timezone: 'Asia/Tokyo' },
      bob: { timezone: 'UTC' },
      carol: { timezone: 'America/New_York' },
    };
    const files = ['a', 'b', 'c'];
    const owners = '/a @alice\n/b @bob\n/c @carol\n';
    const pull = { ...PULL, files, requested: { people: [], teams: [] } };
    const sent = walk(
      '2026-10-30T00:00:00Z',
      '2026-10-30T23:00:00Z',
      { people, owners, config: { ceiling: { pull: '2', week: '9' } } },
      [pull],
    );
    expect(sent.map(({ mentions }) => mentions)).toEqual([['alice'], ['bob']]);
  });

  test('the most urgent comes first, whatever the order', () => {
    const late = { ...PULL, number: 1, base: 'main', title: 'cherry-pick: later' };
    const soon = { ...PULL, number: 2 };
    const setting = { now: '2026-11-02T10:00:00Z', config: { ceiling: { person: '1' } } };
    for (const pulls of [
      [late, soon],
      [soon, late],
    ])
      expect(
        carryOut(pulls, run({ ...setting, pulls }).desired, at(setting.now)).sent.map(({ pull }) => pull),
      ).toEqual([2]);
  });
});

/** For alice, on the evening before a freeze that ends at a time of its day. */
function nextBefore(time: string): string | undefined {
  const freeze = { ...milestone('code-freeze', '2026-11-03'), deadline: at(`2026-11-03T${time}:00Z`) };
  const releases = [{ ...RELEASE, milestones: [freeze] }];
  const input = inputOf({ releases, now: '2026-11-02T18:00:00Z', config: { remind: ['1d'] } });
  const judged = judge(PULL, { known: true, value: undefined }, input);
  const next = nextReminder('alice', judged, false, input, new Map());
  return next === undefined ? undefined : formatInstant(next, 'UTC', 'ddd D MMM HH:mm');
}

describe('the next reminder', () => {
  test('comes before the deadline, never in its very moment', () => {
    expect(nextBefore('09:01')).toBe('Tue 3 Nov 09:00');
    expect(nextBefore('09:00')).toBeUndefined();
  });
});

describe('working time', () => {
  const berlin = { zone: 'Europe/Berlin', hours, holidays: [day('2026-10-28')] };

  test.each([
    ['2026-10-26T07:59:00Z', '2026-10-26T08:00:00Z'],
    ['2026-10-26T08:00:00Z', '2026-10-26T08:00:00Z'],
    ['2026-10-26T15:59:00Z', '2026-10-26T15:59:00Z'],
    ['2026-10-26T16:00:00Z', '2026-10-27T08:00:00Z'],
    ['2026-10-27T16:00:00Z', '2026-10-29T08:00:00Z'],
    ['2026-10-23T15:00:00Z', '2026-10-26T08:00:00Z'],
  ])('from %s the next is %s', (from, next) => {
    expect(nextAtWork(at(from), berlin)).toBe(at(next));
    expect(isAtWork(at(from), berlin)).toBe(from === next);
  });

  test('the next time at work is at work, in every zone', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Asia/Kolkata',
      'Pacific/Kiritimati',
      'AoE',
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 24 * 400 }), (zone, offset) => {
        const time = { zone, hours, holidays: [day('2026-12-25')] };
        const from = (at('2026-01-01T00:30:00Z') + offset * HOUR) as Instant;
        const next = nextAtWork(from, time);
        expect(next).toBeGreaterThanOrEqual(from);
        expect(isAtWork(next ?? from, time)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('nobody is at work when every day is a holiday', () => {
    const holidays = Array.from({ length: 90 }, (_, index) => addDays(day('2026-10-01'), index));
    expect(nextAtWork(at('2026-10-05T10:00:00Z'), { zone: 'UTC', hours, holidays })).toBeUndefined();
  });
});

test('stages are counted in working days, the newest due one counts', () => {
  const stages = stagesOf(milestone('rc1', '2026-11-03'), [7, 2, 1], [day('2026-11-02')]);
  expect(stages.map((stage) => stage.day)).toEqual(['2026-10-22', '2026-10-29', '2026-10-30']);
  const opened = day('2026-10-01');
  expect(dueStage(stages, day('2026-10-21'), opened)).toBeUndefined();
  expect(dueStage(stages, day('2026-10-28'), opened)?.days).toBe(7);
  expect(dueStage(stages, day('2026-11-03'), opened)?.days).toBe(1);
});

test('an input has the same answer in whatever order the pull requests come', () => {
  const pulls = Array.from({ length: 8 }, (_, index): Pull => ({
    ...PULL,
    number: index + 1,
    milestone: index % 3 === 0 ? undefined : '1.14.0',
    base: index % 2 === 0 ? 'release-1.14' : 'main',
    requested: { people: index % 2 === 0 ? ['alice'] : ['bob', 'alice'], teams: [] },
  }));
  const answer = run({ pulls, now: '2026-10-30T10:00:00Z' });
  fc.assert(
    fc.property(fc.shuffledSubarray(pulls, { minLength: pulls.length }), (shuffled) => {
      expect(run({ pulls: shuffled, now: '2026-10-30T10:00:00Z' }).desired).toEqual(answer.desired);
    }),
    { numRuns: 30 },
  );
  expect(inputOf({ pulls }).observed.pulls).toHaveLength(8);
});
