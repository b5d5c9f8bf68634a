// With the digest on, a person is asked once on the pull request; the digest and the notice of the deadline say the rest.
import { type Day, type Instant, formatInstant } from '../../../src/domain/day.ts';
import type { Pull } from '../../../src/domain/pull.ts';
import type { LastWord } from '../../../src/duties/deadlines/last-word.ts';
import { approvals } from '../../../src/duties/approvals/decide.ts';
import { PULL, RELEASE, type Setting, carryOut, inputOf } from './world.ts';
import { at, milestone } from '../../support/world.ts';

const HOUR = 3_600_000;
const LED: Setting = { teams: { api: { github: 'acme/api', paths: ['src/api/'], lead: 'dave' } } };

const decideAt = (
  now: Instant | string,
  pulls: readonly Pull[],
  setting: Setting,
  word: LastWord = { kind: 'none' },
) => approvals({ ...inputOf({ ...setting, now, pulls }), told: { lastWord: () => word } });

/** What is said hour by hour over the freeze and RC1, and the pull requests as they are then. */
function walk(setting: Setting = {}, to = '2026-11-11T00:00:00Z') {
  const told: string[] = [];
  let pulls: readonly Pull[] = [PULL];
  for (let now = at('2026-10-20T00:00:00Z'); now <= at(to); now = (now + HOUR) as Instant) {
    const done = carryOut(pulls, decideAt(now, pulls, setting).desired, now);
    pulls = done.pulls;
    for (const { mentions } of done.sent)
      told.push(`${formatInstant(now, 'UTC', 'ddd D MMM')} ${mentions.join(' ')}`);
  }
  return { told, pulls };
}

const asksAt = (now: string, pulls: readonly Pull[], setting: Setting = {}) =>
  decideAt(now, pulls, setting).standing.map(({ reminder }) => reminder);

test('one question, whichever deadlines pass; before it the digest asks nobody', () => {
  const { told, pulls } = walk();
  expect(told).toEqual(['Fri 23 Oct alice']);
  expect(asksAt('2026-10-20T10:00:00Z', [PULL])).toEqual([undefined]);
  const text = 'approve #421 Read the config once by Tue 3 Nov 2026';
  expect(asksAt('2026-10-26T10:00:00Z', pulls)).toEqual([{ names: ['alice'], text }]);
  expect(asksAt('2026-11-04T10:00:00Z', pulls)).toEqual([
    { names: ['alice'], text: text.replace('3 Nov', '10 Nov') },
  ]);
});

test('in the week of the deadline the digest asks the lead of the team as well', () => {
  const { told, pulls } = walk(LED, '2026-11-02T23:00:00Z');
  expect(told).toEqual(['Fri 23 Oct acme/api alice']);
  expect(asksAt('2026-10-30T10:00:00Z', pulls, LED)).toMatchObject([{ names: ['acme/api'] }]);
  expect(asksAt('2026-11-02T10:00:00Z', pulls, LED)).toMatchObject([{ names: ['acme/api', 'dave'] }]);
});

test('who was asked in the week of the deadline is reminded on the pull request when nothing comes in between', () => {
  // Opened on Thursday; the freeze is on the Tuesday after, RC1 on the Tuesday of the next week.
  const late = { ...PULL, createdAt: at('2026-11-05T10:00:00Z') };
  const told: string[] = [];
  let pulls: readonly Pull[] = [late];
  for (
    let now = at('2026-11-18T00:00:00Z');
    now <= at('2026-11-24T23:00:00Z');
    now = (now + HOUR) as Instant
  ) {
    const done = carryOut(pulls, decideAt(now, pulls, { config: { remind: ['2d', '1d'] } }).desired, now);
    pulls = done.pulls;
    for (const { mentions } of done.sent)
      told.push(`${formatInstant(now, 'UTC', 'ddd D MMM')} ${mentions.join(' ')}`);
  }
  // Two working days before release day is a Friday: the digest of the Monday after it names the rest.
  expect(told).toEqual(['Fri 20 Nov alice']);
});

test.each<[string, LastWord, number]>([
  ['nothing is announced of the deadline', { kind: 'none' }, 1],
  ['its last word is still to come', { kind: 'awaited' }, 0],
  ['its last word came before', { kind: 'said', day: '2026-11-23' as Day }, 1],
  ['its last word came on that day or since', { kind: 'said', day: '2026-11-24' as Day }, 0],
])('who was asked on Tuesday for Thursday: %s', (_, word, reminders) => {
  const setting = { releases: [{ ...RELEASE, milestones: [milestone('release', '2026-11-26', 'Release')] }] };
  const late = { ...PULL, createdAt: at('2026-11-05T10:00:00Z') };
  const [asked, next] = [at('2026-11-24T09:00:00Z'), at('2026-11-25T09:00:00Z')];
  const first = carryOut([late], decideAt(asked, [late], setting, word).desired, asked);
  expect(first.sent.map(({ mentions }) => mentions)).toEqual([['alice']]);
  const again = carryOut(first.pulls, decideAt(next, first.pulls, setting, word).desired, next);
  expect(again.sent.map(({ mentions }) => mentions)).toEqual(reminders === 0 ? [] : [['alice']]);
});

test('whoever wants no pings is asked by neither', () => {
  const { pulls } = walk();
  expect(asksAt('2026-10-26T10:00:00Z', pulls, { quiet: ['alice'] })).toEqual([undefined]);
});

test('who has not been asked before hears of a later deadline on the pull request', () => {
  const { pulls } = walk({}, '2026-10-24T00:00:00Z');
  const other = pulls.map((one) => ({ ...one, requested: { people: ['bob'], teams: [] } }));
  const now = '2026-10-30T09:00:00Z';
  const { sent } = carryOut(other, decideAt(now, other, {}).desired, at(now));
  expect(sent.map(({ mentions }) => mentions)).toEqual([['bob']]);
});
