// People who have several releases get one handoff, in one place.
import { elsewhere, handOverPlace } from '../../../src/duties/tracking-issue/finish/hand-over-place.ts';
import type { Input } from '../../../src/duties/tracking-issue/input.ts';
import { at, context, read, sourceOf, trackingIssue } from '../../support/world.ts';

type Roles = Readonly<Record<string, readonly string[]>>;

/** `releases`: the day and the people of each. */
function inputOf(
  releases: Readonly<Record<string, readonly [string, Roles]>>,
  opened: readonly string[],
): Input {
  const prepared = read(`timezone: UTC
people: { alice: {}, bob: {} }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases:
${Object.entries(releases)
  .map(([version, [release]]) => `  - { version: ${version}, release: ${release} }`)
  .join('\n')}
tracking-issue: {}
`);
  const all = prepared.releases.map((one) => ({ ...one, roles: releases[one.version]?.[1] ?? {} }));
  const ledger = { commentId: 2, body: '', entries: [] };
  const ownIssues = opened.map((version, index) => ({
    ...trackingIssue(version, { ledger }),
    number: index + 1,
  }));
  const now = at('2026-11-30T08:00:00Z');
  const { sections } = prepared.config;
  const base = context({
    now,
    releases: all,
    sections,
    issues: ownIssues,
    source: sourceOf(prepared),
  });
  return { ...base, observed: { ownIssues } } as unknown as Input;
}

const ALICE: Roles = { lead: ['alice'] };
const BOTH: Roles = { lead: ['Alice'], shadow: ['bob'] };
const BOB: Roles = { lead: ['bob'] };

/** The version in whose issue that of 1.0.0 stands, which is over, and the number that its log names. */
function placeOf(others: Readonly<Record<string, readonly [string, Roles]>>, opened: readonly string[]) {
  const input = inputOf({ '1.0.0': ['2026-11-24', ALICE], ...others }, opened);
  const release = input.releases.find(({ version }) => version === '1.0.0');
  if (release === undefined) throw new Error('no release');
  return [handOverPlace(release, input).version, elsewhere(release, input)];
}

const HERE = ['1.0.0', undefined];

test('it stands in its own issue, or with that of the first of several that end on one day', () => {
  expect(placeOf({}, ['1.0.0'])).toEqual(HERE);
  expect(placeOf({ '1.0.1': ['2026-11-24', ALICE] }, ['1.0.0', '1.0.1'])).toEqual(HERE);
  const input = inputOf({ '1.0.0': ['2026-11-24', ALICE], '1.0.1': ['2026-11-24', ALICE] }, [
    '1.0.0',
    '1.0.1',
  ]);
  const places = input.releases.map((release) => [
    handOverPlace(release, input).version,
    elsewhere(release, input),
  ]);
  expect(places).toEqual([HERE, ['1.0.0', 1]]);
});

test('while the next cycle of these people runs, it stands in the issue of that', () => {
  expect(placeOf({ '2.0.0': ['2026-12-08', BOTH] }, ['1.0.0', '2.0.0'])).toEqual(['2.0.0', 2]);
});

test('never where somebody would not get it, or where no issue is open yet', () => {
  expect(placeOf({ '2.0.0': ['2026-12-08', BOB] }, ['1.0.0', '2.0.0'])).toEqual(HERE);
  expect(placeOf({ '2.0.0': ['2026-12-08', BOTH] }, ['1.0.0'])).toEqual(HERE);
});
