// Remembers of each repository whether it has a config and when it was last asked for, so that idle ones cost next to nothing.
import type { Instant } from '../domain/day.ts';
import type { RepositoryName } from '../github/client.ts';
import type { Hint } from './hint.ts';

/** What is known of one repository. */
export interface Look {
  /** When its round last asked for a run. */
  readonly asked: Instant;
  /** False when its last run found none. */
  readonly hasConfig: boolean;
}

/** By `owner/name`; undefined for one that was listed and never asked for. */
export type Looks = ReadonlyMap<string, Look | undefined>;

/** All of it can be lost: then everything is listed and looked at again. */
export interface LookStore {
  /** Installations that are listed, with when. */
  lists(): Promise<ReadonlyMap<number, Instant>>;
  /** The repositories that an installation has now; forgets others. */
  list(installation: number, names: readonly string[], at: Instant): Promise<void>;
  /** An installation that is there no more. */
  forget(installation: number): Promise<void>;
  of(installation: number): Promise<Looks>;
  asked(installation: number, names: readonly string[], at: Instant): Promise<void>;
  /** A run of it ended. */
  seen(installation: number, name: string, hasConfig: boolean, at: Instant): Promise<void>;
}

const MINUTE = 60_000;

/** How often a repository is looked at without a webhook; milliseconds. */
export const TICK = 15 * MINUTE;
export const DAY = 24 * 60 * MINUTE;

/** Which of these repositories a round has to ask for. */
export function dueIn(looks: Looks, now: Instant): string[] {
  return [...looks].flatMap(([name, look]) => {
    if (look === undefined) return [name];
    return isOver(look.asked, now, look.hasConfig ? TICK : DAY, name) ? [name] : [];
  });
}

/** The repositories of these installations that a round has to ask for. */
export async function dueHints(store: LookStore, ids: readonly number[], now: Instant): Promise<Hint[]> {
  const looks = await Promise.all(ids.map(async (id) => ({ id, names: dueIn(await store.of(id), now) })));
  return looks.flatMap(({ id, names }) =>
    names
      .flatMap((name) => namedBy(name) ?? [])
      .map((repository): Hint => ({ installation: id, ...repository, isTick: true })),
  );
}

/** Those of the installations whose repositories have not been listed for a day. */
export async function oldLists(store: LookStore, ids: readonly number[], now: Instant): Promise<number[]> {
  const lists = await store.lists();
  return ids.filter((id) => {
    const at = lists.get(id);
    return at === undefined || isOver(at, now, DAY, String(id));
  });
}

/**
 * Whether a new interval has begun since then. Each name has its own moment in it, so that not all come at once, and a
 * round that is late skips none.
 */
export function isOver(since: Instant, now: Instant, interval: number, name: string): boolean {
  const phase = spread(name) % interval;
  return Math.floor((now - phase) / interval) > Math.floor((since - phase) / interval);
}

/** The same number for the same name: FNV-1a. */
function spread(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

export function nameOf({ owner, repo }: RepositoryName): string {
  return `${owner}/${repo}`;
}

export function namedBy(name: string): RepositoryName | undefined {
  const [owner, repo] = name.split('/');
  return owner === undefined || repo === undefined ? undefined : { owner, repo };
}

/** A store in memory, for one process. */
export function memoryLooks(): LookStore {
  const lists = new Map<number, Instant>();
  const looks = new Map<number, Map<string, Look | undefined>>();
  const of = (installation: number): Map<string, Look | undefined> => {
    const found = looks.get(installation) ?? new Map<string, Look | undefined>();
    looks.set(installation, found);
    return found;
  };
  const look = (installation: number, name: string, hasConfig: boolean | undefined, asked: Instant): void => {
    const former = of(installation).get(name);
    of(installation).set(name, { asked, hasConfig: hasConfig ?? former?.hasConfig ?? true });
  };
  return {
    lists: () => Promise.resolve(lists),
    list: async (installation, names, at) => {
      lists.set(installation, at);
      looks.set(installation, new Map(names.map((name) => [name, of(installation).get(name)])));
    },
    forget: async (installation) => {
      lists.delete(installation);
      looks.delete(installation);
    },
    of: (installation) => Promise.resolve(of(installation)),
    asked: async (installation, names, at) => {
      for (const name of names) look(installation, name, undefined, at);
    },
    seen: async (installation, name, hasConfig, at) =>
      look(installation, name, hasConfig, of(installation).get(name)?.asked ?? at),
  };
}
