// The variables of a release: what is known of it, the days of its milestones, and what the config adds.
import { minorOf } from '../../domain/minor-of.ts';
import { branchesOf, linesOf } from '../../domain/release-line.ts';
import type { Milestone } from '../../domain/release.ts';
import type { ReleaseSpec, ScheduleSpec } from '../../domain/spec.ts';
import { dayWords, listWords } from '../../text/words.ts';
import type { Variables } from './fill.ts';

/** Later ones go before earlier ones: known facts, milestones, `vars` of the config, `vars` of the release. */
export function variablesOf(
  spec: ScheduleSpec,
  release: ReleaseSpec,
  milestones: readonly Pick<Milestone, 'id' | 'day'>[],
  undated: readonly Pick<Milestone, 'id'>[] = [],
): Variables {
  return new Map([
    ...undated.map(({ id }) => [id, 'a day that is not set yet'] as const),
    ...facts(spec, release),
    ...milestones.map(({ id, day }) => [id, dayWords(day)] as const),
    ...Object.entries(spec.vars ?? {}),
    ...Object.entries(release.vars ?? {}),
  ]);
}

type Value = Variables extends ReadonlyMap<string, infer V> ? V : never;

function facts(spec: ScheduleSpec, release: ReleaseSpec): (readonly [string, Value])[] {
  const { version, title } = release;
  return [
    ['version', version],
    ['minor', minorOf(version)],
    ['title', title ?? version],
    ['branch', branchIn(release)],
    ['lines', listWords(linesOf(release).map((line) => line.version))],
    ['previous', beside(spec, release, -1)],
    ['next', beside(spec, release, 1)],
  ];
}

/** A train has one where all its lines have the same. */
function branchIn(release: ReleaseSpec): Value {
  const [branch, second] = branchesOf(release);
  if (branch === undefined) return none(`${release.version} has no branch`, 'Add "branch" to the release.');
  if (second === undefined) return branch;
  return none(
    `the lines of ${release.version} have several branches`,
    'Write it in a step of a task with "per: line".',
  );
}

/** The version of the release before or after, by release day. */
function beside(spec: ScheduleSpec, of: ReleaseSpec, step: -1 | 1): Value {
  const { version, release, beside: ruled = [] } = of;
  const isRuled = of.beside !== undefined;
  const { releases } = spec;
  const unlisted = ruled.filter((other) => releases.every((listed) => listed.version !== other.version));
  const others = [...releases, ...unlisted]
    .filter(
      (other) => other.version !== version && (step < 0 ? other.release < release : other.release > release),
    )
    .toSorted((a, b) => (a.release < b.release ? -1 : 1));
  const found = others.at(step < 0 ? -1 : 0)?.version;
  // A rule goes on by itself: no day may come on which its config can't be used.
  if (found === undefined && isRuled) return step < 0 ? 'the previous release' : 'the next release';
  const name = step < 0 ? 'previous' : 'next';
  const when = step < 0 ? 'before' : 'after';
  return (
    found ??
    none(
      `no release ${when} ${version} is in the config`,
      `Add "vars: { ${name}: … }" to the release ${version}.`,
    )
  );
}

function none(missing: string, fix: string): Value {
  return { missing, fix };
}
