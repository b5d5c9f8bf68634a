// A GitHub of two functions, for tests of one read or one write; and the world in which a write is carried out.
import type { OwnIssue } from '../../src/domain/observed.ts';
import type { Channels } from '../../src/domain/outbox.ts';
import { type World, startWorld } from '../../src/github/apply/world.ts';
import type { GitHub } from '../../src/github/client.ts';

export interface Script {
  /** Answers a route of REST with its `data`, or rejects. */
  readonly request?: (route: string, given: never) => unknown;
  /** Answers a query, or rejects. */
  readonly graphql?: (query: string, variables: never) => unknown;
}

/** What is not scripted must not be asked. */
export function scriptedGitHub({ request = unasked, graphql = unasked }: Script): GitHub {
  return { owner: 'acme', repo: 'demo', request, graphql } as unknown as GitHub;
}

function unasked(what: string): never {
  throw new Error(`nobody answers ${what}`);
}

export interface Around extends Script {
  /** Logins that are ours. */
  readonly accounts?: readonly string[];
  /** Those that the look has shown; absent: they are unknown. */
  readonly issues?: readonly OwnIssue[];
  readonly channels?: Partial<Channels>;
}

/** A world in which nothing else is known. */
export function scriptedWorld({ accounts = [], issues, channels, ...script }: Around): World {
  const ownIssues = issues === undefined ? { known: false } : { known: true, value: issues };
  return startWorld(
    scriptedGitHub(script),
    { accounts } as never,
    { ownIssues, githubMilestones: { known: false } } as never,
    channels as Channels | undefined,
  );
}

/** What GraphQL throws where it could not read the part at a path and answered the rest. */
export function partialFailure(data: unknown, path: readonly (string | number)[], message: string): Error {
  return Object.assign(new Error(message), { data, errors: [{ message, path }] });
}
