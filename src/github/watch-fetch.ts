// Watches the requests that really leave: plugins repeat some of them below every hook.
import type { Fetch } from '../http/fetch.ts';
import { type Budget, budgetIn } from './budget.ts';
import { type Limit, limitIn } from './limit-in.ts';

export interface Watcher {
  /** Called right before each try, with its number from 1. */
  readonly onSend: (attempt: number) => void;
  /** GitHub refused for one of its limits. */
  readonly onLimit: (limit: Limit) => void;
  /** Told with every answer that says what is left. */
  readonly onBudget: (budget: Budget) => void;
}

/** The same fetch, watched. */
export function watchFetch(fetch: Fetch, { onSend, onLimit, onBudget }: Watcher): Fetch {
  let attempt = 0;
  return async (url, request) => {
    attempt += 1;
    onSend(attempt);
    const response = await fetch(url, request);
    const limit = await limitIn(response);
    if (limit !== undefined) onLimit(limit);
    const budget = budgetIn(response.headers);
    if (budget !== undefined) onBudget(budget);
    return response;
  };
}
