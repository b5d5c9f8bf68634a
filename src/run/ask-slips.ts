// Which open pull requests a run reads to answer their checkboxes: those of ours that its first request listed.
import type { Questions } from '../domain/questions.ts';
import { ownAccounts } from '../github/accounts.ts';
import type { Start } from '../github/config/read-config.ts';
import { SLIP_BRANCH } from '../text/own-branch.ts';

/** Most of them in one run; those that changed last come first. */
const MOST = 20;

/** Where nobody asks about them, or the list could not be read, nothing is asked. */
export function askSlips(
  questions: Questions,
  { pulls, viewer }: Pick<Start, 'pulls' | 'viewer'>,
  { app, path }: { readonly app: string; readonly path: string },
): Questions {
  if (questions.slipPulls === undefined || !pulls.known) return questions;
  const accounts = ownAccounts(viewer, app);
  const numbers = pulls.value
    .filter(
      ({ branch, fork, author }) =>
        !fork && branch.startsWith(SLIP_BRANCH) && accounts.includes(author ?? ''),
    )
    .map(({ number }) => number)
    .slice(0, MOST);
  const teams = (questions.commands ?? []).filter((name) => name.includes('/'));
  // In the order of their numbers: what changed last changes with every answer.
  return numbers.length === 0
    ? questions
    : {
        ...questions,
        slipPulls: numbers.toSorted((a, b) => a - b).map((number) => ({ number, path, teams })),
      };
}
