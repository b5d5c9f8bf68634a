// A tracking issue that people close before its time asks once whether to close its tasks, milestone and pin as well.
import { dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredIssue } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { CLOSE_ANSWERED, CLOSE_ASKED, waitsForClose } from '../../../memory/close-question.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import type { DutyAnswer } from '../../duty.ts';
import { hearCommands } from '../answer/hear.ts';
import type { Input } from '../input.ts';
import { milestoneFor } from '../labels-and-milestone.ts';
import { render } from '../render.ts';
import { skip } from '../skip.ts';
import { entryKey } from '../stage.ts';
import { closedAll, openTasks } from './left-open.ts';
import { type Rest, renderCloseQuestion } from './render-close-question.ts';

export function closedByHand(release: Release, found: OwnIssue, input: Input): DutyAnswer {
  const left = skip(release, render.closedByHand(found.number));
  const rest = restOf(release, found, input);
  if (waitsForClose(found)) return { ...left, ...answered(release, found, rest, input) };
  const has = (name: string): boolean =>
    found.ledger?.entries.some(({ key }) => key === entryKey(release, name)) === true;
  // A cycle that began before relcomms asked this ends as it began.
  const isAsked = has(CLOSE_ASKED) || !has('welcome') || found.stateBy !== 'people';
  if (isAsked || (rest.tasks.length === 0 && !rest.hasMilestone && !rest.isPinned)) return left;
  const key = entryKey(release, CLOSE_ASKED);
  const issue = trackingKey(release);
  const why = render.whyCloseQuestion();
  const body = renderCloseQuestion(release, rest);
  return {
    ...left,
    desired: [
      { kind: 'comment', issue, key, entry: key, body, why },
      entry(release, CLOSE_ASKED, render.closeAskedEntry(), input),
    ],
  };
}

function restOf(release: Release, found: OwnIssue, input: Input): Rest {
  const { githubMilestones, pins } = input.observed;
  return {
    tasks: openTasks(release, input),
    hasMilestone:
      input.config.milestone &&
      githubMilestones.some(({ title, state }) => title === release.version && state === 'open'),
    isPinned: pins.includes(found.number),
  };
}

const ONLY_CLOSE = /^\/release\s+close\s*$/i;

/** Of all commands this one alone means something here. */
function answered(release: Release, found: OwnIssue, rest: Rest, input: Input): Partial<DutyAnswer> {
  const said = hearCommands({
    release,
    context: input,
    issues: input.observed.ownIssues,
    comments: input.observed.commands.filter(
      ({ issue, lines }) => issue === found.key && lines.every((line) => ONLY_CLOSE.test(line)),
    ),
    refusals: input.refusals ?? [],
    state: { done: new Set(), status: () => '', audit: () => '', mine: () => '', asksToClose: true },
  });
  const closing = said.closes === true ? closingOf(release, found, rest, input) : [];
  return { desired: [...said.desired, ...closing], refusals: said.refusals };
}

function closingOf(release: Release, found: OwnIssue, rest: Rest, input: Input): Desired[] {
  const closing = entryKey(release, CLOSE_ANSWERED);
  const why = render.whyAskedToClose();
  const pinned: DesiredIssue = {
    kind: 'issue',
    key: found.key,
    title: found.title,
    // It is closed already, and stays as it is.
    body: { key: found.key, parts: [] },
    labels: [],
    assignees: [],
    pin: false,
    unpin: true,
    state: 'closed',
    closing,
    why,
    whyBody: why,
    whyClosed: why,
  };
  return [
    ...closedAll(rest.tasks, { kind: 'by-hand' }, { closing, why }),
    ...(rest.hasMilestone ? [{ ...milestoneFor(release), closing, why }] : []),
    pinned,
    entry(release, CLOSE_ANSWERED, render.closeAnsweredEntry(rest.tasks.length), input),
  ];
}

function entry(release: Release, name: string, text: string, { now }: Input): Desired {
  const day = dayAt(now, release.timezone);
  const key = entryKey(release, name);
  return { kind: 'entry', issue: trackingKey(release), key, day, text, why: render.whyLedger() };
}
