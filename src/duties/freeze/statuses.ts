// The commit statuses of open pull requests: what each should say, and which of them are written in this run.
import type { Skip } from '../../domain/desired.ts';
import type { DesiredStatus } from '../../domain/desired-status.ts';
import type { ListedPull } from '../../domain/pull.ts';
import { CONTEXT, DUTY, type FreezeInput } from './input.ts';
import { render } from './render.ts';
import { renderStatus } from './render-status.ts';
import { type Verdict, isHeld } from './verdict.ts';

/** Statuses that a run writes: nobody can make it write all day. */
const MOST = 50;

export interface Judged {
  readonly pull: ListedPull;
  readonly verdict: Verdict;
}

export function statusesOf(
  judged: readonly Judged[],
  input: FreezeInput,
): { readonly desired: readonly DesiredStatus[]; readonly skips: readonly Skip[] } {
  const wanted = judged.flatMap((one) => wantedOf(one, input) ?? []);
  const ordered = wanted.toSorted(moreUrgent);
  const left = ordered.length - MOST;
  return {
    desired: ordered.slice(0, MOST),
    skips: [
      ...unread(judged),
      ...(left > 0 ? [{ duty: DUTY, what: render.statuses(left), why: render.whyLeft(MOST) }] : []),
    ],
  };
}

/** What holds a pull request up comes first, and of those the newest. */
function moreUrgent(a: DesiredStatus, b: DesiredStatus): number {
  return Number(a.state === 'success') - Number(b.state === 'success') || b.pull - a.pull;
}

/** Nothing where it says so already, or where nobody knows what it says. */
function wantedOf({ pull, verdict }: Judged, { config, now }: FreezeInput): DesiredStatus | undefined {
  if (!pull.status.known) return undefined;
  const { value } = pull.status;
  const state = stateOf(verdict);
  // What was never frozen needs no status, and one that says success need not say why.
  if (verdict.kind === 'open' && (value === undefined ? !config.always : value.state === 'success'))
    return undefined;
  const description = renderStatus(verdict, config, now);
  if (value?.state === state && value.description === description) return undefined;
  return {
    kind: 'status',
    pull: pull.number,
    context: CONTEXT,
    state,
    description,
    why: render.why(verdict),
  };
}

function stateOf(verdict: Verdict): DesiredStatus['state'] {
  if (!isHeld(verdict)) return 'success';
  return verdict.exception === 'pending' ? 'pending' : 'failure';
}

/** Each reason once. */
function unread(judged: readonly Judged[]): Skip[] {
  const whys = judged.flatMap(({ pull: { status } }) => (status.known ? [] : [status.why]));
  return [...new Set(whys)].map((why) => ({
    duty: DUTY,
    what: render.statuses(whys.filter((one) => one === why).length),
    why,
  }));
}
