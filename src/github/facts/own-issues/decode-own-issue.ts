// Turns issues as GraphQL gives them into our own issues, with their markers and ledgers.
import { type Instant, parseInstant } from '../../../domain/day.ts';
import type { Ledger, OwnIssue } from '../../../domain/observed.ts';
import { issueOfLedger, ledgerKey, readLedger, readState } from '../../../memory/ledger.ts';
import { readMarker } from '../../../text/marker.ts';
import { type Author, loginOf } from '../../accounts.ts';
import { present } from '../../present.ts';
import { type RecentPage, hear } from '../commands/hear.ts';
import { RECENT_FIELDS } from '../commands/unanswered.ts';
import { type RawComment, isOwn } from './own-comment.ts';
import { recordsOf } from './records.ts';
import { LAST_STATE_CHANGE, type RawStateChanges, lastStateChange } from './state-change.ts';

/** First comments that come with every issue: the ledger is made right after its issue. */
export const ISSUE_FIELDS = `fragment OwnIssue on Issue {
  id databaseId number title url body state createdAt
  userContentEdits(first: 20) { nodes { editedAt editor { __typename login } } }
  parent { number }
  author { __typename login }
  labels(first: 50) { nodes { name } }
  assignees(first: 20) { nodes { login } }
  milestone { title }
  ${LAST_STATE_CHANGE}
  comments(first: 5) { totalCount nodes { ...OwnComment } }
  ${RECENT_FIELDS}
}
fragment OwnComment on IssueComment { databaseId body author { __typename login } }`;

export interface RawIssue {
  readonly recent: RecentPage;
  readonly id: string;
  readonly databaseId: number | null;
  readonly parent: { readonly number: number } | null;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly body: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly createdAt: string;
  readonly userContentEdits: {
    readonly nodes: readonly ({ readonly editedAt: string; readonly editor: Author | null } | null)[] | null;
  } | null;
  readonly author: Author | null;
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] | null } | null;
  readonly assignees: { readonly nodes: readonly ({ readonly login: string } | null)[] | null };
  readonly milestone: { readonly title: string } | null;
  readonly stateChanges: RawStateChanges;
  readonly comments: { readonly totalCount: number; readonly nodes: readonly (RawComment | null)[] | null };
}

/** The issue as ours, or undefined when it is somebody else's or carries no key. */
export function ownIssue(raw: RawIssue, accounts: readonly string[]): OwnIssue | undefined {
  if (!accounts.includes(loginOf(raw.author) ?? '')) return undefined;
  const comments = present(raw.comments.nodes);
  const key = readMarker(raw.body) ?? keyFromLedger(comments, accounts);
  if (key === undefined) return undefined;
  const { commands, ...heard } = hear(raw.recent, accounts);
  return {
    key,
    id: raw.id,
    databaseId: raw.databaseId ?? 0,
    parent: raw.parent?.number,
    number: raw.number,
    title: raw.title,
    url: raw.url,
    body: raw.body,
    editedAt: editedAt(raw, accounts),
    state: raw.state === 'OPEN' ? 'open' : 'closed',
    ...lastStateChange(raw.stateChanges, accounts),
    labels: present(raw.labels?.nodes).map((label) => label.name),
    assignees: present(raw.assignees.nodes).map((person) => person.login),
    milestone: raw.milestone?.title,
    createdAt: parseInstant(raw.createdAt) ?? (0 as Instant),
    commands,
    heard,
    ledger: findLedger(comments, key, accounts),
    ...recordsOf([...comments, ...present(raw.recent.nodes)], key, accounts),
  };
}

/** When people edited the body last, or a bound that is no earlier: our own edits are nobody's word. */
function editedAt({ userContentEdits, createdAt }: RawIssue, accounts: readonly string[]) {
  const edits = present(userContentEdits?.nodes);
  const edit = edits.find(({ editor }) => !accounts.includes(loginOf(editor) ?? '')) ?? edits.at(-1);
  return parseInstant(edit?.editedAt ?? createdAt);
}

/** The ledger of the issue among its comments; only our own accounts' comments count. */
export function findLedger(
  comments: readonly RawComment[],
  key: string,
  accounts: readonly string[],
): Ledger | undefined {
  const all = comments.filter(
    (comment) => isOwn(comment, accounts) && readMarker(comment.body) === ledgerKey(key),
  );
  const [first] = all;
  if (first === undefined || first.databaseId === null) return undefined;
  // Two runs that race may both begin a ledger: the first is written on, what stands in the others counts.
  const entries = all.flatMap((comment) => readLedger(comment.body));
  return { commentId: first.databaseId, body: first.body, entries, state: readState(first.body) };
}

/** People can empty a body and its marker with it; the ledger below still says whose it is. */
function keyFromLedger(comments: readonly RawComment[], accounts: readonly string[]): string | undefined {
  return comments
    .filter((comment) => isOwn(comment, accounts))
    .map((comment) => issueOfLedger(readMarker(comment.body) ?? ''))
    .find((key) => key !== undefined);
}
