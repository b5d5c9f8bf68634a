// Turns issues as GraphQL gives them into our own issues, with their markers and ledgers.
import { type Instant, parseInstant } from '../../../domain/day.ts';
import type { Ledger, OwnIssue } from '../../../domain/observed.ts';
import { issueOfLedger, ledgerKey } from '../../../memory/ledger.ts';
import { readTogether } from '../../../memory/fold-ledger.ts';
import { readMarker } from '../../../text/marker.ts';
import { type Author, loginOf } from '../../accounts.ts';
import type { Hole } from '../../graphql.ts';
import type { ForeignText } from '../../read-own-texts.ts';
import { present } from '../../present.ts';
import { type RecentPage, hear } from '../commands/hear.ts';
import { RECENT_FIELDS } from '../commands/unanswered.ts';
import {
  COMMENT_FIELDS,
  type OwnWords,
  type RawComment,
  asWeWrote,
  editedComments,
  foreignComments,
  goneComments,
  whyUnsure,
} from '../own-words.ts';
import { needing } from '../needing.ts';
import { changedBoxes } from './changed-boxes.ts';
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
fragment OwnComment on IssueComment { ${COMMENT_FIELDS} }`;

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

/** An issue, and what of it could not be read. */
export interface ReadIssue {
  readonly raw: RawIssue;
  readonly holes: readonly Hole[];
}

/** What of it has to be asked for: texts of ours that somebody else edited last. */
export function foreignTexts(raw: RawIssue, accounts: readonly string[]): ForeignText[] {
  if (!accounts.includes(loginOf(raw.author) ?? '')) return [];
  return [...foreignBody(raw, accounts), ...foreignComments(allComments(raw), accounts)];
}

/** People edit bodies every day: only the versions down to our last one are read. */
function foreignBody({ id, userContentEdits }: RawIssue, accounts: readonly string[]): ForeignText[] {
  const edits = present(userContentEdits?.nodes);
  const ours = edits.findIndex(({ editor }) => accounts.includes(loginOf(editor) ?? ''));
  const [newest] = edits;
  if (newest === undefined || ours === 0) return [];
  return [{ id, editedAt: newest.editedAt, depth: ours < 0 ? undefined : ours + 1 }];
}

function allComments({ comments, recent }: RawIssue): RawComment[] {
  return [...present(comments.nodes), ...present(recent.nodes)];
}

/** The issue as ours, or undefined when it is somebody else's or carries no key. */
export function ownIssue(
  { raw, holes }: ReadIssue,
  accounts: readonly string[],
  words: OwnWords,
): OwnIssue | undefined {
  if (!accounts.includes(loginOf(raw.author) ?? '')) return undefined;
  const { commands, ...heard } = hear(raw.recent, accounts);
  const all = allComments(raw);
  const ours = asWeWrote(all, words, accounts);
  const hidden = hiddenWords(holes);
  const named = keyOfIssue(raw, ours, words, hidden);
  if (named === undefined) return undefined;
  const { key, ownBody } = named;
  const boxes = changedBoxes(raw.body, words.get(raw.id));
  const edited = editedComments(all, words);
  const gone = goneComments(all, words);
  const unsure = named.unsure ?? (gone.length === 0 ? hidden : whyUnsure(gone));
  return {
    key,
    id: raw.id,
    databaseId: raw.databaseId ?? 0,
    parent: raw.parent?.number,
    number: raw.number,
    title: raw.title,
    url: raw.url,
    body: raw.body,
    ...(ownBody === undefined ? {} : { ownBody }),
    ...(boxes.length === 0 ? {} : { boxes }),
    editedAt: editedAt(raw, accounts),
    state: raw.state === 'OPEN' ? 'open' : 'closed',
    ...lastStateChange(raw.stateChanges, accounts),
    labels: present(raw.labels?.nodes).map((label) => label.name),
    assignees: present(raw.assignees.nodes).map((person) => person.login),
    milestone: raw.milestone?.title,
    createdAt: parseInstant(raw.createdAt) ?? (0 as Instant),
    commands,
    heard,
    ledger: findLedger(ours, key),
    ...recordsOf(ours, key),
    ...(edited.length === 0 ? {} : { edited }),
    ...(unsure === undefined ? {} : { unsure }),
  };
}

/** What keys of issues begin with whose own key nobody knows any more. */
const NAMELESS = '?/';

/** What GitHub refused of it, in words; undefined where it showed all. */
function hiddenWords(holes: readonly Hole[]): string | undefined {
  const [hole] = holes;
  if (hole === undefined) return undefined;
  return `GitHub does not show its ${String(hole.path[0])}: ${needing(hole.why, 'issues: read')}`;
}

interface Named {
  readonly key: string;
  readonly ownBody?: string;
  readonly unsure?: string;
}

/** By what we wrote: a key that somebody else put there is none. */
function keyOfIssue(
  raw: RawIssue,
  ours: readonly RawComment[],
  words: OwnWords,
  hidden: string | undefined,
): Named | undefined {
  const own = words.get(raw.id);
  const below = keyFromLedger(ours);
  if (own === undefined) {
    const key = readMarker(raw.body) ?? below;
    if (key !== undefined) return { key };
    // The log below it, which would say whose it is, may be what is hidden.
    return hidden === undefined ? undefined : { key: `${NAMELESS}${raw.number}`, unsure: hidden };
  }
  const ownBody = own.kind === 'gone' ? '' : own.text;
  const key = readMarker(ownBody) ?? below;
  if (key !== undefined) return { key, ownBody };
  if (own.kind === 'text' || !raw.body.includes('<!-- relcomms:')) return undefined;
  return {
    key: `${NAMELESS}${raw.number}`,
    ownBody,
    unsure: 'somebody edited it, and its edit history no longer shows what relcomms wrote',
  };
}

/** When people edited the body last, or a bound that is no earlier: our own edits are nobody's word. */
function editedAt({ userContentEdits, createdAt }: RawIssue, accounts: readonly string[]) {
  const edits = present(userContentEdits?.nodes);
  const edit = edits.find(({ editor }) => !accounts.includes(loginOf(editor) ?? '')) ?? edits.at(-1);
  return parseInstant(edit?.editedAt ?? createdAt);
}

/** The ledger of the issue among our comments. */
export function findLedger(ours: readonly RawComment[], key: string): Ledger | undefined {
  const found = ours.filter((comment) => readMarker(comment.body) === ledgerKey(key));
  // The first and the newest comments overlap.
  const all = found.filter(({ id }, index) => found.findIndex((one) => one.id === id) === index);
  const [first, ...doubles] = all
    .flatMap(({ databaseId, body }) => (databaseId === null ? [] : [{ commentId: databaseId, body }]))
    .toSorted((a, b) => a.commentId - b.commentId);
  if (first === undefined) return undefined;
  // Two runs that race may both begin a ledger: the older is written on, what stands in the others counts.
  const { entries, state } = readTogether([first.body, ...doubles.map(({ body }) => body)]);
  return { ...first, entries, state, ...(doubles.length === 0 ? {} : { doubles }) };
}

/** People can empty a body and its marker with it; the ledger below still says whose it is. */
function keyFromLedger(ours: readonly RawComment[]): string | undefined {
  return ours
    .map((comment) => issueOfLedger(readMarker(comment.body) ?? ''))
    .find((key) => key !== undefined);
}
