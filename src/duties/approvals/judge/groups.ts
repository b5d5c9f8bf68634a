// Whose approval a pull request needs, rule by rule, and which of them it has.
import type { Pull, Review } from '../../../domain/pull.ts';
import { globMatches, parseGlob } from '../../../owners/glob.ts';
import { ownedFiles } from '../../../owners/owners-of.ts';
import type { OwnersFile } from '../../../owners/parse-codeowners.ts';
import type { ApprovalsInput } from '../input.ts';
import { includesName, kindOf, sameName, uniqueNames } from '../../../people/names.ts';

/** Why somebody is asked. */
export type Source =
  /** A line of CODEOWNERS. */
  | { readonly kind: 'owners'; readonly path: string; readonly line: number; readonly pattern: string }
  /** The paths of a team in the config. */
  | { readonly kind: 'team'; readonly id: string }
  /** A review that somebody asked for. */
  | { readonly kind: 'request' };

/** Of these people and teams one has to approve. */
export interface Group {
  readonly source: Source;
  /** Files that the rule is about; empty for requests. */
  readonly files: readonly string[];
  /** Without the author, who can't approve. */
  readonly approvers: readonly string[];
  /** Who has approved for it. */
  readonly approvedBy?: string | undefined;
}

/** The owners of a base branch, read; undefined when it has no such file. */
export type Owners = { readonly path: string; readonly file: OwnersFile } | undefined;

/** Lines of CODEOWNERS first, then teams of the config, then those who were asked and stand in neither. */
export function groupsOf(pull: Pull, owners: Owners, input: ApprovalsInput): readonly Group[] {
  const ruled = [...ownerGroups(pull, owners), ...teamGroups(pull, input)].map((group) => ({
    ...group,
    approvers: uniqueNames(group.approvers).filter((name) => !sameName(name, pull.author.login)),
    approvedBy: approvalFor(group.approvers, pull, input),
  }));
  const needed = ruled.filter((group) => group.approvers.length > 0);
  const asked = [...pull.requested.people, ...pull.requested.teams].filter(
    (name) =>
      !sameName(name, pull.author.login) && !needed.some((group) => includesName(group.approvers, name)),
  );
  if (asked.length === 0) return needed;
  return [...needed, { source: { kind: 'request' }, files: [], approvers: uniqueNames(asked) }];
}

function ownerGroups(pull: Pull, owners: Owners): Group[] {
  if (owners === undefined) return [];
  return ownedFiles(owners.file, pull.files).map(({ rule, files }) => ({
    source: { kind: 'owners', path: owners.path, line: rule.line, pattern: rule.pattern },
    files,
    approvers: rule.owners,
  }));
}

function teamGroups(pull: Pull, { teams }: ApprovalsInput): Group[] {
  return Object.entries(teams).flatMap(([id, team]): Group[] => {
    const globs = team.paths.map(parseGlob);
    const files = pull.files.filter((file) => {
      const names = file.split('/');
      return globs.some((glob) => globMatches(glob, names));
    });
    if (files.length === 0) return [];
    return [{ source: { kind: 'team', id }, files: files.toSorted(), approvers: [team.github] }];
  });
}

/** Who of them has approved; a team has when the review was given for it or by one of its known people. */
function approvalFor(approvers: readonly string[], pull: Pull, input: ApprovalsInput): string | undefined {
  const approvals = pull.reviews.filter((review) => review.state === 'approved');
  return approvals.find((review) => approvers.some((name) => speaksFor(review, name, input)))?.author;
}

/** Where GitHub does not show who is in a team, the people count whom the config lists. */
function speaksFor(review: Review, name: string, { observed, teams }: ApprovalsInput): boolean {
  if (kindOf(name) !== 'team') return sameName(review.author, name);
  if (includesName(review.onBehalfOf, name)) return true;
  const team = observed.teamMembers.find((candidate) => sameName(candidate.team, name));
  if (team?.members.known === true) return includesName(team.members.value, review.author);
  return Object.values(teams).some(
    ({ github, people = [] }) => sameName(github, name) && includesName(people, review.author),
  );
}
