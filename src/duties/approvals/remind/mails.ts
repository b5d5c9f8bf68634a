// Whom GitHub mails a comment of ours, as far as a look at the pull requests can tell, and how many each had of late.
import type { Instant } from '../../../domain/day.ts';
import type { Pull } from '../../../domain/pull.ts';
import type { ApprovalsInput } from '../input.ts';
import { sameName } from '../../../people/names.ts';
import { saidOn } from './told.ts';

/** Milliseconds. */
export const WEEK = 7 * 86_400_000;

/**
 * Everybody who takes part, in small letters: author, those asked for a review, reviewers, who commented of late, and
 * who was mentioned by us. Whoever left the thread, or watches the whole repository, is not known.
 */
export function readersOf(pull: Pull, input: ApprovalsInput): ReadonlySet<string> {
  const told = saidOn(pull).flatMap((said) => said.told ?? []);
  return reach([...partOf(pull), ...told], input);
}

/** Who gets a mail when somebody is mentioned: the person, the known people of a team, or the team as it is. */
export function membersOf(name: string, { observed, teams }: ApprovalsInput): ReadonlySet<string> {
  const team = observed.teamMembers.find((candidate) => sameName(candidate.team, name));
  const known = team?.members.known === true ? team.members.value : [];
  // Where GitHub does not show who is in it, those are mentioned whom the config lists.
  const listed = Object.values(teams).flatMap(({ github, people = [] }) =>
    sameName(github, name) ? people : [],
  );
  const names = [known, listed].find((some) => some.length > 0) ?? [name];
  return new Set(names.map((one) => one.toLowerCase()));
}

/** A comment of ours, and who got a mail of it, in small letters. */
export interface Mailing {
  readonly at: Instant;
  readonly to: ReadonlySet<string>;
}

/** Those of the last seven days: each is one mail for everybody who took part by then. */
export function mailingsOf(input: ApprovalsInput): readonly Mailing[] {
  return input.observed.pulls.flatMap((pull) => mailingsOn(pull, input));
}

/** Mails by name of the seven days that end at an instant. */
export function countMails(mailings: readonly Mailing[], end: Instant): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { at, to } of mailings)
    if (end - at < WEEK) for (const name of to) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function mailingsOn(pull: Pull, input: ApprovalsInput): Mailing[] {
  const { comments } = pull;
  const recent = comments.known ? comments.value.filter(({ createdAt }) => input.now - createdAt < WEEK) : [];
  if (recent.length === 0) return [];
  const part = partOf(pull);
  const said = saidOn(pull);
  return recent.map(({ createdAt: at }) => {
    const before = said.filter((one) => one.at <= at).flatMap(({ told }) => told ?? []);
    return { at, to: reach([...part, ...before], input) };
  });
}

function reach(names: readonly string[], input: ApprovalsInput): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [...membersOf(name, input)]));
}

function partOf({ author, requested, reviews, commenters }: Pull): string[] {
  return [
    ...(author.bot || author.nobody === true ? [] : [author.login]),
    ...requested.people,
    ...requested.teams,
    ...reviews.map((review) => review.author),
    ...commenters,
  ];
}
