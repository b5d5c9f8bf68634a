// The two comments of a week: what has to be said at once, and the digest; each with its line in the log.
import { type Day, addDays, dayAt, mondayOf } from '../../domain/day.ts';
import type { Desired, DesiredEntry } from '../../domain/desired.ts';
import type { Release } from '../../domain/release.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { DeadlinesInput, Tracked } from './input.ts';
import type { Notice, Notices } from './notices.ts';
import { render } from './render.ts';
import { renderAsks } from './render-asks.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotices } from './render-notice.ts';
import { asksOf, sharesOf } from './to-do.ts';
import { digestName, nameIn, noticeKey } from './told.ts';

/** One release, with what is to be told of it. */
export interface Telling extends Tracked, Notices {
  /** Names that only the log of another release has. */
  readonly elsewhere: readonly string[];
  /** Whether the watch begins with this run. */
  readonly begins: boolean;
  /** Whether the digest of this week is still to come, and may come today. */
  readonly digesting: boolean;
}

/** What has to be told at once, in one comment; or what may wait for its day. */
export function comment(
  host: Release,
  told: readonly Notice[],
  mayWait: boolean,
  input: DeadlinesInput,
): Desired[] {
  if (told.length === 0) return [];
  const key = noticeKey(
    host,
    told.flatMap(({ release, names }) => names.map((name) => nameIn(host, release, name))),
  );
  const isQuiet = (login: string, release: Release): boolean => input.isQuiet(login, release.version);
  const asks = told.flatMap(({ release, milestone }) =>
    asksOf(release, input, milestone.id).map((ask) => ({ release, ask })),
  );
  // What another issue tells at the same time does not stand above this.
  const alone = told.map((one) => (one.release === host ? one : { ...one, isTold: false }));
  const notices = renderNotices({ notices: alone, today: dayAt(input.now, host.timezone), isQuiet });
  const body = [notices, renderAsks(asks, isQuiet)].filter((part) => part !== '').join('\n\n');
  const why = render.whyNotice(told);
  return said(
    host,
    { key, body, mayWait, why, text: render.toldEntry(told), about: releasesOf(told) },
    input,
  );
}

/** Once a week, on its first working day on which somebody has something to do. */
export function digest(
  host: Release | 'wait',
  tellings: readonly Telling[],
  today: Day,
  input: DeadlinesInput,
): Desired[] {
  const due = tellings.filter(({ digesting }) => digesting);
  // An answer to a command may be that a task is done: the next run knows.
  const isWaiting = input.observed.ownIssues.some(({ commands }) => commands.length > 0);
  if (host === 'wait' || isWaiting || isBlind(today, input)) return [];
  const monday = mondayOf(today);
  const ahead = due.flatMap((telling) => telling.ahead);
  // No digest comes before the next working day: what is due on days off until then is named now.
  const next = addWorkingDays(addDays(monday, 6), 1, input.source.spec.holidays);
  const shares = sharesOf(due, ahead, addDays(next, -1), input);
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
    issueOf: ({ version }) => due.find(({ release }) => release.version === version)?.tracking.number ?? 0,
  });
  const why = render.whyDigest(shares);
  const text = render.digestEntry(monday, ahead);
  return said(host, { key, body, why, text, about: releasesOf(due) }, input);
}

interface Saying {
  readonly key: string;
  readonly body: string;
  readonly mayWait?: boolean;
  readonly why: string;
  /** Of the line in the log. */
  readonly text: string;
  readonly about: readonly Release[];
}

/** A comment in the issue of a release, and the line in its log. */
function said(
  host: Release,
  { key, body, mayWait, why, text, about }: Saying,
  input: DeadlinesInput,
): Desired[] {
  const issue = trackingKey(host);
  const versions = about.map(({ version }) => version);
  return [
    { kind: 'comment', issue, key, entry: key, body, about: versions, mayWait, why },
    { ...entry(host, key, text, input), ...seenBy(host, about) },
  ];
}

export function entry(release: Release, key: string, text: string, { now }: DeadlinesInput): DesiredEntry {
  const day = dayAt(now, release.timezone);
  return { kind: 'entry', issue: trackingKey(release), key, day, text, why: render.whyLedger() };
}

function releasesOf(all: readonly { readonly release: Release }[]): Release[] {
  return [...new Set(all.map(({ release }) => release))];
}

/** Whether something could not be read that it may have to name: the next run may. It waits no longer than that day. */
function isBlind(today: Day, { heard = [], told, source }: DeadlinesInput): boolean {
  const first = addWorkingDays(addDays(mondayOf(today), -1), 1, source.spec.holidays);
  return today === first && heard.some(({ name, why }) => name === told?.asksOnce && why !== undefined);
}

/** The logs of other releases show it, too: the run that writes it looks again and writes them. */
function seenBy(host: Release, releases: readonly Release[]): Pick<DesiredEntry, 'shown'> {
  return releases.every((release) => release === host) ? {} : { shown: true };
}
