// The variables of a release: what is known of it, the days of its milestones, and what the config adds.
import type { Milestone } from '../../domain/release.ts';
import type { ReleaseSpec, ScheduleSpec } from '../../domain/spec.ts';
import { dayWords } from '../../text/words.ts';
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
  const { version, title, branch } = release;
  return [
    ['version', version],
    ['minor', minorOf(version)],
    ['title', title ?? version],
    ['branch', branch ?? none(`${version} has no branch`, 'Add "branch" to the release.')],
    ['previous', beside(spec, release, -1)],
    ['next', beside(spec, release, 1)],
  ];
}

/** Its first two numbers: `1.10` of `v1.10.3`; the whole version when it has fewer. */
export function minorOf(version: string): string {
  return /\d+\.\d+/.exec(version)?.[0] ?? version;
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
