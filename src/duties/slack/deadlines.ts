// Notices before deadlines: a week before RC1 at the latest, with all dates that follow (Y3, Y10, Y14, Y15).
import type { Instant } from '../../domain/day.ts';
import { MOST_TRIES } from '../../domain/outbox.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { isCandidate, isFirstCandidate } from '../../schedule/milestone-kind.ts';
import { askSeen, withAsk } from './ask-seen.ts';
import { callAt } from './calls.ts';
import { type DueName, dueName, partOf, partsOf } from '../../notices/due-names.ts';
import { rowsAt } from '../../notices/rows-at.ts';
import { noticeKey, rowsOf } from '../../notices/rows.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { renderDue, renderSeveralDue } from './render-due.ts';
import { render } from './render.ts';
import type { Place } from '../../notices/places.ts';
import { PINNED, announced, daysOf } from './told-dates.ts';
import { type Stage, type Window, stagesOf } from '../../notices/window.ts';

/** Most deadlines of one message. */
const MOST = 6;

/** One message to a place for all deadlines that it has to hear of now: after days without runs these are several. */
export function deadlineMessages(subject: Subject, places: readonly Place[]): Message[] {
  const all = announced(subject).flatMap((milestone) => duesOf(milestone, subject));
  return places.flatMap((place) => {
    const now = all.filter(({ stage }) => isNow(stage, subject) && needs(subject, place, stage));
    return together(subject, place, now).map((told) => messageFor(subject, told, place));
  });
}

interface Due {
  readonly milestone: Milestone;
  readonly stage: Stage;
}

function duesOf(milestone: Milestone, { input, release }: Subject): Due[] {
  const stages = stagesOf(milestone, input.config.notice, release, input.source.spec.holidays);
  return stages.map((stage) => ({ milestone, stage }));
}

function isNow({ from, until }: Stage, { now }: Subject): boolean {
  return from <= now && now < until;
}

type Dues = readonly [Due, ...Due[]];

/** What was begun keeps its name, and so its row in the record; the rest goes into one message. */
function together(subject: Subject, place: Place, now: readonly Due[]): Dues[] {
  const begun = rowsAt(subject, place).map(({ name }) => name);
  const whole = begun.map((name) => wholeOf(partsOf(name), now));
  const covered = new Set(begun.flatMap(partsOf));
  const rest = now.filter((due) => !covered.has(partOf(nameOf(due))));
  const alone = rest.filter((due) => begun.includes(dueName([nameOf(due)])));
  const fresh = rest.filter((due) => !alone.includes(due)).slice(0, MOST);
  const groups: readonly (readonly Due[])[] = [...whole, ...alone.map((due) => [due]), fresh];
  return groups.filter(isFilled);
}

/** Nothing where it is no longer time for all of them. */
function wholeOf(parts: readonly string[], now: readonly Due[]): Due[] {
  const found = parts.flatMap((part) => now.find((due) => partOf(nameOf(due)) === part) ?? []);
  return found.length === parts.length ? found : [];
}

function isFilled(dues: readonly Due[]): dues is Dues {
  return dues.length > 0;
}

function nameOf({ milestone, stage }: Due): DueName {
  return { milestone: milestone.id, day: milestone.day, stage: stage.name };
}

function messageFor(subject: Subject, dues: Dues, place: Place): Message {
  const [first, ...more] = dues;
  const milestones = dues.map(({ milestone }) => milestone);
  const follow = milestones
    .flatMap((milestone) => followers(milestone, subject.release))
    .filter((one, index, all) => all.indexOf(one) === index && !milestones.includes(one));
  const { title, lines } =
    more.length === 0
      ? renderDue(subject, first.milestone, follow)
      : renderSeveralDue(subject, milestones, follow);
  const [call = []] = dues
    .map(({ stage }) => callAt(subject, place, stage.name))
    .filter((called) => called.length > 0);
  return {
    name: dueName([nameOf(first), ...more.map(nameOf)]),
    place,
    window: windowOf(dues),
    title,
    lines: [...call, ...withAsk(lines, askSeen(subject, milestones, place))],
    tells: daysOf([...milestones, ...follow]),
    why: more.length === 0 ? render.whyDue(first.milestone) : render.whySeveralDue(dues.length),
  };
}

/** While it is time for all of them. */
function windowOf(dues: Dues): Window {
  const from = Math.max(...dues.map(({ stage }) => stage.from)) as Instant;
  return { from, until: Math.min(...dues.map(({ stage }) => stage.until)) as Instant };
}

/** RC1's notice tells of the later candidates and of the release, too. */
function followers(milestone: Milestone, { milestones, version }: Release): Milestone[] {
  if (!isFirstCandidate(milestone, version)) return [];
  return milestones.filter(
    (one) => one.day > milestone.day && (one.id === 'release' || isCandidate(one, version)),
  );
}

/**
 * The message with all dates comes first, and what it told within the stage is not told again. One of which nobody
 * will ever know whether it arrived holds nothing up.
 */
function needs(subject: Subject, place: Place, stage: Stage): boolean {
  const row = rowsOf(subject.tracking).get(noticeKey(subject, PINNED, place.slug));
  if (row === undefined || row.at >= stage.from) return false;
  return (
    row.sent !== undefined || row.unsure === true || (row.failed === undefined && row.tries >= MOST_TRIES)
  );
}
