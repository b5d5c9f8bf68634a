// Four weeks before a freeze, hour by hour, with scripted reviews: how much mail people get, and that nothing is missed.
import { type Instant, dayAt, formatInstant, mondayOf } from '../../../src/domain/day.ts';
import type { Pull, Review } from '../../../src/domain/pull.ts';
import { approvals } from '../../../src/duties/approvals/decide.ts';
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';
import { PULL, type Sent, type Setting, carryOut, inputOf } from './world.ts';
import { at } from '../../support/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = at('2026-10-12T00:00:00Z');
const FREEZE = at('2026-11-04T00:00:00Z');
const END = at('2026-11-07T00:00:00Z');

/** When an approver acts: so many hours after the opening, a day after the first mention, or never. */
type Habit = { readonly kind: 'after'; readonly hours: number } | { readonly kind: 'mentioned' | 'never' };

interface Script {
  readonly pull: Pull;
  readonly opened: Instant;
  readonly habit: Habit;
  /** Until then required checks fail, or it is a draft. */
  readonly ready: Instant;
  readonly trouble?: 'checks' | 'draft';
  readonly approvers: readonly string[];
}

const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'];

const SETTING: Setting = {
  owners: ['/api/ @alice @bob', '/web/ @carol @dave', '/docs/ @erin', '/build/ @frank @alice'].join('\n'),
  people: {
    alice: { timezone: 'Europe/Berlin' },
    bob: { timezone: 'America/New_York' },
    carol: { timezone: 'Asia/Kolkata' },
    dave: { timezone: 'America/Los_Angeles' },
  },
  holidays: ['2026-10-26'],
};

const HABITS: readonly Habit[] = [
  { kind: 'after', hours: 20 },
  { kind: 'mentioned' },
  { kind: 'after', hours: 50 },
  { kind: 'after', hours: 100 },
  { kind: 'mentioned' },
  { kind: 'after', hours: 30 },
  { kind: 'never' },
];

const AREAS = ['api', 'web', 'docs', 'build'] as const;
const OWNERS: Readonly<Record<(typeof AREAS)[number], readonly string[]>> = {
  api: ['alice', 'bob'],
  web: ['carol', 'dave'],
  docs: ['erin'],
  build: ['frank', 'alice'],
};

/** Sixty pull requests in a cycle of thirteen weeks are nineteen in four. */
const COUNT = 19;

const SCRIPTS: readonly Script[] = Array.from({ length: COUNT }, (_, index): Script => {
  const opened = (START + Math.floor((index * 21) / COUNT) * DAY + (8 + (index % 9)) * HOUR) as Instant;
  const area = AREAS[index % AREAS.length] ?? 'api';
  const author = PEOPLE[(index * 5 + 2) % PEOPLE.length] ?? 'alice';
  const approvers = OWNERS[area].filter((name) => name !== author);
  const trouble = index % 8 === 3 ? 'checks' : index % 8 === 6 ? 'draft' : undefined;
  const ready = (opened + (trouble === undefined ? 0 : 3 * DAY)) as Instant;
  const pull: Pull = {
    ...PULL,
    number: 100 + index,
    author: { login: author, bot: false },
    files: [`${area}/file-${index}`],
    requested: { people: approvers, teams: [] },
    createdAt: opened,
    updatedAt: opened,
  };
  return {
    pull,
    opened,
    habit: HABITS[index % HABITS.length] ?? { kind: 'never' },
    ready,
    trouble,
    approvers,
  } as Script;
});

/** The pull request as its people have left it by an instant. */
function stateAt(script: Script, previous: Pull, now: Instant, firstMention: Instant | undefined): Pull {
  const isReady = now >= script.ready;
  const isFailing = script.trouble === 'checks' && !isReady;
  const approvedAt = approvalOf(script, firstMention);
  const [approver] = script.approvers;
  const isApproved = isReady && approver !== undefined && approvedAt !== undefined && now >= approvedAt;
  const review: Review[] = isApproved
    ? [{ author: approver, state: 'approved', at: approvedAt, onBehalfOf: [] }]
    : [];
  return {
    ...previous,
    draft: script.trouble === 'draft' && !isReady,
    checks: {
      known: true,
      value: { state: isFailing ? 'failure' : 'success', requiredFailing: isFailing ? ['build'] : [] },
    },
    reviews: review,
    decision: isApproved ? 'approved' : 'review-required',
    state: isApproved && now >= approvedAt + DAY ? 'merged' : 'open',
  };
}

function approvalOf({ habit, opened }: Script, firstMention: Instant | undefined): Instant | undefined {
  if (habit.kind === 'after') return (opened + habit.hours * HOUR) as Instant;
  if (habit.kind === 'never' || firstMention === undefined) return undefined;
  return (firstMention + DAY) as Instant;
}

interface Mail {
  readonly to: string;
  readonly at: Instant;
  /** Pull requests that it names to this reader. */
  readonly names: readonly number[];
}

interface Month {
  readonly sent: readonly (Sent & { readonly now: Instant })[];
  readonly pulls: readonly Pull[];
  readonly idleWrites: number;
  /** To everybody whom GitHub subscribes to the thread. */
  readonly mails: readonly Mail[];
}

