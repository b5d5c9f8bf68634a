// Who changed the config on the default branch last, and by which commit.
import type { Author } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { queryRepository } from '../graphql.ts';
import { present } from '../present.ts';

export interface LastChange {
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** Logins of people: who wrote the commit or its pull request, and who merged it. Empty where only bots did. */
  readonly people: readonly string[];
}

const LAST_CHANGE = `query RelcommsLastChange($owner: String!, $name: String!, $path: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: "HEAD") { ... on Commit { history(first: 1, path: $path) { nodes {
      oid
      file(path: $path) { oid }
      author { user { login } }
      associatedPullRequests(first: 1) { nodes {
        author { __typename login }
        mergedBy { __typename login }
      } }
    } } } }
  }
}`;

interface RawCommit {
  readonly oid: string;
  readonly file: { readonly oid: string } | null;
  readonly author: { readonly user: { readonly login: string } | null } | null;
  readonly associatedPullRequests: { readonly nodes: readonly (RawPull | null)[] | null } | null;
}

interface RawPull {
  readonly author: Author | null;
  readonly mergedBy: Author | null;
}

/** `id` is that of the file as it was read: throws when GitHub does not show yet which commit made it so. */
export async function lastChange(github: GitHub, path: string, id: string): Promise<LastChange> {
  const { data, failed } = await queryRepository(github, LAST_CHANGE, { path });
  const why = [...failed.values()][0];
  if (why !== undefined) throw new Error(why);
  const { object } = data as {
    readonly object: { readonly history: { readonly nodes: RawCommit[] } } | null;
  };
  const [commit] = present(object?.history.nodes);
  if (commit === undefined || commit.file?.oid !== id)
    throw new Error(`GitHub does not show yet which commit changed ${path}`);
  return { commit: commit.oid, people: peopleOf(commit) };
}

function peopleOf({ author, associatedPullRequests }: RawCommit): string[] {
  const pulls = present(associatedPullRequests?.nodes);
  const accounts = pulls.flatMap((pull) => present([pull.author, pull.mergedBy]));
  const people = accounts.filter(({ __typename }) => __typename === 'User').map(({ login }) => login);
  return [...new Set([author?.user?.login, ...people])].filter((login) => login !== undefined);
}
