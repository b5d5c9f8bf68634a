// A rule in the place of single releases: how often, from which day, with which versions.
import * as z from 'zod';
import type { ReleaseRule } from '../../domain/release-rule.ts';
import { SHIFTS } from '../../domain/shift.ts';
import { day, id, keys, list, oneOf, rhythm, text, version, versionPattern, wholeNumber } from '../fields.ts';
import { ruledTogether } from './lines.ts';
import { vars } from './vars.ts';

export const releaseRule = keys({
  every: rhythm().meta({
    description:
      'How often: `6 weeks`, `month`, `3 months`, `quarter`, `year`, or with the day of the month, as in `monthly 15`, `monthly last day`, `monthly second wednesday`, `last friday`, `3 months fourth tuesday`. Without a day of the month it is the date of `first`; the 31st is the last day of a shorter month.',
    example: 'monthly first wednesday',
  }),
  first: day().meta({
    description: 'Release day of the first release. All others are counted from it.',
    example: '2026-12-02',
  }),
  until: day().optional().meta({
    description:
      'No release is planned after this day: where another rule takes over, for a new major version.',
    example: '2027-11-30',
    defaultText: 'it has no end',
  }),
  shift: oneOf(SHIFTS).optional().meta({
    description:
      'Where a release goes when its day is a weekend or one of `holidays`. Its version stays that of the planned day.',
    example: 'next working day',
    defaultText: 'it stays on its day',
  }),
  versions: versionPattern().meta({
    description:
      'The versions. `{n}` counts up by one with each release; `{yyyy}`, `{yy}`, `{mm}`, `{m}` (without a zero), `{dd}` and `{d}` are those of the planned day.',
    example: '{yyyy}.{m}',
  }),
  n: wholeNumber({ min: 0, max: 100_000 }).default(0).meta({
    description: 'What `{n}` is in the first release.',
    example: 8,
  }),
  ahead: wholeNumber({ min: 1, max: 24 }).default(2).meta({
    description:
      'How many releases are listed whose cycle has not begun. Tracking issues are opened when a cycle begins, however many are listed.',
    example: 2,
  }),
  skip: list(version())
    .default([])
    .meta({
      description: 'Versions that are left out. The others keep their versions and days.',
      example: ['2027.1'],
    }),
  kind: id().optional().meta({
    description: 'The kind of these releases, of those under `kinds`.',
    example: 'patch',
    defaultText: 'the top of the config alone',
  }),
  title: text({ max: 100 }).optional().meta({
    description: 'What people call them; `{version}` and the places of `versions` are filled in.',
    example: 'Release {version}',
    defaultText: 'the version',
  }),
  branch: text({ max: 100 }).optional().meta({
    description:
      'Their branches; `{version}`, `{minor}` (its first two numbers) and the places of `versions` are filled in.',
    example: 'release-{minor}',
    defaultText: 'none',
  }),
  together: ruledTogether,
  vars: vars().meta({
    description: 'Values for `{name}` in these releases. They override `vars` at the top.',
    example: { channel: '#monthly' },
  }),
}).meta({
  heading: 'a rule in the place of a release',
  alone: true,
  example: {
    every: 'monthly first wednesday',
    first: '2026-12-02',
    until: '2027-12-01',
    shift: 'next working day',
    versions: '{yyyy}.{m}',
    ahead: 3,
    skip: ['2027.1'],
    title: 'Release {version}',
    branch: 'release-{version}',
  },
  description:
    "Regular releases follow from a rule: an item with `every`, or `every` and its other keys directly under `releases`. The version and the day of each release come from the rule alone, whatever day it is. A release beside the rule that has a version of the rule changes only what it says. So `{ version: '2027.1', release: 2027-01-13 }` moves one release and no other. `relcomms slip` and `/release slip` write it for you.",
});

/** Keys that a single release can't have. */
const OWN_KEYS: readonly string[] = ['every', 'first', 'until', 'shift', 'versions', 'n', 'ahead', 'skip'];

/** Whether a set of keys is meant as a rule. */
export function isRuleBy(given: readonly string[]): boolean {
  return !given.includes('version') && given.some((key) => OWN_KEYS.includes(key));
}

export type WrittenRule = z.infer<typeof releaseRule>;

/** As the releases are counted from it. */
export function toRule({ every, first, until, versions, n, skip }: WrittenRule): ReleaseRule {
  return { every, first, until, versions, n, skip };
}
