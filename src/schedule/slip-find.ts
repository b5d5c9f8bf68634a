// The milestone that is to move, or what is wrong with the wish to move it.
import { candidateNumber } from '../domain/candidate.ts';
import type { Day } from '../domain/day.ts';
import { nearest } from '../domain/nearest.ts';
import type { Path, Problem } from '../domain/problem.ts';
import type { Milestone, Release } from '../domain/release.ts';
import type { ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';
import { buildRelease } from './build-release.ts';
import { candidateCount } from './candidates/milestones.ts';
import { specOfRelease } from './spec-of-release.ts';

/** A milestone of a release, as written and as built. */
export interface Found {
  readonly written: ReleaseSpec;
  readonly release: Release;
  readonly milestone: Milestone;
  /** What building the release told before anything moved. */
  readonly problems: readonly Problem[];
}

/** Finds the milestone; `release` is release day. A misspelt version or id is answered with the likeliest. */
export function findMilestone(spec: ScheduleSpec, version: string, id: string): Found | Problem {
  const written = spec.releases.find((release) => release.version === version);
  if (written === undefined) return unknownRelease(spec, version);
  const { release, problems } = buildRelease(spec, written);
  const milestone = release?.milestones.find((candidate) => candidate.id === id);
  if (milestone?.event !== undefined) return ofEvent(milestone, written);
  if (release !== undefined && milestone !== undefined) return { written, release, milestone, problems };
  return release === undefined && problems[0] !== undefined
    ? problems[0]
    : unknownMilestone(release, id, spec);
}

function ofEvent({ title }: Milestone, { plan }: ReleaseSpec): Problem {
  const path = [...(plan?.path ?? []), 'events'];
  return error('day-of-event', path, [
    `"${title}" is of an event, and no date of the release.`,
    'Change its day under `events` in the config.',
  ]);
}

/** A milestone that is `later`, or is counted from one that is. */
export interface FoundUndated extends Pick<Found, 'written' | 'release' | 'problems'> {
  readonly title: string;
}

/** Finds a milestone that has no day yet, such as the candidate behind the last; undefined for every other. */
export function findUndated(spec: ScheduleSpec, version: string, id: string): FoundUndated | undefined {
  const written = spec.releases.find((release) => release.version === version);
  const { release, problems } = written === undefined ? {} : buildRelease(spec, written);
  if (written === undefined || release === undefined) return undefined;
  const found = release.undated?.milestones.find((one) => one.id === id) ?? nextCandidate(spec, written, id);
  return found === undefined ? undefined : { written, release, problems: problems ?? [], title: found.title };
}

/** As it would be if it were there. */
function nextCandidate(
  spec: ScheduleSpec,
  written: ReleaseSpec,
  id: string,
): Pick<Milestone, 'title'> | undefined {
  const own = specOfRelease(spec, written);
  if (own.candidates === undefined || candidateNumber(id) !== candidateCount(own, written) + 1)
    return undefined;
  const on = { kind: 'day' as const, day: written.release };
  const opened = { ...written, milestones: { ...written.milestones, [id]: { on, fixed: false } } };
  return buildRelease(spec, opened).release?.milestones.find((one) => one.id === id);
}

export function sameDay({ milestone, written }: Found, day: Day): Problem {
  return error(
    'same-day',
    ['releases', written.version],
    [`"${milestone.id}" of ${written.version} is on ${day} already.`, 'Give another day.'],
  );
}

function unknownRelease(spec: ScheduleSpec, version: string): Problem {
  const known = spec.releases.map((release) => release.version);
  return error(
    'unknown-release',
    ['releases'],
    [
      `There is no release ${version}.`,
      didYouMean(version, known) ?? `The config has ${known.join(', ') || 'none'}.`,
    ],
  );
}

function unknownMilestone(release: Release | undefined, id: string, spec: ScheduleSpec): Problem {
  const version = release?.version ?? '';
  const path = ['releases', version, 'milestones'];
  if (release?.undated?.milestones.some((one) => one.id === id) === true)
    return error('no-day-yet', path, [
      `"${id}" has no day yet, so there is nothing to move.`,
      `Write its day in the config, in place of "later".`,
    ]);
  if (id === 'start')
    return error('unknown-milestone', path, [
      'The start of a cycle is no milestone.',
      'Change `start` in the config.',
    ]);
  if (spec.tasks.some((task) => task.id === id) || release?.tasks.some((task) => task.id === id) === true)
    return error('unknown-milestone', path, [
      `"${id}" is a task; tasks move with the milestones and weeks that they are anchored to.`,
      'Move the milestone, or change the task in the config.',
    ]);
  const known = release?.milestones.map((milestone) => milestone.id) ?? [];
  return error('unknown-milestone', path, [
    `${version} has no milestone "${id}".`,
    didYouMean(id, known) ?? `It has ${known.join(', ')}.`,
  ]);
}

function didYouMean(word: string, known: readonly string[]): string | undefined {
  const guess = nearest(word, known);
  return guess === undefined ? undefined : `Did you mean ${guess}?`;
}

function error(code: string, path: Path, [message, fix]: readonly [string, string]): Problem {
  return { code, severity: 'error', path, message, fix };
}
