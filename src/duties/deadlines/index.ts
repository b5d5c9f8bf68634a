// Announces milestones in time, once a week who has to do what, and what blocks the next milestone.
import { type Day, addDays, dayAt, mondayOf } from '../../domain/day.ts';
import type { Desired, DesiredEntry, Skip } from '../../domain/desired.ts';
import type { Release } from '../../domain/release.ts';
import { addWorkingDays, isWorkingDay } from '../../schedule/working-days.ts';
import type { Duty } from '../duty.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { type DeadlinesConfig, deadlinesConfig, references } from './config.ts';
import { digestHost } from './digest-host.ts';
import { DUTY, type DeadlinesInput, type Tracked, trackedReleases } from './input.ts';
import { type Notice, type Notices, noticesFor } from './notices.ts';
import { render } from './render.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotices } from './render-notice.ts';
import { isRaised } from './stage.ts';
import { standingFor } from './standing.ts';
import { openTasks } from './tasks.ts';
import { sharesOf } from './to-do.ts';
import { BEGUN, digestName, isOpenedToday, nameIn, noticeKey, toldNames } from './told.ts';
import { rows } from './rows.ts';

export const deadlinesDuty: Duty<DeadlinesConfig, 'ownIssues'> = {
  name: DUTY,
  title: 'Deadlines',
  description:
    'A weekly comment in the tracking issue that says who must do what, and one more on the day of each freeze, release candidate, and release.',
  config: deadlinesConfig,
  references,
  needs: ['ownIssues'],
  leansOn: ['tracking-issue'],
  wakesOn: ['issues', 'issue_comment', 'push'],
  rows,
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

/** One release, with what is to be told of it. */
interface Telling extends Tracked, Notices {
  /** Names that only the log of another release has. */
  readonly elsewhere: readonly string[];
  /** Whether the watch begins with this run. */
  readonly begins: boolean;
  readonly opened: boolean;
  /** Whether the digest of this week is still to come, and may come today. */
  readonly digesting: boolean;
}

/** All releases are told of in one place. */
function desiredFor(host: Release, open: readonly Tracked[], input: DeadlinesInput): Desired[] {
  const today = dayAt(input.now, host.timezone);
  const monday = mondayOf(today);
  const until = (lastUntil: Day): Telling[] =>
    open.map((tracked) => tellingOf(tracked, open, { today, lastUntil, input }));
  const first = until(today);
  const isNow = first.some(({ told }) => told.length > 0);
  // One comment a week beside the digest: it tells of the further gates of the week as well.
  const tellings = isNow ? until(addDays(monday, 6)) : first;
  // Those of the next working day go along with what else is said today.
  const next = isNow ? tellings : until(addWorkingDays(today, 1, input.source.spec.holidays));
  return [
    ...comment(
      host,
      next.flatMap(({ told }) => told),
      !isNow,
      input,
    ),
    ...digest(digestHost(open, input), tellings, today, input),
    ...tellings.flatMap((telling) => [...noted(telling, monday, input), ...copied(telling, input)]),
  ];
}

interface Moment {
  /** The day of the host. */
  readonly today: Day;
  readonly lastUntil: Day;
  readonly input: DeadlinesInput;
}

function tellingOf(tracked: Tracked, open: readonly Tracked[], { today, lastUntil, input }: Moment): Telling {
  const { names, elsewhere } = toldNames(tracked, open);
  const begins = !names.includes(BEGUN);
  const opened = begins && isOpenedToday(tracked, input.now);
  const monday = mondayOf(today);
  const isDigested = names.includes(digestName(monday));
  const digesting = !isDigested && !opened && isWorkingDay(today, input.source.spec.holidays);
  const place = { names, opened, digesting, sunday: addDays(monday, 6), lastUntil, input };
  return { ...tracked, ...noticesFor(tracked, place), elsewhere, begins, opened, digesting };
}

/** What has to be told at once, in one comment; or what may wait for its day. */
function comment(host: Release, told: readonly Notice[], mayWait: boolean, input: DeadlinesInput): Desired[] {
  if (told.length === 0) return [];
  const key = noticeKey(
    host,
    told.flatMap(({ release, names }) => names.map((name) => nameIn(host, release, name))),
  );
  const body = renderNotices({
    notices: told,
    today: dayAt(input.now, host.timezone),
    isQuiet: (login, release) => input.isQuiet(login, release.version),
  });
  const why = render.whyNotice(told);
  return [
    { kind: 'comment', issue: trackingKey(host), key, entry: key, body, mayWait, why },
    {
      ...entry(host, key, render.toldEntry(told), input),
      ...seenBy(
        host,
        told.map(({ release }) => release),
      ),
    },
  ];
}

/** Once a week, on its first working day on which somebody has something to do. */
function digest(
  host: Release | 'wait',
  tellings: readonly Telling[],
  today: Day,
  input: DeadlinesInput,
): Desired[] {
  const due = tellings.filter(({ digesting }) => digesting);
  // An answer to a command may be that a task is done: the next run knows.
  const isWaiting = input.observed.ownIssues.some(({ commands }) => commands.length > 0);
  if (host === 'wait' || isWaiting) return [];
  const monday = mondayOf(today);
  const ahead = due.flatMap((telling) => telling.ahead);
  const shares = sharesOf(due, ahead, addDays(monday, 6), input);
  if (shares.length === 0) return [];
  const names = due.flatMap(({ release, ahead: notices }) =>
    [digestName(monday), ...notices.flatMap((notice) => notice.names)].map((name) =>
      nameIn(host, release, name),
    ),
  );
  const key = noticeKey(host, names);
  const body = renderDigest({
    releases: due.map(({ release }) => release),
    shares,
    ahead,
    today,
    now: input.now,
    isQuiet: (login, release) => input.isQuiet(login, release.version),
  });
  return [
    { kind: 'comment', issue: trackingKey(host), key, entry: key, body, why: render.whyDigest(shares) },
    {
      ...entry(host, key, render.digestEntry(monday, ahead), input),
      ...seenBy(
        host,
        due.map(({ release }) => release),
      ),
    },
  ];
}

/** A line for what the tracking issue says itself, and for the beginning of the watch. */
function noted({ release, known, begins, opened }: Telling, monday: Day, input: DeadlinesInput): Desired[] {
  const names = [
    ...(begins ? [BEGUN] : []),
    ...(opened ? [digestName(monday)] : []),
    ...known.flatMap((notice) => notice.names),
  ];
  return names.length === 0
    ? []
    : [entry(release, noticeKey(release, names), render.knownEntry(known, begins), input)];
}

/** The logs of other releases show it, too: the run that writes it looks again and writes them. */
function seenBy(host: Release, releases: readonly Release[]): Pick<DesiredEntry, 'shown'> {
  return releases.every((release) => release === host) ? {} : { shown: true };
}

/** What the log of another release says of this one, once it is there: that one is closed one day. */
function copied({ release, elsewhere }: Telling, input: DeadlinesInput): Desired[] {
  return elsewhere.length === 0
    ? []
    : [entry(release, noticeKey(release, elsewhere), render.copiedEntry(), input)];
}

function entry(release: Release, key: string, text: string, { now }: DeadlinesInput): DesiredEntry {
  const day = dayAt(now, release.timezone);
  return { kind: 'entry', issue: trackingKey(release), key, day, text, why: render.whyLedger() };
}

function skip(release: Release, why: string): Skip {
  return { duty: DUTY, what: render.what(release), why };
}
