// Writes a notice as a discussion, or below the one that it answers: once, by its marker.
import type { Notice, SendOutcome, Sent } from '../../domain/notice.ts';
import { discussionFailure, failed } from './discussion-failure.ts';
import { discussionComment, discussionText } from './discussion-text.ts';
import { type DiscussionPlace, type FoundText, findAnswer, findDiscussions } from './find-discussions.ts';
import type { World } from './world.ts';

const CREATE = `mutation RelcommsDiscuss($repositoryId: ID!, $categoryId: ID!, $title: String!, $body: String!) {
  createDiscussion(input: { repositoryId: $repositoryId, categoryId: $categoryId, title: $title, body: $body }) {
    discussion { id url }
  }
}`;

const ANSWER = `mutation RelcommsAnswerDiscussion($id: ID!, $body: String!) {
  addDiscussionComment(input: { discussionId: $id, body: $body }) { comment { id url } }
}`;

/** Nothing is sent twice by itself: an answer that got lost is looked for first. */
const ONCE = { request: { retries: 0 } };

/** Below the discussion of `thread` where that is still there. GitHub lets no program pin one. */
export async function postDiscussion(
  world: World,
  notice: Notice,
  thread: Sent | undefined,
): Promise<SendOutcome> {
  const below = thread === undefined ? undefined : await answer(world, notice, thread);
  const isGone = below?.kind === 'failed' && below.code === 'message_not_found';
  return below === undefined || isGone ? await open(world, notice) : below;
}

async function open(world: World, notice: Notice): Promise<SendOutcome> {
  const category = categoryOf(notice);
  return await once(notice, {
    look: async () => {
      const place = await findDiscussions(world, notice.key);
      const categoryId = idOf(place, category);
      if (place.own !== undefined) return { own: place.own };
      if (!place.enabled) return failed('discussions-off', switchedOff(world));
      if (categoryId === undefined) return failed('no-category', noCategory(place, category));
      return { given: { repositoryId: place.repositoryId, categoryId } };
    },
    write: async (given) => {
      const answered = await world.github.graphql(CREATE, { ...given, ...discussionText(notice), ...ONCE });
      return (answered as { createDiscussion: { discussion: FoundText } }).createDiscussion.discussion;
    },
  });
}

async function answer(world: World, notice: Notice, { id }: Sent): Promise<SendOutcome> {
  return await once(notice, {
    look: async () => {
      const own = await findAnswer(world, id, notice.key);
      return own === undefined ? { given: {} } : { own };
    },
    write: async () => {
      const answered = await world.github.graphql(ANSWER, { id, body: discussionComment(notice), ...ONCE });
      return (answered as { addDiscussionComment: { comment: FoundText } }).addDiscussionComment.comment;
    },
  });
}

interface Way {
  /** What was written before, why it can't be written, or what is needed to write it. */
  readonly look: () => Promise<
    | { readonly own: FoundText }
    | { readonly given: Readonly<Record<string, string>> }
    | Extract<SendOutcome, { kind: 'failed' }>
  >;
  readonly write: (given: Readonly<Record<string, string>>) => Promise<FoundText>;
}

async function once(notice: Notice, { look, write }: Way): Promise<SendOutcome> {
  let seen: Awaited<ReturnType<Way['look']>>;
  try {
    seen = await look();
  } catch (error) {
    return discussionFailure(error, 'read');
  }
  if ('kind' in seen) return seen;
  if ('own' in seen) return { ...doneBy(notice, seen.own), already: true };
  try {
    return doneBy(notice, await write(seen.given));
  } catch (error) {
    const failure = discussionFailure(error, 'write');
    const again = failure.certain ? undefined : await look().catch(() => undefined);
    return again !== undefined && 'own' in again ? doneBy(notice, again.own) : failure;
  }
}

function doneBy(notice: Notice, { id, url }: FoundText): Extract<SendOutcome, { kind: 'done' }> {
  return { kind: 'done', sent: { place: categoryOf(notice), id, link: url } };
}

function categoryOf({ target }: Notice): string {
  return target.kind === 'discussion' ? target.category : '';
}

function idOf({ categories }: DiscussionPlace, category: string): string | undefined {
  const wanted = category.toLowerCase();
  return categories.find(({ name, slug }) => [name.toLowerCase(), slug].includes(wanted))?.id;
}

function switchedOff({ github }: World): string {
  return `Discussions are switched off in ${github.owner}/${github.repo}; switch them on in its settings.`;
}

function noCategory({ categories }: DiscussionPlace, category: string): string {
  const names = categories.map(({ name }) => name).join(', ');
  return `There is no category ${category} among the discussions; create it, or use one of ${names}.`;
}
