// The rule that releases follow: the version and the day of each come from the rule alone, whatever day it is.
import type { Day } from './day.ts';
import { type Rhythm, dayOf, numberFrom } from './rhythm.ts';
import { type VersionPattern, readVersion, versionOf } from './version-pattern.ts';

export interface ReleaseRule {
  readonly every: Rhythm;
  /** Planned day of the first release. */
  readonly first: Day;
  /** No release is planned after this day. */
  readonly until?: Day | undefined;
  readonly versions: VersionPattern;
  /** What `{n}` is in the first release. */
  readonly n: number;
  /** Versions that are left out. */
  readonly skip: readonly string[];
}

/** A release of a rule. `index` counts from 0, those that are skipped included. */
export interface RuledRelease {
  readonly index: number;
  readonly version: string;
  /** The running number, `{n}`. */
  readonly number: number;
  /** The day by the rhythm. */
  readonly planned: Day;
}

/** The release with this index, skipped or not; undefined when the rule has ended before. */
export function releaseAt(rule: ReleaseRule, index: number): RuledRelease | undefined {
  if (index < 0) return undefined;
  const planned = dayOf(rule.every, rule.first, index);
  if (rule.until !== undefined && planned > rule.until) return undefined;
  const number = rule.n + index;
  return { index, version: versionOf(rule.versions, number, planned), number, planned };
}

/** The release of the rule that has this version, skipped or not. */
export function releaseOf(rule: ReleaseRule, version: string): RuledRelease | undefined {
  const read = readVersion(rule.versions, version);
  if (read === undefined) return undefined;
  if ('number' in read) return withVersion(releaseAt(rule, read.number - rule.n), version);
  for (let index = numberFrom(rule.every, rule.first, read.from); ; index++) {
    const found = releaseAt(rule, index);
    if (found === undefined || found.planned > read.to) return undefined;
    if (found.version === version) return found;
  }
}

function withVersion(found: RuledRelease | undefined, version: string): RuledRelease | undefined {
  return found?.version === version ? found : undefined;
}

/** The nearest release before or after an index that is not skipped. */
export function besideOf(rule: ReleaseRule, index: number, step: -1 | 1): RuledRelease | undefined {
  for (let at = index + step; ; at += step) {
    const found = releaseAt(rule, at);
    if (found === undefined || !rule.skip.includes(found.version)) return found;
  }
}
