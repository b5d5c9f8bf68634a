// What a request spends, and how GitHub says that a limit is reached.
import type { Actor } from '../actor.ts';
import { ACTIONS_BOT } from '../emulator-seed.ts';
import type { JournalEntry } from '../request.ts';
import type { Answer } from '../rest/call.ts';
import type { Broken, Holder, Rate, Resource, Spending } from './budgets.ts';

const DOCUMENTATION = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api';

/** An installation has one budget, whichever token asks. */
export function holderOf({ account, grants, jwt }: Actor): Holder {
  const installation = grants?.installation;
  const name = installation === undefined ? (account?.login ?? jwt ?? '') : `installation ${installation}`;
  return { name, workflow: account?.login === ACTIONS_BOT };
}

/** Reading costs 1 of the minute's budget, writing 5. */
export function spendingOf({ path, write, points = 1, pieces }: JournalEntry): Spending {
  const resource: Resource = path === '/graphql' ? 'graphql' : 'core';
  const cost = resource === 'graphql' ? points : 1;
  return { resource, cost, weight: write ? 5 : 1, content: pieces };
}

/** By GraphQL the primary limit is an error of an answer with 200. A secondary limit names no time. */
export function limitAnswer(broken: Broken, { resource }: Spending, rate: Rate, holder: Holder): Answer {
  if (broken === 'secondary')
    return {
      status: 403,
      json: {
        message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        documentation_url: DOCUMENTATION,
      },
    };
  const message = `API rate limit exceeded for ${holder.name}.`;
  const headers = rateHeaders({ ...rate, remaining: 0 }, resource);
  return resource === 'graphql'
    ? { status: 200, headers, json: { errors: [{ type: 'RATE_LIMITED', message }] } }
    : { status: 403, headers, json: { message, documentation_url: DOCUMENTATION } };
}

export function rateHeaders(
  { limit, used, remaining, reset }: Rate,
  resource: Resource,
): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.ceil(reset / 1000)),
    'x-ratelimit-resource': resource,
  };
}
