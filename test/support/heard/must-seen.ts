// Who must be asked whether a day was seen: the people of all teams, and who leads while a team is silent.
import { type Day, addDays } from '../../../src/domain/day.ts';
import type { Milestone, Release } from '../../../src/domain/release.ts';
import { askedOf, dayOf } from './config-text.ts';
import { spanOf, teamPeople } from './must-gates.ts';
import { type Must, eachDay, words, workingDays } from './must.ts';
import type { Played } from './play.ts';

/** From docs/configuration.md. */
const WEEK = 7;

export function seenMusts(played: Played): Must[] {
  const asked = askedOf(played.cycle);
  return eachDay(played).flatMap(({ today, releases }) =>
    releases.flatMap((release) =>
      release.milestones
        .filter(({ id, day }) => day === today && asked.includes(id) && release.start <= today)
        .flatMap((gate) => gateMusts(played, release, gate)),
    ),
  );
}

function gateMusts(played: Played, release: Release, gate: Milestone): Must[] {
  const { since } = spanOf(played, release, gate);
  const weekBefore = addDays(gate.day, -WEEK);
  const until = weekBefore < since ? since : weekBefore;
  // A day that was only known when it came is over before anybody could say so.
  if (gate.day <= until) return [];
  const question = teamPeople(played.cycle).map((who): Must => ({
    what: `has your team seen ${gate.title} of ${release.title} on ${words(gate.day)}`,
    who,
    from: played.first,
    until,
    by: ({ names }) => names('Has your team seen it?', gate.title, words(gate.day)),
  }));
  return [...question, ...stepMusts(played, release, gate, until)];
}

/** All steps are taken by the working day before, where the first of them still could be. */
function stepMusts(played: Played, release: Release, gate: Milestone, asked: Day): Must[] {
  const { after, before } = workingDays(played.cycle.holidays.map(dayOf));
  const last = before(addDays(gate.day, -1));
  let first = asked;
  for (let days = 0; days < played.cycle.answerWithin; days += 1) first = after(first);
  if (first > last) return [];
  const silent = played.cycle.teams.filter(({ people, lead }) =>
    played.seen.every(
      ({ by, version, on }) =>
        version !== release.version || on > last || !(people.includes(by) || lead === by),
    ),
  );
  const leading = [...(release.roles['lead'] ?? []), ...(release.roles['release-master'] ?? [])];
  const people = [
    ...silent.flatMap(({ lead }) => lead ?? []),
    ...(silent.length === 0 ? [] : [...leading, ...(release.roles['scrum-master'] ?? [])]),
  ];
  return [...new Set(people)].map((who) => ({
    what: `a team is silent about ${gate.title} of ${release.title} on ${words(gate.day)}`,
    who,
    from: played.first,
    until: last,
    by: ({ names }) => names('no answer yet', gate.title, words(gate.day)),
  }));
}