/** Author, reviewers, those asked for a review, and whoever was mentioned in a comment that is still there. */
function mailsOf({ pull: number, mentions, body }: Sent, pull: Pull | undefined, now: Instant): Mail[] {
  const said = pull?.comments.known === true ? pull.comments.value : [];
  const readers = new Set([
    pull?.author.login ?? '',
    ...(pull?.requested.people ?? []),
    ...(pull?.reviews ?? []).map(({ author }) => author),
    ...said.flatMap((comment) => mentionsIn(comment.body)),
    ...mentions,
  ]);
  return [...readers].map((to) => {
    const line = body.split('\n').find((one) => new RegExp(`^- @?${to}: (?:#|in place)`).test(one)) ?? '';
    const others = [...line.matchAll(/#(\d+)/g)].map(([, found]) => Number(found));
    return { to, at: now, names: [number, ...others] };
  });
}

function play(): Month {
  const sent: (Sent & { now: Instant })[] = [];
  const mails: Mail[] = [];
  const mentioned = new Map<number, Instant>();
  let pulls = SCRIPTS.map(({ pull }) => pull);
  let idleWrites = 0;
  for (let now = START; now < END; now = (now + HOUR) as Instant) {
    pulls = pulls.map((pull, index) => {
      const script = SCRIPTS[index];
      return script === undefined ? pull : stateAt(script, pull, now, mentioned.get(pull.number));
    });
    const present = pulls.filter(({ createdAt }) => createdAt <= now);
    const done = carryOut(present, approvals(inputOf({ ...SETTING, now, pulls: present })).desired, now);
    const again = approvals(inputOf({ ...SETTING, now, pulls: done.pulls })).desired;
    idleWrites += carryOut(done.pulls, again, now).writes;
    for (const comment of done.sent) {
      sent.push({ ...comment, now });
      if (!mentioned.has(comment.pull)) mentioned.set(comment.pull, now);
      const pull = present.find(({ number }) => number === comment.pull);
      mails.push(...mailsOf(comment, pull, now));
    }
    pulls = [...done.pulls, ...pulls.filter(({ createdAt }) => createdAt > now)];
  }
  return { sent, pulls, idleWrites, mails };
}

const month = play();
const WEEKS = ['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'];
const table = PEOPLE.map((name) => ({
  name,
  counts: WEEKS.map(
    (week) =>
      month.mails.filter(({ to, at: when }) => to === name && mondayOf(dayAt(when, 'UTC')) === week).length,
  ),
}));

test('nobody gets more than two mails in any seven days of the four weeks that lead to the freeze', () => {
  const lines = table.map(({ name, counts }) => `${name.padEnd(6)} ${counts.join(' ')}`);
  const mean = month.mails.length / PEOPLE.length / WEEKS.length;
  process.stdout.write(
    `mails per person in weeks 1 to 4:\n${lines.join('\n')}\nper person and week: ${mean.toFixed(2)}\n`,
  );
  for (const name of PEOPLE) {
    const own = month.mails.filter(({ to }) => to === name);
    for (const { at: end } of own)
      expect(own.filter(({ at: when }) => when <= end && end - when < 7 * DAY).length).toBeLessThanOrEqual(2);
  }
  // They are used, too.
  expect(table.flatMap(({ counts }) => counts)).toContain(2);
});

test('nothing is missed: each approver of what no one approved by the freeze got a mail that names it', () => {
  const missed = month.pulls
    .filter(({ state, decision, draft }) => state === 'open' && decision !== 'approved' && !draft)
    .flatMap(({ number }) => SCRIPTS.filter(({ pull }) => pull.number === number))
    .flatMap(({ pull, approvers }) => approvers.map((name) => ({ name, number: pull.number })));
  expect(missed.length).toBeGreaterThan(3);
  const untold = missed.filter(
    ({ name, number }) =>
      !month.mails.some(({ to, names, at: when }) => to === name && names.includes(number) && when < FREEZE),
  );
  expect(untold).toEqual([]);
});

test('nobody is mentioned out of hours, twice at a stage, or on what is theirs', () => {
  const seen = new Set<string>();
  for (const { mentions, key, now, pull, body } of month.sent)
    for (const name of mentions) {
      const zone = SETTING.people?.[name]?.timezone ?? 'UTC';
      const clock = formatInstant(now, zone, 'd HH:mm');
      expect(clock >= '1 09:00' && clock < '6' && clock.slice(2) >= '09:00' && clock.slice(2) < '17:00').toBe(
        true,
      );
      expect(dayAt(now, zone)).not.toBe('2026-10-26');
      const author = SCRIPTS.find((script) => script.pull.number === pull)?.pull.author.login;
      // Authors are mentioned on their own for what they have to fix, or for what waits for them elsewhere.
      const isToAuthor = key.endsWith('/author') || body.includes(`\n- @${name}: `);
      expect(name !== author || isToAuthor).toBe(true);
      const once = `${key.split('/').slice(0, 6).join('/')} ${name}`;
      expect(seen.has(once)).toBe(false);
      seen.add(once);
    }
});

test('what was merged shows no comment of ours, and a second run in the same hour never writes', () => {
  expect(month.idleWrites).toBe(0);
  const merged = month.pulls.filter(({ state }) => state === 'merged');
  expect(merged.length).toBeGreaterThan(10);
  for (const { comments, labels } of merged) {
    expect(comments.known && comments.value.every(({ minimised }) => minimised)).toBe(true);
    expect(labels).toEqual([]);
  }
});
