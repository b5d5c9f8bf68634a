// How an environment comes from one state to the next.
import type { Deployment } from '../../../src/domain/candidates.ts';
import type { Instant } from '../../../src/domain/day.ts';
import type { EnvironmentRow } from '../../../src/duties/environments/memory.ts';
import type { Plan } from '../../../src/duties/environments/plans.ts';
import { type Events, stateOf, turn, watchedPage } from '../../../src/duties/environments/turn.ts';
import { at, plan, plans } from './world.ts';

const NONE: EnvironmentRow = { confirmed: [] };
const URL = 'https://rc1.example.org';
const MINUTE = 60_000;

const ready = (when: string, url = URL): Events['words'][number] => ({
  kind: 'ready',
  who: 'bob',
  at: at(when),
  url,
});

const canTest = (teams: readonly string[]): Events['words'][number] => ({
  kind: 'can-test',
  who: 'carol',
  at: at('2020-01-09T10:00:00Z'),
  teams,
});

function after(of: Plan, row: EnvironmentRow, events: Partial<Events>, now: Instant): EnvironmentRow {
  return turn(of, row, { words: [], reacted: [], ...events }, now);
}

const NINTH = at('2020-01-09T09:00:00Z');
const UP = after(plan(), NONE, { words: [ready('2020-01-09T09:00:00Z')] }, NINTH);

test('planned, ready, confirmed, expired; a command and a reaction confirm alike, and each team once', () => {
  const of = plan();
  expect(stateOf(of, NONE, NINTH)).toBe('planned');
  expect(stateOf(of, UP, NINTH)).toBe('ready');
  const one = after(of, UP, { words: [canTest(['api', 'docs'])] }, NINTH);
  const both = after(of, one, { words: [canTest(['api'])], reacted: ['web'] }, NINTH);
  expect(both.confirmed.map(({ team, who }) => [team, who])).toEqual([
    ['api', 'carol'],
    ['web', undefined],
  ]);
  expect([one, both].map((row) => stateOf(of, row, NINTH))).toEqual(['ready', 'confirmed']);
  expect(stateOf(of, both, at('2020-01-24T09:00:00Z'))).toBe('expired');
});

test('nobody confirms what is not ready', () => {
  expect(after(plan(), NONE, { words: [canTest(['api'])], reacted: ['web'] }, NINTH)).toEqual(NONE);
});

test('the same address again changes nothing; another one is told and confirmed anew', () => {
  const of = plan();
  const confirmed = after(of, UP, { reacted: ['api', 'web'] }, NINTH);
  const again = { words: [ready('2020-01-10T09:00:00Z')] };
  expect(after(of, confirmed, again, NINTH)).toEqual(confirmed);
  const moved = { words: [ready('2020-01-10T09:00:00Z', 'https://other.example.org')] };
  expect(after(of, confirmed, moved, NINTH)).toMatchObject({
    ready: { at: at('2020-01-10T09:00:00Z') },
    confirmed: [],
  });
});

test('silence in two looks ends what answered once, and what never answered is not watched', () => {
  const of = plan();
  const look = (row: EnvironmentRow, answer: Events['answer'], minutes: number) =>
    after(of, row, { answer }, (NINTH + minutes * MINUTE) as Instant);
  const answered = look(UP, 'wall', 0);
  expect(look(look(answered, 'silent', 1), 'there', 20)).toEqual(answered);
  expect(look(look(answered, 'silent', 1), 'silent', 5).ended).toBeUndefined();
  const gone = look(look(answered, 'silent', 1), 'silent', 20);
  expect(gone.ended).toEqual({ how: 'gone', at: NINTH + MINUTE });
  const unreached = look(look(UP, 'silent', 1), 'silent', 20);
  expect([unreached.unreached, unreached.ended]).toEqual([true, undefined]);
  expect(look(answered, { unasked: 'too many' }, 20)).toEqual(answered);
  expect([answered, gone, unreached].map((row) => watchedPage(of, row, NINTH))).toEqual([
    URL,
    undefined,
    undefined,
  ]);
});

test('who comes back keeps what teams said; what was taken down does not come back by itself', () => {
  const of = plan();
  const down = { kind: 'down' as const, who: 'bob', at: at('2020-01-10T09:00:00Z') };
  const confirmed = after(of, UP, { reacted: ['api', 'web'] }, NINTH);
  const ended = after(of, confirmed, { words: [down] }, NINTH);
  expect(stateOf(of, ended, NINTH)).toBe('down');
  expect(after(of, ended, { words: [down], answer: 'there' }, NINTH)).toEqual(ended);
  const back = after(of, ended, { words: [ready('2020-01-13T09:00:00Z')] }, NINTH);
  expect(back).toMatchObject({ ready: { at: at('2020-01-13T09:00:00Z') }, confirmed: confirmed.confirmed });
});

test.each([
  ['of this candidate', {}, URL],
  ['that failed', { state: 'failure' }, undefined],
  ['of the time before the release', { at: at('2020-01-03T09:00:00Z') }, undefined],
  ['without an address', { url: undefined }, 'https://known.example.org'],
])('a deployment %s', (_, more: Partial<Deployment>, url) => {
  const deployment: Deployment = { id: 'D1', state: 'success', at: NINTH, url: URL, ...more };
  const row = after(plan({ url: 'https://known.example.org' }), NONE, { deployment }, NINTH);
  expect(row.ready?.url).toBe(url);
});

test('a deployment for the first candidate says nothing of the second', () => {
  const [, second] = plans();
  const deployment: Deployment = { id: 'D1', state: 'success', at: NINTH, url: URL };
  expect(after(second as Plan, NONE, { deployment }, NINTH)).toEqual(NONE);
  const later = { ...deployment, at: at('2020-01-17T09:00:00Z') };
  expect(after(second as Plan, NONE, { deployment: later }, NINTH).ready?.by).toBe('deployment');
});

test('its address makes it ready only where the config says so, and a login page is no answer', () => {
  const checked = plan({ url: URL, check: 'yes' });
  expect(after(plan({ url: URL }), NONE, { answer: 'there' }, NINTH)).toEqual(NONE);
  expect(after(checked, NONE, { answer: 'wall' }, NINTH)).toEqual(NONE);
  expect(after(checked, NONE, { answer: 'there' }, NINTH).ready).toEqual({
    at: NINTH,
    by: 'check',
    url: URL,
  });
  expect([plan({ url: URL }), checked].map((of) => watchedPage(of, NONE, NINTH))).toEqual([undefined, URL]);
});

test('days follow the candidate', () => {
  const moved = plans(undefined, (text) => text.replace('release - 2 weeks', '2020-01-20'));
  expect([...plans().slice(0, 1), ...moved.slice(0, 1)].map((one) => [one.readyBy, one.until])).toEqual([
    ['2020-01-13', '2020-01-23'],
    ['2020-01-15', '2020-01-27'],
  ]);
});
