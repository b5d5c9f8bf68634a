// What each token has used, and which of GitHub's documented limits the next request would break.

/** Milliseconds. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Of a person or an installation, and of a workflow's own token: requests and points of one hour each. */
const AN_HOUR = { other: 5_000, workflow: 1_000 } as const;

/**
 * The secondary limits. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * `rest`, `graphql`: points of a minute. `content`: what is made or changed of what people see.
 */
const SECONDARY = { rest: 900, graphql: 2_000, contentInAMinute: 80, contentInAnHour: 500 } as const;

export type Resource = 'core' | 'graphql';

/** One request. `cost`: of the hour's budget. `weight`: of the minute's. */
export interface Spending {
  readonly resource: Resource;
  readonly cost: number;
  readonly weight: number;
  /** How many things it makes or changes. */
  readonly content: number;
}

/** What is left of the hour's budget; `reset` in milliseconds since 1970. */
export interface Rate {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly reset: number;
}

export type Broken = 'primary' | 'secondary';

interface Account {
  readonly limit: number;
  begun: number;
  readonly used: Record<Resource, number>;
  /** Of the last hour, oldest first. */
  recent: readonly (Spending & { readonly at: number })[];
}

/** Who has a budget: an account, or an installation of the App. */
export interface Holder {
  readonly name: string;
  /** A workflow's own token has less. */
  readonly workflow: boolean;
}

export interface Budgets {
  /** Counts the request, and answers the limit that it breaks: what breaks one is refused, and not counted. */
  spend(holder: Holder, spending: Spending): Broken | undefined;
  /** A read that found nothing new costs nothing of the hour's budget. */
  giveBack(holder: Holder, spending: Spending): void;
  rate(holder: Holder, resource: Resource): Rate;
  clear(): void;
}

/** `now`: milliseconds since 1970. */
export function startBudgets(now: () => number): Budgets {
  const accounts = new Map<string, Account>();

  /** A new hour begins with the first request after the end of the last one. */
  function accountOf({ name, workflow }: Holder): Account {
    const found = accounts.get(name);
    const account = found ?? {
      limit: workflow ? AN_HOUR.workflow : AN_HOUR.other,
      begun: now(),
      used: { core: 0, graphql: 0 },
      recent: [],
    };
    if (found === undefined) accounts.set(name, account);
    if (now() >= account.begun + HOUR) {
      account.begun = now();
      account.used.core = 0;
      account.used.graphql = 0;
    }
    account.recent = account.recent.filter(({ at }) => at > now() - HOUR);
    return account;
  }

  return {
    spend(holder, spending) {
      const account = accountOf(holder);
      const { used, limit, recent } = account;
      if (used[spending.resource] + spending.cost > limit) return 'primary';
      if (isTooFast(recent, spending, now())) return 'secondary';
      used[spending.resource] += spending.cost;
      account.recent = [...recent, { ...spending, at: now() }];
      return undefined;
    },
    giveBack(holder, { resource, cost }) {
      accountOf(holder).used[resource] -= cost;
    },
    rate(holder, resource) {
      const { limit, used, begun } = accountOf(holder);
      return { limit, used: used[resource], remaining: limit - used[resource], reset: begun + HOUR };
    },
    clear: () => accounts.clear(),
  };
}

function isTooFast(recent: Account['recent'], { resource, weight, content }: Spending, now: number): boolean {
  const minute = recent.filter(({ at }) => at > now - MINUTE);
  const points = minute
    .filter((one) => one.resource === resource)
    .reduce((sum, one) => sum + one.weight, weight);
  if (points > (resource === 'core' ? SECONDARY.rest : SECONDARY.graphql)) return true;
  if (content === 0) return false;
  const written = (spent: Account['recent']): number =>
    spent.reduce((sum, one) => sum + one.content, content);
  return written(minute) > SECONDARY.contentInAMinute || written(recent) > SECONDARY.contentInAnHour;
}
