// What becomes of a tracking issue after its last week: a summary, a hand-over, a proposal, and then it is closed.
import { addDays, dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredIssue } from '../../../domain/desired.ts';
import type { BodyDocument } from '../../../domain/issue-body.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { mergeBody } from '../../../body/merge-body.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { bodyFor } from '../body/body.ts';
import type { BodyInput } from '../body/body-input.ts';
import { type Doneness, doneness } from '../../done.ts';
import { lineCounts } from '../../line-counts.ts';
import { roleMoves } from '../boarding/role-moves.ts';
import { type HandOver, handOver } from './hand-over.ts';
import { elsewhere, handOverPlace } from './hand-over-place.ts';
import { type LeftOpen, leftOpen } from './left-open.ts';
import { proposeChecklist } from './propose-checklist.ts';
import { renderHandOver, renderPullMention } from './render-hand-over.ts';
import { stateFor } from '../remember.ts';
import { render } from '../render.ts';
import { milestoneFor } from '../labels-and-milestone.ts';
import { entryKey } from '../stage.ts';
import { carriedBy } from '../tasks/carried.ts';
import { allSteps } from '../tasks/steps.ts';
import { taskMemory } from '../tasks/task-memory.ts';
import type { Input } from '../input.ts';

/** What to do, or in words why nothing. */
export type Finish = { readonly desired: readonly Desired[] } | { readonly skip: string };

/**
 * Closes once: people who reopen the issue keep it open. An issue that is closed with our summary in it, but without
 * the line in the log, is one whose closing broke off; without the summary, people closed it before its time.
 */
export function finish(release: Release, found: OwnIssue, input: Input): Finish {
  const closed = found.state === 'closed';
  if (found.ledger?.entries.some(({ key }) => key === entryKey(release, 'closed')) === true)
    return { skip: closed ? render.finished() : render.reopenedByHand(found.number) };
  const carried = carriedBy(release, found, input);
  const state = doneness(release, found, input.observed.ownIssues, carried.fresh);
  const { done } = state;
  const memory = taskMemory(found.ledger?.state, done, NOTHING_SAID, lastDay(release, input));
  const skipped = new Set(Object.keys(memory.skipped));
  const body = summary(release, found, input, { ...state, skipped, carriedOut: carried.links });
  if (body === undefined) return { skip: render.noRoom() };
  if (closed && mergeBody(found.body, body) !== found.body) return { skip: render.closedEarly(found.number) };
  const left = leftOpen(release, found, input);
  const given = handOver(release, found, done, memory, input.source.spec.holidays);
  return {
    desired: [
      closing(release, found, body),
      ...left.desired,
      ...(input.config.milestone
        ? [{ ...milestoneFor(release), closing: entryKey(release, 'closed'), why: render.whyOver() }]
        : []),
      ...handedOver(release, found, input, { given, left }),
      {
        kind: 'entry',
        issue: trackingKey(release),
        key: entryKey(release, 'closed'),
        day: dayAt(input.now, release.timezone),
        text: render.closedEntry(release, done, skipped, elsewhere(release, input)),
        why: render.whyLedger(),
      },
      stateFor(release, {
        done,
        assigned: found.ledger?.state?.assigned ?? [],
        below: found.ledger?.state?.below ?? [],
        memory,
        carried,
        steps: {},
        blocked: {},
        muted: found.ledger?.state?.muted ?? [],
      }),
    ],
  };
}

/** Commands are answered while the cycle runs. */
const NOTHING_SAID = { done: new Map(), skipped: new Map() } as const;

/** What is found done after the end was done by the end: nobody looked in between. */
function lastDay({ end, timezone }: Release, { now }: Input) {
  const today = dayAt(now, timezone);
  return today < addDays(end, 1) ? today : end;
}

function summary(
  release: Release,
  found: OwnIssue,
  { now, observed: { ownIssues: issues } }: Input,
  { done, ticks, skipped, carriedOut }: Doneness & Pick<BodyInput, 'skipped' | 'carriedOut'>,
): BodyDocument | undefined {
  return bodyFor({
    release,
    now,
    today: release.end,
    done,
    skipped,
    carriedOut,
    ticks,
    links: new Map(),
    // Those that stand in the checklist stay there; none comes in.
    steps: allSteps({ release, tracking: found, issues, done, hasIssue: () => false, comes: () => true }),
    lines: lineCounts(release, issues, done),
    history: found.ledger?.entries ?? [],
    current: found.body,
    closed: true,
  });
}

function closing(release: Release, found: OwnIssue, body: BodyDocument): DesiredIssue {
  return {
    kind: 'issue',
    key: trackingKey(release),
    title: found.title,
    body,
    labels: [],
    assignees: [],
    pin: false,
    unpin: true,
    state: 'closed',
    closing: entryKey(release, 'closed'),
    why: render.whyOpen(release),
    whyBody: render.whySummary(),
    whyClosed: render.whyClosed(release),
  };
}

/** The pull request, if there is anything to propose, and the one comment that tells of all. */
function handedOver(
  release: Release,
  found: OwnIssue,
  input: Input,
  { given, left }: { readonly given: HandOver; readonly left: LeftOpen },
): Desired[] {
  const entry = entryKey(release, 'closed');
  const proposal = proposeChecklist({ release, context: input, given, tracking: found.number, entry });
  return [
    ...(proposal.kind === 'pull' ? [proposal.pull] : []),
    {
      kind: 'comment',
      issue: trackingKey(handOverPlace(release, input)),
      key: entryKey(release, 'hand-over'),
      entry,
      body: renderHandOver(release, given, proposal, left, roleMoves(release, input)),
      pull: renderPullMention(proposal),
      why: render.whyHandOver(),
    },
  ];
}
