// Looks at a repository: all facts that a run needs, in one GraphQL query where possible.
import { parseDay } from '../../domain/day.ts';
import type { GitHubMilestone, Observation, Observed } from '../../domain/observed.ts';
import { failureWords } from '../failure.ts';
import type { GitHub } from '../client.ts';
import { type PartialAnswer, queryRepository } from '../graphql.ts';
import { decodeBranches } from './branches.ts';
import { observeBranchTests } from './observe-branch-tests.ts';
import { observeBlockers } from './blockers.ts';
import { observeCommands } from './commands.ts';
import { decodeFiles, fileFields } from './files.ts';
import { observeOwnIssues } from './list-own-issues.ts';
import type { Look } from './look.ts';
import { observePulls } from './observe-pulls.ts';
import { present } from './present.ts';
import { decodePublications, publicationFields } from './publications.ts';
import { branchesOf, buildQuery } from './query.ts';
import type { Known } from '../../domain/known.ts';

interface RawMilestone {
  readonly number: number;
  readonly title: string;
  readonly dueOn: string | null;
  readonly state: 'OPEN' | 'CLOSED';
}

/** Every fact, known or unknown with its reason; reading never throws for GitHub's sake. */
export async function observe(github: GitHub, look: Look): Promise<Observation> {
  let answer: PartialAnswer;
  try {
    const { query, variables } = buildQuery(look);
    answer = await queryRepository(github, query, variables);
  } catch (error) {
    return allUnknown(failureWords(error));
  }
  const ownIssues = await observeOwnIssues(github, look, answer);
  const branches = decodeBranches(answer, branchesOf(look));
  return {
    ...(await observePulls(github, look, branches)),
    ownIssues,
    commands: await observeCommands(github, ownIssues, look.teams ?? []),
    githubMilestones: fact(answer, aliases('milestone', look.milestones), milestones),
    labels: fact(answer, aliases('label', look.labels), labels),
    assignable: fact(answer, aliases('person', look.logins), (fields) => assignable(fields, look.logins)),
    pins: fact(answer, ['pinnedIssues'], pins),
    publications: fact(answer, publicationFields(look.versions ?? []).names, () =>
      decodePublications(answer, look.versions ?? []),
    ),
    files: fact(answer, fileFields(look.files ?? []).names, () => decodeFiles(answer, look.files ?? [])),
    branchTests: await observeBranchTests(github, look),
    blockers: await observeBlockers(github, look.blockers ?? [], answer),
    // Slack is asked afterwards, by what stands in our issues.
    seen: { known: true, value: [] },
  };
}

function aliases(prefix: string, names: readonly string[]): string[] {
  return names.map((_, index) => `${prefix}${index}`);
}

/** The decoded fields, unless GitHub failed on one of them. */
function fact<T>(
  answer: PartialAnswer,
  fields: readonly string[],
  decode: (values: unknown[]) => T,
): Known<T> {
  const failed = [...fields, '*']
    .map((field) => answer.failed.get(field))
    .find((message) => message !== undefined);
  if (failed !== undefined) return { known: false, why: failed };
  return { known: true, value: decode(fields.map((field) => answer.data[field])) };
}

function milestones(fields: unknown[]): Observed['githubMilestones'] {
  const raw = fields.flatMap((field) => present((field as { nodes: (RawMilestone | null)[] }).nodes));
  return raw.map(({ number, title, dueOn, state }): GitHubMilestone => {
    const due = dueOn === null ? undefined : parseDay(dueOn.slice(0, 10));
    return { number, title, dueOn: due, state: state === 'OPEN' ? 'open' : 'closed' };
  });
}

function labels(fields: unknown[]): Observed['labels'] {
  return present(fields as ({ name: string } | null)[]);
}

/** GitHub's search for people is fuzzy; only the very login counts. */
function assignable(fields: unknown[], logins: readonly string[]): Observed['assignable'] {
  return logins.filter((login, index) => {
    const nodes = present((fields[index] as { nodes: ({ login: string } | null)[] }).nodes);
    return nodes.some((person) => person.login.toLowerCase() === login.toLowerCase());
  });
}

function pins(fields: unknown[]): Observed['pins'] {
  const connection = fields[0] as { nodes: ({ issue: { number: number } } | null)[] } | null;
  return present(connection?.nodes).map((pin) => pin.issue.number);
}

/** Nothing was seen, for one reason. */
export function allUnknown(why: string): Observation {
  const unknown = { known: false, why } as const;
  return {
    ownIssues: unknown,
    githubMilestones: unknown,
    labels: unknown,
    assignable: unknown,
    pins: unknown,
    commands: unknown,
    pulls: unknown,
    fixes: unknown,
    branchOwners: unknown,
    teamMembers: unknown,
    publications: unknown,
    branchTests: unknown,
    files: unknown,
    blockers: unknown,
    seen: unknown,
  };
}
