// Asks those who decide about exceptions: once for each request, several at a time, twice a week at most.
import { addDays, dayAt } from '../../../domain/day.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { Standing as InTheWay } from '../../../domain/standing.ts';
import type { Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { keyOf } from '../../../text/marker.ts';
import type { FreezeInput } from '../input.ts';
import { render } from '../render.ts';
import { askedPeople } from './deciders.ts';
import { type Step, entriesOf, standingOf } from './state.ts';

/** As many comments in seven days as anybody gets emails of. */
const MOST_A_WEEK = 2;

/** Requests that wait for a decision, of pull requests that are open, oldest first. */
export function waiting(steps: readonly Step[], { observed }: FreezeInput): Step[] {
  const open = new Set(observed.openPulls);
  return steps.filter(
    (step, index) =>
      step.verb === 'ask' &&
      open.has(step.pull) &&
      standingOf(step.pull, steps) === 'pending' &&
      steps.findLastIndex(({ pull }) => pull === step.pull) === index,
  );
}

export function askDeciders(release: Release, steps: readonly Step[], input: FreezeInput): Desired[] {
  const { config, now, observed, isQuiet } = input;
  const prefix = keyOf(release.version, 'exception-asked', '');
  const asked = entriesOf(release, observed.ownIssues).filter(({ key }) => key.startsWith(prefix));
  const last = Math.max(0, ...asked.map(({ key }) => Number(key.slice(prefix.length))));
  const untold = waiting(steps, input).filter(({ commentId }) => commentId > last);
  const newest = Math.max(0, ...untold.map(({ commentId }) => commentId));
  const people = askedPeople(release, config).filter((login) => !isQuiet(login, release.version));
  const today = dayAt(now, release.timezone);
  const ofLate = asked.filter(({ day }) => day > addDays(today, -7));
  if (untold.length === 0 || people.length === 0 || ofLate.length >= MOST_A_WEEK) return [];
  const key = `${prefix}${newest}`;
  const issue = trackingKey(release);
  const why = render.whyAsk();
  const pulls = untold.map(({ pull }) => pull);
  return [
    { kind: 'comment', issue, key, entry: key, body: render.ask(people, untold), why },
    { kind: 'entry', issue, key, day: today, text: render.askEntry(people, pulls), why },
  ];
}

/** Until they decide it is in the way, so that digest and report name it. */
export function undecided(release: Release, steps: readonly Step[], input: FreezeInput): InTheWay[] {
  const people = askedPeople(release, input.config);
  return waiting(steps, input).map(({ pull }) => ({
    release: release.version,
    kind: 'exception',
    key: `exception/${pull}`,
    severity: 'amber',
    milestone: 'release',
    text: render.standing(pull),
    owner: people.join(', '),
    asks: people,
  }));
}
