// Looks at all repositories, and again at what failed: each installation and each repository fails alone.
import type { Probot } from 'probot';
import type { Instant } from '../domain/day.ts';
import { failureWords } from '../github/failure.ts';
import type { Hint } from './hint.ts';
import { listRepositories, repositoriesOf } from './list-repositories.ts';
import { isOfInstallation } from './refused-installation.ts';
import { type Failing, startTries } from './tries.ts';

export interface Rounds {
  /** Asks for a run on every repository of every installation, but not on what failed a moment ago. Never rejects. */
  all(): Promise<void>;
  /** Asks once more where something failed and its pause is over. Never rejects. */
  again(): Promise<void>;
  /** Whether the installation may be asked: it was not refused, or its pause is over. */
  mayRun(hint: Hint): boolean;
  /** A run broke off. */
  failed(hint: Hint, error: unknown): void;
  succeeded(hint: Hint): void;
  /** By the id of the installation. */
  readonly refused: ReadonlyMap<string, Failing>;
  /** How many repositories failed last time. */
  readonly broken: () => number;
}

/** The list of installations itself. */
const LIST = 'installations';

export interface RoundsOptions {
  readonly now: () => Instant;
  /** Lets a repository be looked at. */
  readonly ask: (hint: Hint) => void;
  /** Told in a line what could not be read: one installation, or the list of them. */
  readonly onUnread?: ((why: string) => void) | undefined;
}

/** Nothing has been looked at yet. */
export function startRounds(probot: Probot, { now, ask, onUnread }: RoundsOptions): Rounds {
  const list = startTries(now);
  const installations = startTries(now);
  const repositories = startTries(now);
  const hints = new Map<string, Hint>();
  const onRefused = (installation: number | string, failing: Failing): void => {
    probot.log.warn({ installation, times: failing.times }, refusedLine(installation, failing, now()));
    onUnread?.(failing.why);
  };
  const how = { tries: installations, onRefused };

  const isDue = (hint: Hint): boolean => repositories.mayTry(nameOf(hint));
  const refuse = (installation: number, error: unknown): void => {
    if (installations.mayTry(String(installation)))
      onRefused(installation, installations.failed(String(installation), failureWords(error)));
  };
  const all = async (): Promise<void> => {
    try {
      const found = await listRepositories(probot, how);
      list.succeeded(LIST);
      found.filter(isDue).forEach(ask);
    } catch (error) {
      onRefused('list', list.failed(LIST, failureWords(error)));
    }
  };

  return {
    all,
    again: async () => {
      if (list.failing.size > 0 && list.mayTry(LIST)) return await all();
      const refused = [...installations.failing.keys()].map(Number);
      (await repositoriesOf(probot, refused, how)).filter(isDue).forEach(ask);
      const broken = [...repositories.failing.keys()].filter((name) => repositories.mayTry(name));
      broken.flatMap((name) => hints.get(name) ?? []).forEach(ask);
    },
    mayRun: ({ installation }) => installations.mayTry(String(installation)),
    failed: (hint, error) => {
      if (isOfInstallation(error)) return refuse(hint.installation, error);
      hints.set(nameOf(hint), hint);
      repositories.failed(nameOf(hint), failureWords(error));
    },
    succeeded: (hint) => {
      hints.delete(nameOf(hint));
      repositories.succeeded(nameOf(hint));
    },
    refused: installations.failing,
    broken: () => repositories.failing.size,
  };
}

function nameOf({ owner, repo }: Hint): string {
  return `${owner}/${repo}`;
}

function refusedLine(installation: number | string, { why, until }: Failing, now: Instant): string {
  const minutes = Math.max(1, Math.round((until - now) / 60_000));
  const what = installation === 'list' ? 'the list of installations' : `installation ${installation}`;
  return `${what} can't be read: ${why}. It is tried again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
