// From a case file to what should exist: its issue, its label, its comments and its lines in the log.
import { dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredIssue } from '../../../domain/desired.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { CaseMemory } from '../case/case-memory.ts';
import { entryOf } from '../case/keys.ts';
import { assigneesOf } from './assigned.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { logLine, noticesFor } from './notices.ts';
import { renderCase, renderCaseTitle } from './render-case.ts';
import { render } from './render.ts';

export interface CaseWishes {
  /** With what it remembers after this run. */
  readonly file: CaseFile;
  readonly desired: readonly Desired[];
}

export function wishesFor(file: CaseFile, setting: NoticeSetting): CaseWishes {
  if (file.kind === 'closed') return { file, desired: file.answered };
  const { memory, desired } = noticesFor(file, setting);
  const after = { ...file, memory };
  const { release, input } = setting;
  return {
    file: after,
    desired: [
      ...labels(setting),
      issueOf(after, memory, setting),
      logLine(after, ['opened'], render.openedEntry(after), release, input),
      ...assigneesOf(after, memory, setting).map(({ name, text }) =>
        logLine(after, name, text, release, input),
      ),
      ...(file.kind === 'close' && file.turned === undefined
        ? [logLine(after, [`closed-${memory.turn}`], render.closedEntry(after), release, input)]
        : []),
      ...desired,
      ...file.answered,
    ],
  };
}

function issueOf(file: CaseFile, memory: CaseMemory, setting: NoticeSetting): DesiredIssue {
  const { release, input, isQuiet } = setting;
  const { greenRuns, answerWithin } = input.config;
  const people = file.owner.people.filter((login) => !isQuiet(login));
  const today = dayAt(input.now, release.timezone);
  const opened = entryOf(file.key, 'opened');
  const isOpened = isNoted(opened, setting);
  const key = trackingKey(release);
  return {
    kind: 'issue',
    key: file.key,
    title: renderCaseTitle(file, release),
    body: renderCase(file, memory, { release, today, people, greenRuns, answerWithin }),
    labels: input.config.labels,
    assignees: assigneesOf(file, memory, setting).map(({ login, entry, why }) => ({ login, entry, why })),
    milestone: milestoneOf(setting),
    parent: isOpened ? undefined : { key, entry: opened },
    state: file.kind === 'close' ? 'closed' : 'open',
    reopen: file.kind === 'reopen',
    pin: false,
    why: render.whyCase(),
    whyBody: render.whyBody(),
    whyClosed: render.whyClosed(),
    whyReopened: render.whyReopened(),
    closing: file.kind === 'close' ? entryOf(file.key, `closed-${memory.turn}`) : undefined,
    answers: file.answers,
  };
}

/** That of the tracking issue, where it is the one of the release: no other was looked up. */
function milestoneOf({ tracking, input }: NoticeSetting): string | undefined {
  const title = tracking?.milestone;
  const known = input.observed.githubMilestones.map((milestone) => milestone.title);
  return title !== undefined && includes(known, title) ? title : undefined;
}

function includes(names: readonly string[], name: string): boolean {
  return names.some((other) => other.toLowerCase() === name.toLowerCase());
}

function isNoted(key: string, { tracking }: NoticeSetting): boolean {
  return tracking?.ledger?.entries.some((entry) => entry.key === key) === true;
}

function labels({ input }: NoticeSetting): Desired[] {
  return input.config.labels.map((name) => ({
    kind: 'label',
    name,
    color: render.labelColor(),
    description: render.labelDescription(),
    why: render.whyLabel(),
  }));
}
