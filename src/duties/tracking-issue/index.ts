// Keeps one tracking issue per release: its checklist, dates, people, tasks and state.
import type { Skip } from '../../domain/desired.ts';
import type { Release } from '../../domain/release.ts';
import type { Duty, DutyAnswer as Answer } from '../duty.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { toAssign } from './assignees.ts';
import { moversOf } from './boarding/movers.ts';
import { cast } from './cast.ts';
import { releaseCommands } from './answer/commands.ts';
import { RELEASE_PLACE } from './answer/place.ts';
import { type TrackingIssueConfig, trackingIssueConfig, references, texts } from './config.ts';
import { keepOpen } from './keep-open.ts';
import { labelNames } from './labels-and-milestone.ts';
import { leftBehind } from './left-behind.ts';
import { render } from './render.ts';
import { DUTY, skip } from './skip.ts';
import { waitsForClose } from '../../memory/close-question.ts';
import { answerBoxes } from './proposal/answer-boxes.ts';
import { closedByHand } from './finish/closed-by-hand.ts';
import { finish } from './finish/finish.ts';
import { isEnding, opensOn, stageOf } from './stage.ts';
import { holdersOf } from './tasks/task-issues.ts';
import type { Input, Needs } from './input.ts';
import { rows } from './rows.ts';
import { permissions } from './permissions.ts';

declare module '../duty.ts' {
  interface Told {
    /** Days before week 1 on which tracking issues are opened. */
    readonly opensBefore: number;
  }
}

export const trackingIssue: Duty<TrackingIssueConfig, Needs> = {
  name: DUTY,
  isDefault: true,
  title: 'Tracking issue',
  description: 'One issue per release with its dates and its checklist, current until the last week is over.',
  config: trackingIssueConfig,
  references,
  texts,
  needs: ['ownIssues', 'githubMilestones', 'labels', 'assignable', 'pins', 'commands', 'slipPulls'],
  wakesOn: [
    'issues',
    'issue_comment',
    'milestone',
    'pull_request',
    'push',
    'installation',
    'installation_repositories',
  ],
  permissions,
  rows,
  cast,
  panes: [{ id: 'issue', title: 'Tracking issue' }],
  places: [RELEASE_PLACE],
  commands: releaseCommands,
  tells: ({ openBefore }) => ({ opensBefore: openBefore }),
  asks: (context) => {
    const running = context.releases.filter((release) => stageOf(release, context) === 'open');
    const labels = context.config.tasks === 'none' ? [] : running.flatMap((release) => taskLabels(release));
    const people = running.flatMap((release) => [
      ...toAssign(release, context).map(({ login }) => login),
      ...holdersOf(release, context),
      ...moversOf(release).map(({ login }) => login),
    ]);
    const teams = running.flatMap((release) => Object.values(release.roleTeams ?? {}).flat());
    return {
      ownIssues: { keys: running.map(trackingKey) },
      labels: [...new Set([...running.flatMap((release) => labelNames(context, release)), ...labels])],
      githubMilestones: context.config.milestone
        ? [...running, ...context.releases.filter((release) => isEnding(release, context))].map(
            ({ version }) => version,
          )
        : [],
      assignable: [...new Set(people)],
      commands: [...new Set([...teams, ...running.flatMap(({ roles }) => Object.values(roles).flat())])],
    };
  },
  desire: (input) => {
    const answers = input.releases.map((release) => desireFor(release, input));
    const boxes = answerBoxes(input);
    return {
      desired: [...answers.flatMap((answer) => answer.desired), ...boxes.desired],
      skips: [...answers.flatMap((answer) => answer.skips), ...boxes.skips, ...skipsOf(input)],
      standing: answers.flatMap((answer) => answer.standing ?? []),
      refusals: answers.flatMap((answer) => answer.refusals ?? []),
    };
  },
};

/** Nothing is done with them: whether a version was renamed, people know. */
function skipsOf({ observed, releases }: Input): Skip[] {
  return leftBehind(observed.ownIssues, releases).map((left) => ({
    duty: DUTY,
    what: `#${left.number}`,
    why: render.leftBehind(left),
  }));
}

function desireFor(release: Release, input: Input): Answer {
  const stage = stageOf(release, input);
  const found = input.observed.ownIssues.find((issue) => issue.key === trackingKey(release));
  if (stage === 'before') return skip(release, render.notYet(opensOn(release, input.config)));
  if (found === undefined)
    return stage === 'open' ? keepOpen(release, undefined, input) : skip(release, render.over());
  if (waitsForClose(found)) return closedByHand(release, found, input);
  if (stage === 'over') {
    const answer = finish(release, found, input);
    return 'skip' in answer ? skip(release, answer.skip) : { desired: answer.desired, skips: [] };
  }
  if (found.state === 'closed') return closedByHand(release, found, input);
  return keepOpen(release, found, input);
}

function taskLabels(release: Release): string[] {
  const { tasks, weeks } = release;
  return [
    ...tasks.flatMap((task) => [...task.labels, ...(task.role === undefined ? [] : [`role/${task.role}`])]),
    ...weeks.map((week) => `week/${week.number}`),
  ];
}
