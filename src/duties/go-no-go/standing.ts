// What a vote means for its milestone: open, a no-go, or a result that nobody knows.
import type { Known } from '../../domain/known.ts';
import type { Standing, StandingKind } from '../../domain/standing.ts';
import type { ContextTeam } from '../context-team.ts';
import type { Tally } from './count.ts';
import { names, render } from './render.ts';
import type { Vote } from './votes.ts';

export const rows: readonly StandingKind[] = [
  { kind: 'no-go', rank: 7, title: 'No-go votes', one: 'no-go vote', many: 'no-go votes', isShared: true },
  { kind: 'open-vote', rank: 46, title: 'Open votes', one: 'open vote', many: 'open votes', isShared: true },
  {
    kind: 'unknown-vote',
    rank: 8,
    title: 'Votes without a known result',
    one: 'vote without a known result',
    many: 'votes without a known result',
    isShared: true,
  },
];

/** Of the team whose vote alone is missing, else of no team. */
export function openStanding(
  vote: Vote,
  tally: Known<Tally>,
  { teams }: { readonly teams: Readonly<Record<string, ContextTeam>> },
): Standing {
  const missing = tally.known
    ? tally.value.casts.filter(({ ballot }) => ballot === undefined).map(({ voter }) => voter)
    : vote.voters;
  const [only, ...more] = missing;
  const team =
    more.length === 0 ? Object.entries(teams).find(([, { github }]) => github === only?.name) : undefined;
  return {
    ...about(vote, 'open-vote'),
    severity: 'amber',
    ...(team === undefined ? {} : { team: team[0] }),
    text: render.stillOpen(vote, missing),
    owner: missing.length === 0 ? render.leads() : names(missing),
    asks: missing.map(({ name }) => name),
  };
}

export function noGoStanding(vote: Vote, no: readonly string[]): Standing {
  return { ...about(vote, 'no-go'), severity: 'red', text: render.noGo(vote, no), owner: render.leads() };
}

export function notKnownStanding(vote: Vote): Standing {
  return {
    ...about(vote, 'unknown-vote'),
    severity: 'red',
    text: render.notKnown(vote),
    owner: render.leads(),
  };
}

function about({ release: { version }, milestone }: Vote, kind: string) {
  return { release: version, kind, key: `vote/${milestone.id}`, milestone: milestone.id };
}
