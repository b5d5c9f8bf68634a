// Reads a comment of ours right before a write: what counts in it is what one of our accounts wrote last.
import { sameBody } from '../../body/overrun.ts';
import {
  EDIT_FIELDS,
  type LastEdit,
  type OwnText,
  isForeign,
  lags,
  ownTextIn,
  type RawEdit,
} from '../own-text.ts';
import { present } from '../present.ts';
import { type World, know } from './world.ts';

export interface OwnComment {
  /** GraphQL node id. */
  readonly nodeId: string;
  /** As one of our accounts wrote it last. */
  readonly text: string;
  /** As it is now, whoever wrote it. */
  readonly current: string;
}

const LAST_EDIT = `query RelcommsOwnComment($id: ID!) {
  node(id: $id) { ... on IssueComment {
    body lastEditedAt editor { __typename login } userContentEdits(first: 100) { ${EDIT_FIELDS} }
  } }
}`;

type RawOwn = LastEdit & {
  readonly body: string;
  readonly userContentEdits: { readonly nodes: readonly (RawEdit | null)[] | null } | null;
};

/** The history is asked for only where the text is none that this run knows as ours. Throws when nobody knows ours. */
export async function readOwnComment(world: World, commentId: number): Promise<OwnComment> {
  const { owner, repo, request } = world.github;
  const place = { owner, repo, comment_id: commentId };
  const { data } = await request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', place);
  const current = data.body ?? '';
  const nodeId = data.node_id;
  if (isKnown(world, commentId, current)) return { nodeId, text: current, current };
  const own = await ownTextOf(world, nodeId);
  if (own.kind === 'gone')
    throw new Error('somebody edited it, and its edit history no longer shows what relcomms wrote');
  know(world, commentId, own.text);
  return { nodeId, text: own.text, current };
}

function isKnown({ ours }: World, commentId: number, text: string): boolean {
  const known = ours.get(commentId);
  return known !== undefined && sameBody(known, text);
}

async function ownTextOf({ github, setting }: World, id: string): Promise<OwnText> {
  const { node } = (await github.graphql(LAST_EDIT, { id })) as { readonly node: RawOwn };
  if (!isForeign(node, setting.accounts)) return { kind: 'text', since: [], text: node.body };
  const edits = present(node.userContentEdits?.nodes);
  if (lags(edits, node.lastEditedAt ?? ''))
    throw new Error('GitHub does not show the history of an edited text yet');
  return ownTextIn(edits, setting.accounts) ?? { kind: 'gone' };
}
