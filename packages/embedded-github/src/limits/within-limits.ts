// Holds a request to the limits of who sends it, and says in the answer what is left.
import type { Actor } from '../actor.ts';
import type { JournalEntry } from '../request.ts';
import type { Answer } from '../rest/call.ts';
import { holderOf, limitAnswer, rateHeaders, spendingOf } from './answers.ts';
import type { Budgets } from './budgets.ts';

export interface Limited {
  /** Whether what breaks a limit is refused. */
  readonly limits: boolean;
  readonly budgets: Budgets;
}

/** Counts the request, and refuses it where a limit is reached. What people do by hand is free. */
export async function withinLimits(
  { budgets, limits }: Limited,
  actor: Actor,
  entry: JournalEntry,
  work: () => Promise<Answer | 'drop'>,
): Promise<Answer | 'drop'> {
  const holder = holderOf(actor);
  const spending = spendingOf(entry);
  const { resource } = spending;
  const counts = limits && !entry.byHand;
  const broken = counts ? budgets.spend(holder, spending) : undefined;
  if (broken !== undefined) return limitAnswer(broken, spending, budgets.rate(holder, resource), holder);
  const answer = await work();
  if (answer === 'drop') return answer;
  if (counts && answer.status === 304) budgets.giveBack(holder, spending);
  return {
    ...answer,
    headers: { ...rateHeaders(budgets.rate(holder, resource), resource), ...answer.headers },
  };
}
