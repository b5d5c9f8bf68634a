// Finds comments with commands that nobody has answered, and asks what their authors may do.
import type { OwnIssue } from '../../domain/observed.ts';
import { commandLines } from '../../text/command-lines.ts';
import type { Author } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { statusOf } from '../failure.ts';
import { membershipsOf } from './memberships.ts';
import { present } from './present.ts';
import type { Known } from '../../domain/known.ts';
import type { CommandComment, Memberships, Permission } from '../../domain/command-comment.ts';

/** Newest comments that are read for commands on each issue. */
export const RECENT_FIELDS = `recent: comments(last: 50) { nodes {
    databaseId body author { __typename login } editor { __typename login }
    reactionGroups { content viewerHasReacted }
  } }`;

export interface RawRecentComment {
  readonly databaseId: number | null;
  readonly body: string;
  readonly author: Author | null;
  readonly editor: Author | null;
  readonly reactionGroups: readonly { readonly content: string; readonly viewerHasReacted: boolean }[] | null;
}

const ANSWERS: readonly string[] = ['THUMBS_UP', 'CONFUSED'];
const PERMISSIONS: readonly Permission[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** A comment with commands, before anybody asked what its author may do. */
export type UnansweredComment = Pick<CommandComment, 'commentId' | 'author' | 'lines'>;

/** Commands of people, in their own words: a bot's, and those that another person edited, are none. */
export function unanswered(comments: readonly (RawRecentComment | null)[] | null): UnansweredComment[] {
  return present(comments).flatMap((comment) => {
    const { author, editor, databaseId, body, reactionGroups } = comment;
    if (databaseId === null || author === null || author.__typename !== 'User') return [];
    if (editor !== null && editor.login !== author.login) return [];
    if (
      reactionGroups?.some(({ content, viewerHasReacted }) => viewerHasReacted && ANSWERS.includes(content))
    )
      return [];
    const lines = commandLines(body);
    return lines.length === 0 ? [] : [{ commentId: databaseId, author: author.login, lines }];
  });
}

/** What a person may do. */
export interface Rights {
  readonly permission: Permission;
  readonly teams: Memberships;
}

/**
 * Unanswered commands with the right of their authors; the log knows those that were carried out. They stand on our
 * open issues, or on a closed one below an open one: a task is reopened where it was closed.
 */
export async function observeCommands(
  github: GitHub,
  ownIssues: Known<readonly OwnIssue[]>,
  teams: readonly string[],
): Promise<Known<readonly CommandComment[]>> {
  if (!ownIssues.known) return ownIssues;
  const logged = new Set(
    ownIssues.value.flatMap((issue) => issue.ledger?.entries.map(({ key }) => key.split('/').at(-1)) ?? []),
  );
  const open = new Set(ownIssues.value.flatMap(({ state, number }) => (state === 'open' ? [number] : [])));
  const heard = ownIssues.value.filter(({ number, parent }) => open.has(number) || open.has(parent ?? 0));
  const pending = heard.flatMap((issue) =>
    issue.commands
      .filter(({ commentId }) => !logged.has(String(commentId)))
      .map((comment) => ({ ...comment, issue: issue.key, number: issue.number })),
  );
  const rights = rightsReader(github, teams);
  const commands: CommandComment[] = [];
  for (const comment of pending) {
    // oxlint-disable-next-line no-await-in-loop -- few people give commands at once
    commands.push({ ...comment, ...(await rights(comment.author)) });
  }
  return { known: true, value: commands.toSorted((a, b) => a.commentId - b.commentId) };
}

export type RightsReader = (author: string) => Promise<Rights>;

/** Asks for each person once in a look. */
export function rightsReader(github: GitHub, teams: readonly string[]): RightsReader {
  const known = new Map<string, Rights>();
  return async (author) => {
    const rights = known.get(author) ?? (await rightsOf(github, author, teams));
    known.set(author, rights);
    return rights;
  };
}

/** Teams are asked about only where they can decide: not for who may do everything, nor for who may not even read. */
async function rightsOf(github: GitHub, author: string, teams: readonly string[]): Promise<Rights> {
  const permission = await permissionOf(github, author);
  const decide = permission === 'read' || permission === 'triage' || permission === 'write';
  return { permission, teams: await membershipsOf(github, author, decide ? teams : []) };
}

/** A failure is `unknown`, which nobody takes for a right. */
async function permissionOf({ request, owner, repo }: GitHub, username: string): Promise<Permission> {
  try {
    const { data } = await request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
      owner,
      repo,
      username,
    });
    return (
      PERMISSIONS.find((name) => name === data.role_name) ??
      PERMISSIONS.find((name) => name === data.permission) ??
      'none'
    );
  } catch (error) {
    return statusOf(error) === 404 ? 'none' : 'unknown';
  }
}
