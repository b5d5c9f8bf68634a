// Who must hear of a milestone: those whom it names, else the leads, and all teams of some; before its day is over.
import { type Day, addDays } from '../../../src/domain/day.ts';
import type { Milestone, Release } from '../../../src/domain/release.ts';
import { type Must, eachDay, knownSince, words, workingDays } from './must.ts';
import { dayOf } from './config-text.ts';
import type { Played } from './play.ts';

/** The digest lists the dates of two weeks. */
const AHEAD = 14;

/** Teams hear of RC1 a week before, at least. */
const WEEK = 7;

const ALL_TEAMS = ['rc1', 'cherry-pick-deadline'];

/** In the words of `who`. */
const ROLES: Readonly<Record<string, string>> = {
  'Docs Lead': 'docs-lead',
  'Release Master': 'release-master',
  Qa: 'qa',
};

export function gateMusts(played: Played): Must[] {
  return eachDay(played).flatMap(({ today, releases }) =>
    releases.flatMap((release) =>
      release.milestones
        .filter(({ day }) => day === today && release.start <= today)
        .flatMap((gate) => [...peopleMusts(played, release, gate), ...teamMusts(played, release, gate)]),
    ),
  );
}

function peopleMusts(played: Played, release: Release, gate: Milestone): Must[] {
  const span = spanOf(played, release, gate);
  // What falls on a day off is told on the working day before.
  const until = span.before < span.since ? gate.day : span.before;
  return peopleOf(played, release, gate).map((who) => ({
    what: `${gate.title} of ${release.title} is on ${words(gate.day)}`,
    who,
    from: addDays(gate.day, -AHEAD),
    until,
    by: ({ names }) => names(gate.title, words(gate.day)),
  }));
}

/** Since when the day was known to a cycle that runs, and the last working day that is left. */
export function spanOf(played: Played, { version, start }: Release, gate: Milestone) {
  const known = knownSince(
    played,
    gate.day,
    (releases) =>
      releases.find((one) => one.version === version)?.milestones.find(({ id }) => id === gate.id)?.day,
  );
  const { at, before } = workingDays(played.cycle.holidays.map(dayOf));
  return { since: at(known < start ? start : known), before: before(gate.day) };
}

function peopleOf({ cycle }: Played, { roles }: Release, { who }: Milestone): string[] {
  const named = Object.entries(ROLES).flatMap(([text, role]) =>
    who?.includes(text) === true ? (roles[role] ?? []) : [],
  );
  if (named.length > 0) return [...new Set(named)];
  if (who === 'All teams' && cycle.teams.length > 0) return teamPeople(cycle);
  return [...new Set([...(roles['lead'] ?? []), ...(roles['release-master'] ?? [])])];
}

export function teamPeople({ teams }: Played['cycle']): string[] {
  return [...new Set(teams.flatMap(({ people }) => people))];
}

function teamMusts(played: Played, release: Release, gate: Milestone): Must[] {
  if (!ALL_TEAMS.includes(gate.id)) return [];
  const { since, before } = spanOf(played, release, gate);
  const wanted: Day =
    gate.id === 'rc1'
      ? workingDays(played.cycle.holidays.map(dayOf)).before(addDays(gate.day, -WEEK))
      : before;
  const until = wanted < since ? (since < gate.day ? since : gate.day) : wanted;
  return teamPeople(played.cycle).map((who) => ({
    what: `${gate.title} of ${release.title} is on ${words(gate.day)}, for the teams`,
    who,
    from: played.first,
    until,
    by: ({ names }) => names(gate.title, words(gate.day)),
  }));
}
