// Tells people outside of GitHub what they must hear of a release: on Slack and by mail, each thing once.
import type { Desired, Skip } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { linesOf } from '../../domain/release-line.ts';
import { type Release, hasSections, isRunning } from '../../domain/release.ts';
import type { Duty, DutyAnswer } from '../duty.ts';
import { announceCommand, approveCommand } from './commands.ts';
import { type SlackConfig, slackConfig, references, texts } from './config.ts';
import { MESSAGES } from '../../domain/outbox.ts';
import { MESSAGES_RECORD } from '../../memory/messages-record.ts';
import { isBeginning } from '../welcomed.ts';
import { recordKey } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { skip, tell } from '../../notices/tell.ts';
import { render as noticeWords } from '../../notices/render.ts';
import type { SlackFact, SlackInput, Subject } from './input.ts';
import { messagesOf, placesTold, subjectOf } from './messages-of.ts';
import { waitingOf } from '../../notices/held.ts';
import { lapsed, reminders } from './reminders.ts';
import { render } from './render.ts';
import { spareRows } from '../../notices/spare-rows.ts';
import { unheardMessages } from './lacks.ts';
import { permissions } from './permissions.ts';
import { carriesOut } from './carries-out.ts';
import { withdrawCommand } from './withdraw-command.ts';
import { withdrawnIssues } from './withdrawn.ts';

declare module '../duty.ts' {
  interface Told {
    /** Messages go out, so people may answer by reacting to them. */
    readonly notices: boolean;
    /** Audiences that hear when a release is out. */
    readonly announces: readonly string[];
    /** Nothing is sent. */
    readonly isPaused: boolean;
    /** One channel in place of all others, for trials. */
    readonly mockChannel: string | undefined;
  }
}

const DUTY = 'slack';

export const slackDuty: Duty<SlackConfig, SlackFact> = {
  name: DUTY,
  title: 'Messages',
  description:
    'Messages on Slack and by email: a pinned one with all dates, reminders before deadlines, moved dates, work that waits for a team, and the news that the release is out.',
  config: slackConfig,
  references,
  texts,
  needs: ['ownIssues', 'commands', 'publications'],
  leansOn: ['tracking-issue'],
  lacks: unheardMessages,
  wakesOn: ['push', 'issue_comment', 'release'],
  permissions,
  carriesOut,
  panes: [
    { id: 'slack', title: 'Slack' },
    { id: 'outgoing', title: 'Sent email' },
  ],
  tells: ({ released, paused, mockChannel }) => ({
    notices: true,
    announces: released,
    isPaused: paused,
    mockChannel,
  }),
  commands: [announceCommand, approveCommand, withdrawCommand],
  asks: ({ releases, now }) => {
    const running = releases.filter((release) => isRunning(release, now));
    return {
      ownIssues: {
        // What is withdrawn is said there until it is written no more.
        keys: releases.filter((release) => hasSections(release, now)).map(trackingKey),
        records: running.map((release) => recordKey(trackingKey(release), MESSAGES)),
      },
      publications: running.flatMap((release) => linesOf(release).map(({ version }) => version)),
    };
  },
  desire: (input) => {
    const answers = input.releases
      .filter((release) => isRunning(release, input.now))
      .map((release) => desireFor(release, input));
    return {
      desired: [...withdrawnIssues(input), ...answers.flatMap(({ desired }) => desired)],
      skips: answers.flatMap(({ skips }) => skips),
    };
  },
};

/** Without a tracking issue there is no place to note what was sent: the next run has one. */
function desireFor(release: Release, input: SlackInput): DutyAnswer {
  const tracking = input.observed.ownIssues.find(({ key }) => key === trackingKey(release));
  if (tracking === undefined || tracking.state === 'closed') return { desired: [], skips: [] };
  if (input.config.paused) return { desired: [], skips: [skip({ duty: DUTY, release }, render.paused())] };
  const subject = subjectOf(release, tracking, input);
  const spare = spareRows(subject, placesTold(input));
  const messages = messagesOf(subject);
  const answers = messages.map((message) => tell(subject, message, spare));
  const waiting = messages.flatMap((message) => waitingOf(subject, message) ?? []);
  return {
    desired: [
      ...(messages.length > 0 ? begun(release, tracking, input) : []),
      ...answers.flatMap(({ desired }) => desired),
      ...waiting.flatMap((one) => reminders(one, subject)),
      ...lapsed(waiting, subject),
    ],
    skips: [...mistakes(subject), ...answers.flatMap(({ skips }) => skips)],
  };
}

/** The record of messages is begun before anybody follows the issue: later that would be an email for nothing. */
function begun(release: Release, tracking: OwnIssue, { now }: SlackInput): Desired[] {
  if (!isBeginning(release, tracking, now)) return [];
  const why = render.whyRecord();
  return [{ kind: 'record', issue: trackingKey(release), ...MESSAGES_RECORD, rows: {}, begins: true, why }];
}

function mistakes(subject: Subject): Skip[] {
  const { input } = subject;
  const { dates, released, press, digest } = input.config;
  const inside = [...dates, ...(digest === undefined ? [] : [digest.to])];
  const audiences = input.audiences ?? {};
  const unknown = [...inside, ...released, ...press].filter((name) => !Object.hasOwn(audiences, name));
  const external = inside.filter(
    (name) => Object.hasOwn(audiences, name) && audiences[name]?.reach === 'external',
  );
  return [
    ...[...new Set(unknown)].map((name) => skip(subject, noticeWords.unknownAudience(name))),
    ...[...new Set(external)].map((name) => skip(subject, render.noChannel(name))),
  ];
}
