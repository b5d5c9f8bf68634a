// What issues, pull requests and comments have in common in GraphQL: text, author, history, reactions.
import { accountOf } from '../actor.ts';
import type { Edit, Reaction, Writing } from '../model/writing.ts';
import { accountNode } from './account-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { onlyArguments } from './uncovered.ts';

/** GitHub keeps this many versions of a text. */
const MOST_EDITS = 100;

/** REST's word for each reaction of GraphQL. */
export const REACTION_WORDS: Readonly<Record<string, string>> = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  HOORAY: 'hooray',
  CONFUSED: 'confused',
  HEART: 'heart',
  ROCKET: 'rocket',
  EYES: 'eyes',
};

export function writingNode(context: Context, writing: Writing, type: string): Node {
  const { world, actor } = context;
  const last = writing.edits.at(-1);
  return {
    __typename: type,
    id: writing.nodeId,
    databaseId: writing.id,
    fullDatabaseId: String(writing.id),
    body: writing.body ?? '',
    author: accountNode(world, writing.author),
    editor: last === undefined ? null : accountNode(world, last.editor),
    lastEditedAt: last === undefined ? null : last.at,
    includesCreatedEdit: writing.edits.length > 0,
    createdAt: writing.createdAt,
    publishedAt: writing.createdAt,
    updatedAt: writing.updatedAt,
    viewerDidAuthor: writing.author === actor.account,
    userContentEdits: (args: Arguments) =>
      connection(args, {
        field: `${type}.userContentEdits`,
        items: writing.edits.toReversed().slice(0, MOST_EDITS),
        id: (edit) => edit.id,
        node: (edit) => editNode(context, edit, writing),
      }),
    reactions: (args: Arguments) => reactions(context, writing, type, args),
    reactionGroups: () => Object.keys(REACTION_WORDS).map((word) => reactionGroup(context, writing, word)),
  };
}

function editNode({ world }: Context, edit: Edit, writing: Writing): Node {
  return {
    __typename: 'UserContentEdit',
    id: `UCE_${edit.id}`,
    createdAt: edit.at,
    editedAt: edit.at,
    updatedAt: edit.at,
    deletedAt: edit.deleted?.at ?? null,
    deletedBy: edit.deleted === undefined ? null : accountNode(world, edit.deleted.by),
    editor: accountNode(world, edit.editor),
    // Named a diff, but it is the whole text after the edit.
    diff: edit.deleted === undefined ? textOf(world, edit, writing) : null,
  };
}

/** Of the whole text, or of the lines that the version before it lacks. */
function textOf({ quirks }: Context['world'], edit: Edit, { edits }: Writing): string {
  if (!quirks.editsHoldChanges) return edit.text;
  const before = edits[edits.indexOf(edit) - 1]?.text.split('\n') ?? [];
  const fresh = edit.text.split('\n').filter((line) => !before.includes(line));
  return fresh.map((line) => `+${line}`).join('\n');
}

function reactions(context: Context, writing: Writing, type: string, args: Arguments): Node {
  const word = REACTION_WORDS[String(args['content'])];
  return connection(args, {
    field: `${type}.reactions`,
    items: writing.reactions.filter((reaction) => word === undefined || reaction.content === word),
    id: (reaction) => reaction.id,
    node: (reaction) => reactionNode(context, reaction),
    handled: ['content'],
  });
}

function reactionNode({ world }: Context, reaction: Reaction): Node {
  const content = Object.keys(REACTION_WORDS).find((word) => REACTION_WORDS[word] === reaction.content);
  return {
    __typename: 'Reaction',
    id: reaction.nodeId,
    databaseId: reaction.id,
    content,
    createdAt: reaction.at,
    user: accountNode(world, reaction.user),
  };
}

function reactionGroup(context: Context, writing: Writing, word: string): Node {
  const held = writing.reactions.filter((reaction) => reaction.content === REACTION_WORDS[word]);
  return {
    content: word,
    viewerHasReacted: held.some((reaction) => reaction.user === accountOf(context.actor)),
    reactors: (args: Arguments) => {
      onlyArguments('ReactionGroup.reactors', args, ['first']);
      return { totalCount: held.length };
    },
  };
}
