// A rule for releases from the next one: how often, and which versions come after it.
import type { Day } from '../domain/day.ts';
import { minorOf } from '../domain/minor-of.ts';
import { dayInItsMonth, parseRhythm } from '../domain/rhythm.ts';
import { parseVersionPattern, readVersion, versionOf } from '../domain/version-pattern.ts';

export interface InitRule {
  /** As it is written: `6 weeks`. */
  readonly every: string;
  /** As it is written: `1.{n}.0`. */
  readonly versions: string;
  /** What `{n}` is in the first release; absent: the pattern counts nothing. */
  readonly n?: number | undefined;
}

interface First {
  readonly version: string;
  readonly release: Day;
  readonly every: string;
  /** Absent: as the version of the first release lets one guess. */
  readonly versions: string | undefined;
}

/** Or what is wrong, in a sentence with its fix. */
export function ruleFrom({
  version,
  release,
  every,
  versions,
}: First): InitRule | { readonly error: string } {
  const rhythm = parseRhythm(every.trim().toLowerCase());
  if (rhythm === undefined)
    return wrong(`--every "${every}" does not say how often. Write "6 weeks" or "monthly second wednesday".`);
  const fitting = dayInItsMonth(rhythm, release);
  if (fitting !== release)
    return wrong(`"${every}" has ${fitting} in that month. Write --release ${version}=${fitting}.`);
  const pattern = versions ?? guess(version);
  if (pattern === undefined)
    return wrong(`Which versions come after ${version}? Add --versions, as --versions '1.{n}.0'.`);
  const parsed = parseVersionPattern(pattern);
  if (!('parts' in parsed)) return wrong(`--versions "${pattern}" is no pattern. Write it as '1.{n}.0'.`);
  const read = readVersion(parsed.parts, version);
  const n = read !== undefined && 'number' in read ? read.number : undefined;
  if (read === undefined || versionOf(parsed.parts, n ?? 0, release) !== version)
    return wrong(
      `--versions "${pattern}" does not give ${version}. Write a pattern that gives it on ${release}.`,
    );
  return { every: every.trim(), versions: pattern, n };
}

/** `1.{n}.0` for 1.4.0, `{yyyy}.{m}` for 2027.3. */
function guess(version: string): string | undefined {
  const [, before, second, rest] = /^(v?\d{1,3}\.)(\d{1,4})(\.0)?$/.exec(version) ?? [];
  if (second !== undefined) return `${before}{n}${rest ?? ''}`;
  const [, month] = /^20\d\d\.(\d\d?)$/.exec(version) ?? [];
  return month === undefined ? undefined : `{yyyy}.${month.startsWith('0') ? '{mm}' : '{m}'}`;
}

/** A branch that names the version names that of each release. */
export function ruledBranch(branch: string, version: string): string {
  const whole = branch.replaceAll(version, '{version}');
  return whole === branch ? branch.replaceAll(minorOf(version), '{minor}') : whole;
}

function wrong(error: string): { readonly error: string } {
  return { error };
}
