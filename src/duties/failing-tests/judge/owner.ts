// Whose a failing test is: a team's, never that of whoever committed last.
import { matchesAny } from './matches-any.ts';
import { type Subject, namesOf } from './subject.ts';
import type { Release } from '../../../domain/release.ts';
import { ruleFor } from '../../../owners/owners-of.ts';
import { parseCodeowners } from '../../../owners/parse-codeowners.ts';
import type { FailingTestsInput } from '../input.ts';

export interface Owner {
  /** Id of a team of the config, a GitHub team `acme/api`, people `@alice+bob`, or one of the two below. */
  readonly id: string;
  /** GitHub team that is told. */
  readonly team?: string | undefined;
  /** Logins that are told where no team is. */
  readonly people: readonly string[];
  /** Logins of the team's people, as the config lists them. */
  readonly listed?: readonly string[] | undefined;
  /** Login of who is asked next. */
  readonly lead?: string | undefined;
}

/** No id of a team begins so. */
export const CI_SIGNAL = '_ci-signal';
export const UNOWNED = '_unowned';

/** The role that looks after tests that nobody owns. */
const CI_ROLE = 'ci-signal';

/** Answers whose each test is, undefined while the file of code owners can't be read. It is read once. */
export function ownerFinder(
  release: Release,
  input: FailingTestsInput,
): (subject: Subject) => Owner | undefined {
  const found = input.observed.branchOwners.find(({ branch }) => branch === release.branch);
  const text = found?.file.known === true ? found.file.value?.text : undefined;
  const owners = text === undefined ? undefined : parseCodeowners(text);
  return (subject) => {
    const names = namesOf(subject);
    const byName = Object.entries(input.teams).find(([, { tests = [] }]) =>
      names.some((name) => matchesAny(tests, name)),
    );
    if (byName !== undefined) return ownerById(byName[0], release, input);
    const path = subject.file?.replace(/^\.?\//, '');
    if (path !== undefined && found?.file.known === false) return undefined;
    const rule = owners === undefined || path === undefined ? undefined : ruleFor(owners, path);
    const named = (rule?.owners ?? []).filter((owner) => !owner.includes('@'));
    const team = named.find((owner) => owner.includes('/'));
    if (team !== undefined) return ownerById(idOfTeam(team, input) ?? team, release, input);
    if (named.length > 0) return ownerById(`@${named.toSorted().join('+')}`, release, input);
    const watchers = release.roles[CI_ROLE] ?? [];
    return ownerById(watchers.length > 0 ? CI_SIGNAL : UNOWNED, release, input);
  };
}

/** The owner that an id means; one of the config that is no longer there has nobody to tell. */
export function ownerById(
  id: string,
  { roles }: Release,
  { teams }: Pick<FailingTestsInput, 'teams'>,
): Owner {
  const team = teams[id];
  if (team !== undefined) return { id, team: team.github, people: [], listed: team.people, lead: team.lead };
  if (id === CI_SIGNAL) return { id, people: roles[CI_ROLE] ?? [] };
  if (id === UNOWNED) return { id, people: [] };
  if (id.includes('/')) return { id, team: id, people: [] };
  return { id, people: id.startsWith('@') ? id.slice(1).split('+') : [] };
}

/** Id of the team of the config with that name on GitHub. */
export function idOfTeam(github: string, { teams }: Pick<FailingTestsInput, 'teams'>): string | undefined {
  return Object.entries(teams).find(([, team]) => team.github.toLowerCase() === github.toLowerCase())?.[0];
}
