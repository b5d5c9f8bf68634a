// Finds the issue field "Target date": asked for once in a run, and only when it is needed.
import type { GitHub } from '../client.ts';
import { isAmbiguous, isLimit, isRefusal, statusOf, wordsOfRefusal } from '../failure.ts';
import { isGraphqlFailure, queryRepository } from '../graphql.ts';
import { present } from '../present.ts';
import type { TargetField, World } from './world.ts';

/** GitHub gives this field to every organisation; an organisation may rename or delete it. */
const NAME = 'Target date';

interface IssueField {
  readonly id: number;
  readonly name: string;
  readonly data_type: string;
}

/** Throws when GitHub could not be asked; a refusal is an answer. */
export async function targetField(world: Pick<World, 'github' | 'targetField'>): Promise<TargetField> {
  world.targetField ??= await look(world);
  return world.targetField;
}

/** A repository shows the fields of its organisation to the token of a workflow, too; the organisation shows them to others. */
async function look({ github }: Pick<World, 'github'>): Promise<TargetField> {
  return (await ofRepository(github)) ?? (await ofOrganization(github));
}

/** These fields are newer than the oldest hosts, and behind a flag on some. */
const QUERY = `query RelcommsIssueFields($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    issueFields(first: 100) { nodes { __typename ... on IssueFieldDate { fullDatabaseId name } } }
  }
}`;

const HEADERS = { 'GraphQL-Features': 'issue_fields, repo_issue_fields' };

interface DateField {
  readonly fullDatabaseId?: string | null;
  readonly name?: string;
}

/** Undefined where it does not say. Throws when GitHub could not be asked. */
async function ofRepository(github: GitHub): Promise<TargetField | undefined> {
  try {
    const { data } = await queryRepository(github, QUERY, { headers: HEADERS });
    const listed = data['issueFields'] as { readonly nodes: readonly (DateField | null)[] | null } | null;
    const field = present(listed?.nodes).find(({ name }) => isNamed(name));
    const id = Number(field?.fullDatabaseId ?? Number.NaN);
    if (Number.isSafeInteger(id)) return { kind: 'field', id };
    return listed === null || field !== undefined ? undefined : noField(github.owner);
  } catch (error) {
    if (isLimit(error) || (isAmbiguous(error) && !isGraphqlFailure(error))) throw error;
    return undefined;
  }
}

async function ofOrganization(github: GitHub): Promise<TargetField> {
  const { owner } = github;
  try {
    const { data } = await github.request('GET /orgs/{org}/issue-fields', { org: owner });
    const field = (data as readonly (IssueField | null)[]).find(
      (candidate) => candidate?.data_type === 'date' && isNamed(candidate.name),
    );
    if (field) return { kind: 'field', id: field.id };
    return noField(owner);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const why =
      statusOf(error) === 403
        ? `the token is not shown the issue fields of ${owner}`
        : `${owner} has no issue fields`;
    return { kind: 'none', why: `${why} (${wordsOfRefusal(error)})` };
  }
}

function noField(owner: string): TargetField {
  return { kind: 'none', why: `${owner} has no issue field "${NAME}" for dates` };
}

function isNamed(name: string | undefined): boolean {
  return name?.toLowerCase() === NAME.toLowerCase();
}
