// Tells of messages that wait for an approval where they stand in the way.
import { type WaitingMessage, waitingOf } from '../../notices/held.ts';
import { type Release, isRunning } from '../../domain/release.ts';
import type { Standing } from '../../domain/standing.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty, DutyAnswer } from '../duty.ts';
import { type SlackConfig, slackConfig } from './config.ts';
import type { SlackFact, SlackInput, Subject } from './input.ts';
import { ownMessages, subjectOf } from './messages-of.ts';
import { waitingRows, render } from './render-waiting.ts';

/** A duty of its own before the report, which tells of what waits; messages are sent after it. */
export const waitingDuty: Duty<SlackConfig, SlackFact> = {
  name: 'waiting-messages',
  section: 'slack',
  title: 'Messages to approve',
  description: 'Messages that wait for an approval, on the first screen until somebody gives it.',
  config: slackConfig,
  needs: ['ownIssues', 'commands', 'publications'],
  wakesOn: ['issue_comment'],
  rows: waitingRows,
  asks: () => ({}),
  desire: (input) => {
    const answers = input.releases
      .filter((release) => isRunning(release, input.now) && !input.config.paused)
      .map((release) => answerFor(release, input));
    return {
      desired: answers.flatMap(({ desired }) => desired),
      skips: [],
      standing: answers.flatMap(({ standing }) => standing ?? []),
    };
  },
};

function answerFor(release: Release, input: SlackInput): DutyAnswer {
  const tracking = input.observed.ownIssues.find(({ key }) => key === trackingKey(release));
  if (tracking === undefined || tracking.state === 'closed') return { desired: [], skips: [] };
  const subject = subjectOf(release, tracking, input);
  const waiting = ownMessages(subject).flatMap((message) => waitingOf(subject, message) ?? []);
  return { desired: [], skips: [], standing: waiting.map((one) => standingOf(one, subject)) };
}

function standingOf(waiting: WaitingMessage, { release, now }: Subject): Standing {
  const { id, role, message } = waiting;
  const holders = release.roles[role] ?? [];
  return {
    release: release.version,
    kind: 'message',
    key: `message/${id}`,
    severity: message.window.until - now < LAST_DAY ? 'red' : 'amber',
    text: render.standing(waiting),
    owner: render.owner(role, holders),
    asks: holders,
  };
}

/** In milliseconds. */
const LAST_DAY = 24 * 3_600_000;
