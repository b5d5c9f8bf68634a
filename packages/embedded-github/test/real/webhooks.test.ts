// Our webhooks beside those that GitHub really sent: no field more, none less, each of the same type.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { EmbeddedGitHub } from '../../src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { EVENTS, causeEverything } from './cause-everything.ts';
import { describedKinds } from './described.ts';
import { type Kind, differences, shapeOf } from './shape.ts';

interface Recorded {
  readonly name: string;
  readonly examples: readonly unknown[];
}

const FILE = '@octokit/webhooks-examples/api.github.com/index.json';
const recorded = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve(FILE), 'utf8'),
) as readonly Recorded[];

/** Events of which nothing was recorded. */
const NOT_RECORDED = ['sub_issues'];

/** Differences that stay, each with its reason. */
const ALLOWED: readonly { readonly fits: RegExp; readonly because: string }[] = [
  { fits: /\bapp\.permissions\.\w+: is missing$/, because: 'a table: every App has rights of its own' },
  {
    fits: /^pull_request\.assignees\[\]\.user_view_type: is not there/,
    because: 'newer than the recording; the description has it for every other account',
  },
];

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub();
  await causeEverything(github);
});

afterAll(() => github.close());

function payloadsOf(event: string): Readonly<Record<string, unknown>>[] {
  return github.deliveries.filter((delivery) => delivery.event === event).map(({ payload }) => payload);
}

/** What a recording of 2024 could not know, or happened not to have: GitHub's own description has it. */
function isDescribed(event: string, difference: string): boolean {
  const [path = '', what = ''] = difference.split(': ');
  const actions = payloadsOf(event).map(({ action }) => (typeof action === 'string' ? `-${action}` : ''));
  const schemas = [...new Set(actions)].map((action) => ({
    $ref: `#/components/schemas/webhook-${event}${action}`.replaceAll('_', '-'),
  }));
  const kinds = describedKinds(schemas, path);
  const ours = /^is (\w+), really/.exec(what)?.[1];
  if (ours !== undefined) return kinds.has(ours as Kind);
  return what === 'is not there really' && kinds.size > 0;
}

test('a walk causes every event that is delivered, by requests that GitHub knows', () => {
  expectNoViolations(github);
  expect([...new Set(github.deliveries.map(({ event }) => event))].toSorted()).toEqual(EVENTS);
});

test('the events without a recording are known by name', () => {
  const known = recorded.map(({ name }) => name);
  expect(EVENTS.filter((event) => !known.includes(event))).toEqual(NOT_RECORDED);
});

test.each(EVENTS.filter((event) => !NOT_RECORDED.includes(event)))('%s has the real shape', (event) => {
  const examples = recorded.find(({ name }) => name === event)?.examples ?? [];
  expect(examples.length).toBeGreaterThan(1);
  const found = differences(shapeOf(payloadsOf(event)), shapeOf(examples));
  const left = found.filter(
    (difference) => !isDescribed(event, difference) && !ALLOWED.some(({ fits }) => fits.test(difference)),
  );
  expect(left).toEqual([]);
});

test('every exception is still needed', () => {
  const all = EVENTS.flatMap((event) => {
    const examples = recorded.find(({ name }) => name === event)?.examples ?? [];
    return differences(shapeOf(payloadsOf(event)), shapeOf(examples));
  });
  expect(ALLOWED.filter(({ fits }) => !all.some((difference) => fits.test(difference)))).toEqual([]);
});
