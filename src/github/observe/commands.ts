// Finds comments with commands that nobody has answered, and asks what their authors may do.
import type { CommandComment, Known, OwnIssue, Permission } from '../../domain/observed.ts';
import { commandLines } from '../../text/command-lines.ts';
import type { Author } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { statusOf } from '../failure.ts';
import { present } from './present.ts';

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

/** Unanswered commands on our open issues with the right of their authors; the log knows those that were carried out. */
export async function observeCommands(
  github: GitHub,
  ownIssues: Known<readonly OwnIssue[]>,
): Promise<Known<readonly CommandComment[]>> {
  if (!ownIssues.known) return ownIssues;
  const logged = new Set(
    ownIssues.value.flatMap((issue) => issue.ledger?.entries.map(({ key }) => key.split('/').at(-1)) ?? []),
  );
  const open = ownIssues.value.filter((issue) => issue.state === 'open');
  const pending = open.flatMap((issue) =>
    issue.commands
      .filter(({ commentId }) => !logged.has(String(commentId)))
      .map((comment) => ({ ...comment, issue: issue.key, number: issue.number })),
  );
  const permissions = new Map<string, Permission>();
  for (const author of new Set(pending.map((comment) => comment.author))) {
    // oxlint-disable-next-line no-await-in-loop -- few people give commands at once
    permissions.set(author, await permissionOf(github, author));
  }
  const commands = pending.map((comment) => ({
    ...comment,
    permission: permissions.get(comment.author) ?? ('unknown' as const),
  }));
  return { known: true, value: commands.toSorted((a, b) => a.commentId - b.commentId) };
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
