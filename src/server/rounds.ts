// Looks at all repositories, and again at what failed: each installation and each repository fails alone.
import type { Probot } from 'probot';
import type { Instant } from '../domain/day.ts';
import { failureWords } from '../github/failure.ts';
import type { Hint } from './hint.ts';
import { activeInstallations, repositoriesOf } from './list-repositories.ts';
import { type LookStore, TICK, dueHints, memoryLooks, nameOf, oldLists } from './looks.ts';
import { isOfInstallation } from './refused-installation.ts';
import { type Failing, type Tries, startTries } from './tries.ts';

export interface Rounds {
  /** Asks for a run on every repository of every installation, but not on what failed a moment ago. Never rejects. */
  all(): Promise<void>;
  /** Asks for what its round has come for; to be called every minute. Never rejects. */
  due(): Promise<void>;
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
  /** Default: one in memory. */
  readonly looks?: LookStore;
}

/** Nothing has been looked at yet. */
export function startRounds(
  probot: Probot,
  { now, ask, onUnread, looks = memoryLooks() }: RoundsOptions,
): Rounds {
  const installations = startTries(now);
  const repositories = startTries(now);
  const hints = new Map<string, Hint>();
  const onRefused = (installation: number | string, failing: Failing): void => {
    probot.log.warn({ installation, times: failing.times }, refusedLine(installation, failing, now()));
    onUnread?.(failing.why);
  };
  const how = {
    tries: installations,
    onRefused,
    onListed: (id: number, found: readonly Hint[]) => looks.list(id, found.map(nameOf), now()),
  };
  const isDue = (hint: Hint): boolean => repositories.mayTry(nameOf(hint));
  const refuse = (installation: number, error: unknown): void => {
    if (installations.mayTry(String(installation)))
      onRefused(installation, installations.failed(String(installation), failureWords(error)));
  };
  const askAll = async (found: readonly Hint[]): Promise<void> => {
    const due = found.filter(isDue);
    for (const hint of due) {
      // oxlint-disable-next-line no-await-in-loop -- in memory it takes no time
      await looks.asked(hint.installation, [nameOf(hint)], now());
      ask(hint);
    }
  };
  const list = activeList({ probot, now, installations, onRefused });
  const all = async (): Promise<void> =>
    await askAll(await repositoriesOf(probot, (await list.read()) ?? [], how));

  return {
    all,
    due: async () => {
      const ids = await list.known();
      if (ids === undefined) return;
      await repositoriesOf(probot, await oldLists(looks, ids, now()), how);
      await askAll(await dueHints(looks, ids, now()));
    },
    again: async () => {
      if (list.isDue()) return await all();
      const refused = [...installations.failing.keys()].map(Number);
      await askAll(await repositoriesOf(probot, refused, how));
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

interface ActiveList {
  readonly probot: Probot;
  readonly now: () => Instant;
  /** Those of installations. */
  readonly installations: Tries;
  readonly onRefused: (installation: 'list', failing: Failing) => void;
}

/** The installations that are not suspended: asked for once in a tick, and again after pauses while that fails. */
function activeList({ probot, now, installations, onRefused }: ActiveList) {
  const tries = startTries(now);
  let active: { readonly ids: readonly number[]; readonly at: Instant } | undefined;
  const read = async (): Promise<readonly number[] | undefined> => {
    try {
      const ids = await activeInstallations(probot);
      tries.succeeded(LIST);
      active = { ids, at: now() };
      // One that is gone or suspended fails no longer.
      for (const name of installations.failing.keys())
        if (!ids.includes(Number(name))) installations.succeeded(name);
      return ids;
    } catch (error) {
      onRefused('list', tries.failed(LIST, failureWords(error)));
      return undefined;
    }
  };
  return {
    read,
    known: async () => {
      const isOld = active === undefined || now() - active.at >= TICK;
      return isOld && tries.mayTry(LIST) ? await read() : active?.ids;
    },
    /** It failed, and the pause is over. */
    isDue: () => tries.failing.size > 0 && tries.mayTry(LIST),
  };
}

function refusedLine(installation: number | string, { why, until }: Failing, now: Instant): string {
  const minutes = Math.max(1, Math.round((until - now) / 60_000));
  const what = installation === 'list' ? 'the list of installations' : `installation ${installation}`;
  return `${what} can't be read: ${why}. It is tried again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
