// One thing that stands between a release and its next milestone, as the duty that knows of it says it.
import type { Instant } from './day.ts';

/** What things of one kind are called. */
export interface StandingWords {
  /** `Failing tests`, above a list of them. */
  readonly title: string;
  /** `failing test`, after the number 1. */
  readonly one: string;
  /** `failing tests`, after every other number. */
  readonly many: string;
}

/** A kind of things that may stand in the way, as the duty that knows of them declares it. */
export interface StandingKind extends StandingWords {
  /** `failing-test`: the `kind` of each such thing, unique over all duties. */
  readonly kind: string;
  /** Kinds are told from the lowest rank to the highest. */
  readonly rank: number;
  /** What they are called when all of them are red. */
  readonly red?: StandingWords;
  /** What they are called when the day of all of them is still to come. */
  readonly ahead?: StandingWords;
  /** The first screen of the tracking issue lists them: its report counts them. What a team owes is listed all the same. */
  readonly isOnTop?: boolean;
  /** Any duty may name such things, so that nothing is missed while this one is off. */
  readonly isShared?: boolean;
  /**
   * What their `milestone` means. `threatens`, the default: they make a gate of it. `belongs`: they only belong to it.
   * `is`: they say that it is near, and so is not said of the next gate itself.
   */
  readonly gate?: 'threatens' | 'belongs' | 'is';
}

/** A kind together with who knows of it. */
export interface StandingRow extends StandingKind {
  /** The duty without which nobody looks for them; absent where any may name them. */
  readonly knownBy?: string;
  /** The config section that switches that duty on. */
  readonly section?: string;
  /** Whether a preset of the config asks for that section, be it that the config switches it off again. */
  readonly isAsked?: boolean;
}

export interface Standing {
  /** Version of the release. */
  readonly release: string;
  /** That of a kind which a duty declares. */
  readonly kind: string;
  /** Deterministic, unique within the release: `test/api/…`, `pull/421`, `task/theme`. */
  readonly key: string;
  /** `red` holds the milestone up; `amber` will, when nothing happens. */
  readonly severity: 'red' | 'amber';
  /** Its day is still to come. */
  readonly isAhead?: boolean;
  /** Id of the milestone that it threatens. */
  readonly milestone?: string | undefined;
  /** Id of a team of the config that has to act. */
  readonly team?: string | undefined;
  /** One line of Markdown, already escaped, with its link. */
  readonly text: string;
  /** Who has to act, in one line of Markdown without live mentions, already escaped. */
  readonly owner: string;
  /** Logins and GitHub teams that have to act, as `acme/api`; absent: the people of its team. */
  readonly asks?: readonly string[] | undefined;
  /** What people were asked to do about it, and have not done yet: they want pings, and hear of it again. */
  readonly reminder?: StandingReminder | undefined;
  /** How many it stands for, a case file for each of its tests; absent: one. */
  readonly count?: number | undefined;
  /** Since when it stands, for the order. */
  readonly since?: Instant | undefined;
}

export interface StandingReminder {
  /** Logins, and GitHub teams as `acme/api`. */
  readonly names: readonly string[];
  /** What to do, in one line of Markdown that begins small, already escaped: `approve #20 … by Thu 5 Mar 2020`. */
  readonly text: string;
}

/** A duty that was asked what stands in the way. */
export interface HeardDuty {
  /** Its name: what no duty of the list knows of was not looked for. */
  readonly name: string;
  readonly title: string;
  /** Why it could not answer; absent when it did. */
  readonly why?: string | undefined;
  /** What it does not watch, though it is on. */
  readonly lacks?: readonly Lack[] | undefined;
}

/** Something that a section of the config does not do although it is on. All words are plain text. */
export interface Lack {
  /** Version of the release; absent: every one. */
  readonly release?: string | undefined;
  /** Kinds of rows that are not looked for; absent: all that the duty knows of. */
  readonly kinds?: readonly string[] | undefined;
  /** `1.14.0 has no branch`. */
  readonly why: string;
  /** `its failing tests are not watched`. */
  readonly lost: string;
  /** A sentence: `Add "branch" to the release.` */
  readonly fix: string;
  /** It was looked for and could not be read: it is unknown, and not unwatched. */
  readonly isUnread?: true | undefined;
}
