// The closing statement of a window: one comment after the deadline, made once, with what is in, what is out, and how to ask.
import { type Instant, addDays, dayAt } from '../../domain/day.ts';
import type { Desired, Skip } from '../../domain/desired.ts';
import type { Milestone } from '../../domain/release.ts';
import { LEADING_ROLES } from '../../commands/rights.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { keyOf } from '../../text/marker.ts';
import { uniqueNames } from '../../people/names.ts';
import { type CherryPicksInput, DUTY } from './input.ts';
import type { Picture } from './judge/picture.ts';
import { type Statement, entryText, renderStatement } from './render-statement.ts';
import { render } from './render.ts';
import { isClosed } from './window.ts';

/** Milliseconds for which the statement waits for what GitHub does not show. */
const PATIENCE = 24 * 3_600_000;

/** Days after which a statement would be news no more. */
const LATE = 7;

export function statementsOf(
  pictures: readonly Picture[],
  input: CherryPicksInput,
): { readonly desired: readonly Desired[]; readonly skips: readonly Skip[] } {
  const due = pictures.flatMap((picture) => {
    const { deadline } = picture.window;
    return deadline !== undefined && isDue(picture, deadline, input) ? [{ picture, deadline }] : [];
  });
  const isWaiting = ({ picture, deadline }: (typeof due)[number]): boolean =>
    picture.unread !== undefined && input.now < deadline.deadline + PATIENCE;
  return {
    desired: due
      .filter((one) => !isWaiting(one))
      .flatMap(({ picture, deadline }) => statement(picture, deadline, input)),
    skips: due.filter(isWaiting).map(({ picture }) => ({
      duty: DUTY,
      what: render.what(picture.window.release.version),
      why: render.waits(picture.unread ?? ''),
    })),
  };
}

/** Another day of the deadline is another window. */
export function statementKey(version: string, { day }: Milestone): string {
  return keyOf(version, DUTY, 'closed', day);
}

function isDue(
  { window }: Picture,
  deadline: Milestone,
  { now, observed, isNarrow }: CherryPicksInput,
): boolean {
  if (isNarrow === true || !isClosed(window, now)) return false;
  if (dayAt(now, deadline.zone) > addDays(deadline.day, LATE)) return false;
  const { version } = window.release;
  const tracking = observed.ownIssues.find(({ key }) => key === trackingKey(window.release));
  if (tracking?.state !== 'open' || tracking.ledger === undefined) return false;
  return tracking.ledger.entries.every(({ key }) => key !== statementKey(version, deadline));
}

function statement(picture: Picture, deadline: Milestone, input: CherryPicksInput): Desired[] {
  const { release } = picture.window;
  const issue = trackingKey(release);
  const key = statementKey(release.version, deadline);
  const why = render.whyClosed();
  const said = statementFrom(picture, deadline, input);
  return [
    { kind: 'comment', issue, key, entry: key, body: renderStatement(said, input), why },
    { kind: 'entry', issue, key, day: dayAt(input.now, release.timezone), text: entryText(said), why },
  ];
}

/** By the state at the deadline, as far as this look tells: what came later is told apart. */
export function statementFrom(picture: Picture, deadline: Milestone, input: CherryPicksInput): Statement {
  const { window, picked, missing, waiting, unsure, faulty, unread } = picture;
  const isBefore = (at: Instant): boolean => at < deadline.deadline;
  const asked = input.told?.exceptions?.(window.release);
  const { roles } = window.release;
  return {
    window,
    deadline,
    unread,
    picked: picked.filter(({ step }) => isBefore(step.at)),
    after: picked.filter(({ step }) => !isBefore(step.at)),
    missing: missing.filter(({ fix }) => isBefore(fix.mergedAt)),
    waiting: waiting.filter(({ pull }) => isBefore(pull.createdAt)),
    unsure,
    faulty: faulty.filter(({ isOpen }) => isOpen),
    exceptions: asked?.after.includes(deadline.id) === true ? asked.deciders : undefined,
    leads: uniqueNames(LEADING_ROLES.flatMap((lead) => roles[lead] ?? [])),
  };
}
