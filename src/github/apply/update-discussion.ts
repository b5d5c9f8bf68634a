// Gives a discussion of ours other words; nobody hears of it.
import type { Notice, SendOutcome, Sent } from '../../domain/notice.ts';
import { discussionFailure } from './discussion-failure.ts';
import { discussionText } from './discussion-text.ts';
import type { World } from './world.ts';

const UPDATE = `mutation RelcommsUpdateDiscussion($id: ID!, $title: String!, $body: String!) {
  updateDiscussion(input: { discussionId: $id, title: $title, body: $body }) { discussion { id } }
}`;

export async function updateDiscussion(world: World, notice: Notice, sent: Sent): Promise<SendOutcome> {
  try {
    await world.github.graphql(UPDATE, { id: sent.id, ...discussionText(notice) });
    return { kind: 'done', sent };
  } catch (error) {
    return discussionFailure(error, 'write');
  }
}
