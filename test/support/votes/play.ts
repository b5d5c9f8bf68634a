// Tells a story of a vote to the duty and to the model, run by run: what each of them says is votes and result.
import type { CommandComment } from '../../../src/domain/command-comment.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import type { VotesSeen } from '../../../src/domain/votes.ts';
import { isoInstant } from '../../../src/domain/day.ts';
import type { Instant } from '../../../src/domain/day.ts';
import type { GitHub } from '../../../src/github/client.ts';
import { unanswered } from '../../../src/github/facts/commands/unanswered.ts';
import type { Look } from '../../../src/github/facts/fact.ts';
import { votes as votesFact } from '../../../src/github/facts/votes.ts';
import { type VoteWorld, startVote, votesIn } from '../../duties/go-no-go/world.ts';
import { at as instant } from '../world.ts';
import { type Hub, happens, isProgram, newHub } from './hub.ts';
import { type Counted, modelOf } from './model.ts';
import type { Story } from './story.ts';

const OPENED = instant('2019-11-19T17:00:00Z');

export interface Told {
  readonly duty: readonly Counted[];
  readonly model: readonly Counted[];
}

export async function playStory(story: Story): Promise<Told> {
  const hub = newHub();
  const model = modelOf(story);
  const world = startVote(undefined, { rule: story.rule, slip: 'release' });
  const answered = new Set<number>();
  const told: { readonly duty: Counted[]; readonly model: Counted[] } = { duty: [], model: [] };
  for (const event of story.events) {
    happens(hub, event);
    if (event.kind !== 'run') continue;
    told.model.push(model.look(hub, event.at, event.sees));
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    told.duty.push(await runAt(event.at, event.sees, hub, world, answered));
  }
  return told;
}

async function runAt(
  seconds: number,
  sees: string,
  hub: Hub,
  world: VoteWorld,
  answered: Set<number>,
): Promise<Counted> {
  const commands = heard(hub, sees, answered);
  const look = {
    now: timeOf(seconds),
    said: commands,
    config: { people: [...hub.people], teams: ['api', 'web'] },
    teams: {
      api: { github: 'acme/api', paths: [], lead: 'dan', people: [...hub.api] },
      web: { github: 'acme/web', paths: [], lead: 'gus' },
    },
  };
  const votes = await seenBy(hub, sees, world.asked(look));
  const { standing } = world.run({ ...look, votes });
  for (const { commentId } of commands) answered.add(commentId);
  return sayingOf(
    world,
    standing.some(({ kind }) => kind === 'unknown-vote'),
  );
}

/** As a look finds them: those of a person, in their own words, that wear no answer of ours. */
function heard(hub: Hub, sees: string, answered: ReadonlySet<number>): CommandComment[] {
  const raw = [...hub.comments.values()].map(({ id, by, text, at, editedAt, editor }) => ({
    id: `IC_${id}`,
    databaseId: id,
    body: text,
    createdAt: timeOf(at),
    lastEditedAt: editedAt === undefined ? null : timeOf(editedAt),
    authorAssociation: 'NONE',
    author: { __typename: isProgram(by) ? 'Bot' : 'User', login: by },
    editor: editor === undefined ? null : { __typename: 'User', login: editor },
    reactionGroups: answered.has(id) ? [{ content: 'THUMBS_UP', viewerHasReacted: true }] : [],
  }));
  return unanswered(raw)
    .filter(({ commentId }) => sees !== 'some-comments' || commentId % 2 === 1)
    .map((comment) => {
      const isIn = sees !== 'no-team' && hub.web.has(comment.author.toLowerCase());
      const teams = { member: isIn ? ['acme/web'] : [], unknown: sees === 'no-team' ? ['acme/web'] : [] };
      return { ...comment, issue: '1.0.0/tracking-issue', number: 1, permission: 'read', teams };
    });
}

/** By the fact itself, from what GitHub's REST answers. */
async function seenBy(hub: Hub, sees: string, asked: ReturnType<VoteWorld['asked']>): Promise<VotesSeen> {
  const request = async (route: string): Promise<unknown> => {
    if (sees === (route.includes('/reactions') ? 'no-reactions' : 'no-team'))
      throw new Error('GitHub is down');
    const reactions = [...hub.reactions.values()].map(({ by, content, at }) => ({
      user: { login: by, type: isProgram(by) ? 'Bot' : 'User' },
      content,
      created_at: timeOf(at),
    }));
    return await Promise.resolve({ data: reactions });
  };
  const nodes = [...hub.web].map((login) => ({ login }));
  const organization = { team0: { members: { pageInfo: { hasNextPage: false }, nodes } } };
  const graphql = async (): Promise<unknown> => {
    if (sees === 'no-team') throw new Error('GitHub is down');
    return await Promise.resolve({ organization, repository: { id: 'R_1' } });
  };
  const github = { owner: 'acme', repo: 'demo', request, graphql } as unknown as GitHub;
  const look = {
    github,
    question: [() => asked],
    setting: { accounts: ['relcomms[bot]'] },
    found: {
      ownIssues: { known: true, value: [] as OwnIssue[] },
      unheard: { known: true, value: sees === 'some-comments' ? [{ what: '', why: '', mayVote: true }] : [] },
    },
  } as unknown as Look<'votes'>;
  const { votes } = await votesFact.read(look);
  if (!votes.known) throw new Error(votes.why);
  return votes.value;
}

function sayingOf({ records, lines }: VoteWorld, isUnknown: boolean): Counted {
  const words: Readonly<Record<string, string>> = { 'no vote yet': 'silent', 'not known': '?' };
  const text = lines();
  const votes = text.includes('The votes could not be read.')
    ? { all: '?' }
    : Object.fromEntries(Object.entries(votesIn(text)).map(([name, vote]) => [name, words[vote] ?? vote]));
  const kept = records[0]?.rows['result'] as { readonly result: string } | undefined;
  return { votes, result: kept?.result ?? (isUnknown ? '?' : undefined) };
}

function timeOf(seconds: number): string {
  return isoInstant((OPENED + seconds * 1000) as Instant);
}
