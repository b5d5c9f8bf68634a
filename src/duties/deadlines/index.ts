// Announces milestones in time, once a week who has to do what, and what blocks the next milestone.
import { type Day, addDays, dayAt, mondayOf } from '../../domain/day.ts';
import type { Desired, Skip } from '../../domain/desired.ts';
import type { Release } from '../../domain/release.ts';
import { addWorkingDays, isWorkingDay } from '../../domain/working-days.ts';
import type { Duty } from '../duty.ts';
import { type DeadlinesConfig, deadlinesConfig, references } from './config.ts';
import { type Telling, comment, digest, entry } from './comments.ts';
import { digestHost } from './digest-host.ts';
import { DUTY, type DeadlinesInput, type Tracked, trackedReleases } from './input.ts';
import { type Announced, type LastWord, lastWordOn } from './last-word.ts';
import { noticesFor } from './notices.ts';
import { render } from './render.ts';
import { isRaised } from './stage.ts';
import { standingFor } from './standing.ts';
import { openTasks } from './tasks.ts';
import { timedNotices } from './timed-notices.ts';
import { BEGUN, digestName, noticeKey, toldNames } from './told.ts';
import { rows } from './rows.ts';

declare module '../duty.ts' {
  interface Told {
    /** Whether the last word on a gate was said: it mentions whoever was asked for something, as the digests do. */
    readonly lastWord: (announced: Announced) => LastWord;
  }
}

export const deadlinesDuty: Duty<DeadlinesConfig, 'ownIssues'> = {
  name: DUTY,
  title: 'Deadlines',
  description:
    'A weekly comment in the tracking issue that says who must do what. One more on the day of each freeze, release candidate, and release.',
  config: deadlinesConfig,
  references,
  needs: ['ownIssues'],
  leansOn: ['tracking-issue'],
  wakesOn: ['issues', 'issue_comment', 'push'],
  rows,
  tells: (config) => ({ lastWord: (announced) => lastWordOn(announced, config) }),
  timedNotices,
  asks: () => ({}),
  desire: (input) => {
    const open = trackedReleases(input);
    const [host] = open;
    return {
      desired: host === undefined ? [] : desiredFor(host.release, open, input),
      skips: open.flatMap(({ release }) =>
        release.milestones
          .filter((milestone) => isRaised(milestone, release, input.config))
          .map((milestone) => skip(release, render.raised(milestone))),
      ),
      standing: open.flatMap(({ release, tracking }) =>
        standingFor(release, openTasks(release, tracking, input), input),
      ),
    };
  },
};

/** All releases are told of in one place. */
function desiredFor(host: Release, open: readonly Tracked[], input: DeadlinesInput): Desired[] {
  const today = dayAt(input.now, host.timezone);
  const monday = mondayOf(today);
  const until = (lastUntil: Day, isShared = false): Telling[] =>
    open.map((tracked) => tellingOf(tracked, open, { today, lastUntil, isShared, input }));
  const first = until(today);
  const isNow = first.some(({ told }) => told.length > 0);
  // One comment a week beside the digest: it tells of the further gates of the week as well.
  const tellings = isNow ? until(addDays(monday, 6), true) : first;
  // Those of the next working day go along with what else is said today, and the further gates of the week with them;
  // the digest of the next week has its own.
  const early = addWorkingDays(today, 1, input.source.spec.holidays);
  const sunday = addDays(monday, 6);
  const isNext = early <= sunday && until(early).some(({ told }) => told.length > 0);
  const next = isNext ? until(sunday, true) : tellings;
  return [
    ...comment(
      host,
      next.flatMap(({ told }) => told),
      !isNow,
      input,
    ),
    ...digest(digestHost(open, input), tellings, today, input),
    ...tellings.flatMap((telling) => [...noted(telling, input), ...copied(telling, input)]),
  ];
}

interface Moment {
  /** The day of the host. */
  readonly today: Day;
  readonly lastUntil: Day;
  readonly isShared: boolean;
  readonly input: DeadlinesInput;
}

function tellingOf(tracked: Tracked, open: readonly Tracked[], { today, input, ...until }: Moment): Telling {
  const { names, elsewhere } = toldNames(tracked, open);
  const begins = !names.includes(BEGUN);
  const monday = mondayOf(today);
  const isDigested = names.includes(digestName(monday));
  const digesting = !isDigested && isWorkingDay(today, input.source.spec.holidays);
  const place = { names, digesting, sunday: addDays(monday, 6), ...until, input };
  return { ...tracked, ...noticesFor(tracked, place), elsewhere, begins, digesting };
}

/** A line for what the tracking issue says itself, and for the beginning of the watch. */
function noted({ release, known, begins }: Telling, input: DeadlinesInput): Desired[] {
  const names = [...(begins ? [BEGUN] : []), ...known.flatMap((notice) => notice.names)];
  return names.length === 0
    ? []
    : [entry(release, noticeKey(release, names), render.knownEntry(known, begins), input)];
}

/** What the log of another release says of this one, once it is there: that one is closed one day. */
function copied({ release, elsewhere }: Telling, input: DeadlinesInput): Desired[] {
  return elsewhere.length === 0
    ? []
    : [entry(release, noticeKey(release, elsewhere), render.copiedEntry(), input)];
}

function skip(release: Release, why: string): Skip {
  return { duty: DUTY, what: render.what(release), why };
}
