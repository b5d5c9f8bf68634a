// What is there before a discussion or an answer to one is written: the place, and ours by its marker.
import { readMarker } from '../../text/marker.ts';
import { type Author, loginOf } from '../accounts.ts';
import type { World } from './world.ts';

/** The newest ones: between a message and its second try lie minutes. */
const DISCUSSIONS = `query RelcommsDiscussions($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    id hasDiscussionsEnabled
    discussionCategories(first: 25) { nodes { id name slug } }
    discussions(first: 50, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { id url body author { __typename login } }
    }
  }
}`;

const ANSWERS = `query RelcommsDiscussionAnswers($id: ID!) {
  node(id: $id) {
    ... on Discussion { comments(last: 50) { nodes { id url body author { __typename login } } } }
  }
}`;

export interface FoundText {
  readonly id: string;
  readonly url: string;
}

interface RawText extends FoundText {
  readonly body: string;
  readonly author: Author | null;
}

export interface DiscussionPlace {
  readonly repositoryId: string;
  readonly enabled: boolean;
  readonly categories: readonly { readonly id: string; readonly name: string; readonly slug: string }[];
  /** The discussion with the key, where it was written before. */
  readonly own: FoundText | undefined;
}

export async function findDiscussions(world: World, key: string): Promise<DiscussionPlace> {
  const { owner, repo: name } = world.github;
  const { repository } = (await world.github.graphql(DISCUSSIONS, { owner, name })) as {
    repository: {
      id: string;
      hasDiscussionsEnabled: boolean;
      discussionCategories: { nodes: DiscussionPlace['categories'] };
      discussions: { nodes: RawText[] };
    };
  };
  return {
    repositoryId: repository.id,
    enabled: repository.hasDiscussionsEnabled,
    categories: repository.discussionCategories.nodes,
    own: ownOf(world, repository.discussions.nodes, key),
  };
}

/** The answer with the key below a discussion; throws where that is gone. */
export async function findAnswer(world: World, id: string, key: string): Promise<FoundText | undefined> {
  const { node } = (await world.github.graphql(ANSWERS, { id })) as {
    node: { comments: { nodes: RawText[] } };
  };
  return ownOf(world, node.comments.nodes, key);
}

function ownOf({ setting }: World, texts: readonly RawText[], key: string): FoundText | undefined {
  return texts.find(
    ({ author, body }) => setting.accounts.includes(loginOf(author) ?? '') && readMarker(body) === key,
  );
}
