// Who gets no pings, by person and release: opted out or away in the config, or muted by a command. Nobody else decides it.
import type { CommandBook } from '../commands/book.ts';
import type { CommandComment } from '../domain/command-comment.ts';
import type { Known } from '../domain/known.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { Release } from '../domain/release.ts';
import { trackingKey } from '../memory/tracking-key.ts';
import { type Clock, type DaysAway, isAway } from './away.ts';
import { type SaidMutes, mutesSaid } from './said-mutes.ts';

/** Whether a person, in any spelling, is neither mentioned nor assigned nor messaged about a release. */
export type IsQuiet = (login: string, version: string) => boolean;

export interface Quiet {
  readonly isQuiet: IsQuiet;
  /** Whoever muted any release is quiet about what belongs to none. */
  readonly isQuietAnywhere: (login: string) => boolean;
  /** Logins of those who muted a release, after the commands of this run, sorted: what the next run has to know. */
  readonly mutedIn: (version: string) => readonly string[];
}

interface QuietPerson {
  readonly optOut?: boolean | undefined;
  /** IANA zone. */
  readonly timezone?: string | undefined;
  readonly away?: readonly DaysAway[] | undefined;
}

export interface QuietFacts {
  /** The people of the config, by login. */
  readonly people: Readonly<Record<string, QuietPerson>>;
  readonly clock: Clock;
  readonly releases: readonly Pick<Release, 'version' | 'roles' | 'roleTeams'>[];
  /** Our issues, whose logs remember who muted. While they are unknown everybody counts as quiet (P8). */
  readonly issues: Known<readonly OwnIssue[]>;
  /** Comments with commands that carry no answer yet. */
  readonly commands: readonly CommandComment[];
  /** The commands of the duties of the run. */
  readonly book: CommandBook;
}

export function quietOf({ people, clock, releases, issues, commands, book }: QuietFacts): Quiet {
  const isQuietByConfig = quietByConfig(people, clock);
  if (!issues.known) return { isQuiet: () => true, isQuietAnywhere: () => true, mutedIn: () => [] };
  const isUnsure = unsureIn(issues.value);
  const muted = new Map(
    releases.map((release) => {
      const tracking = issues.value.find(({ key }) => key === trackingKey(release));
      const before = tracking?.ledger?.state?.muted ?? [];
      return [release.version, mutedNow(before, mutesSaid(commands, release, book))];
    }),
  );
  const names = new Map([...muted].map(([version, logins]) => [version, lowered(logins)]));
  const anywhere = lowered([...muted.values()].flat());
  return {
    isQuiet: (login, version) =>
      isQuietByConfig(login) ||
      isUnsure(version) ||
      (names.get(version) ?? anywhere).has(login.toLowerCase()),
    isQuietAnywhere: (login) => isQuietByConfig(login) || isUnsure() || anywhere.has(login.toLowerCase()),
    mutedIn: (version) => muted.get(version) ?? [],
  };
}

/** Whether the log of a release may hold who muted it, and could not be read; without a version: that of any. */
function unsureIn(issues: readonly OwnIssue[]): (version?: string) => boolean {
  const logs = issues.filter(({ unsure }) => unsure !== undefined);
  return (version) =>
    logs.some(({ key }) => version === undefined || key.startsWith('?/') || key === trackingKey({ version }));
}

/** Before anything was looked at only the config is known. */
export function quietBefore({ people, clock }: Pick<QuietFacts, 'people' | 'clock'>): Quiet {
  const isQuiet = quietByConfig(people, clock);
  return { isQuiet, isQuietAnywhere: isQuiet, mutedIn: () => [] };
}

function quietByConfig(people: QuietFacts['people'], clock: Clock): (login: string) => boolean {
  const names = lowered(
    Object.entries(people).flatMap(([login, person]) =>
      person.optOut === true || isAway(person, clock) ? [login] : [],
    ),
  );
  return (login) => names.has(login.toLowerCase());
}

/** Those who are muted after what was said, in order of their names. */
function mutedNow(before: readonly string[], said: SaidMutes): string[] {
  const kept = before.filter((login) => !said.has(login.toLowerCase()));
  const added = [...said.values()].flatMap(({ login, on }) => (on ? [login] : []));
  return [...new Set([...kept, ...added])].toSorted();
}

function lowered(logins: readonly string[]): ReadonlySet<string> {
  return new Set(logins.map((login) => login.toLowerCase()));
}
