// Looks through all comments of an issue for what was not among the first and the newest.
import type { OwnIssue } from '../../../domain/observed.ts';
import { queryRepository, valueAt } from '../../graphql.ts';
import { present } from '../../present.ts';
import type { GitHub } from '../../client.ts';
import type { Look } from '../fact.ts';
import {
  COMMENT_FIELDS,
  type RawComment,
  asWeWrote,
  editedComments,
  foreignComments,
  goneComments,
  readOwnWords,
  whyUnsure,
} from '../own-words.ts';
import { findLedger } from './decode-own-issue.ts';
import { missingRecords, recordsOf, withRecords } from './records.ts';

/** Comments that come with every issue: its first and its newest. */
const SEEN_FIRST = 5;
const SEEN_LAST = 50;

const COMMENTS = `query RelcommsComments($owner: String!, $name: String!, $number: Int!, $cursor: String) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      comments(first: 100, after: $cursor) {
        pageInfo { hasNextPage endCursor }
        nodes { ${COMMENT_FIELDS} }
      }
    }
  }
}`;

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/**
 * Looks through all comments for a ledger or a record that was not among those seen, on issues that
 * this run is about. `total` is the number of comments on it.
 */
export async function withLedger(
  { github, question, setting: { accounts } }: Look<'ownIssues'>,
  issue: OwnIssue,
  total: number,
): Promise<OwnIssue> {
  const { keys, records = [] } = question;
  let found = issue;
  const lacksLedger = total > SEEN_FIRST && keys.includes(issue.key) && issue.ledger === undefined;
  const lacksRecord = total > SEEN_FIRST + SEEN_LAST && missingRecords(records, issue).length > 0;
  if (!lacksLedger && !lacksRecord) return issue;
  let cursor: string | null = null;
  do {
    const answer = await queryRepository(github, COMMENTS, { number: issue.number, cursor });
    const page = (
      valueAt(answer, 'issue') as { comments: { pageInfo: PageInfo; nodes: (RawComment | null)[] } }
    ).comments;
    found = await withComments(github, found, present(page.nodes), accounts);
    if (found.ledger !== undefined && missingRecords(records, found).length === 0) return found;
    cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (cursor !== null);
  return found;
}

async function withComments(
  github: GitHub,
  issue: OwnIssue,
  comments: readonly RawComment[],
  accounts: readonly string[],
): Promise<OwnIssue> {
  const words = await readOwnWords(github, foreignComments(comments, accounts), accounts);
  const ours = asWeWrote(comments, words, accounts);
  const known = new Set(issue.edited?.map(({ commentId }) => commentId));
  const edited = editedComments(comments, words).filter(({ commentId }) => !known.has(commentId));
  const gone = goneComments(comments, words);
  const unsure = issue.unsure ?? (gone.length === 0 ? undefined : whyUnsure(gone));
  return {
    ...issue,
    ledger: issue.ledger ?? findLedger(ours, issue.key),
    ...withRecords(issue.records, recordsOf(ours, issue.key).records),
    ...(edited.length === 0 ? {} : { edited: [...(issue.edited ?? []), ...edited] }),
    ...(unsure === undefined ? {} : { unsure }),
  };
}
