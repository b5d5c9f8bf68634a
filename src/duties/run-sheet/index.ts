// Follows release day by the hour: the run sheet in the tracking issue, its proofs, its late steps, and when each was done.
import { dayAt } from '../../domain/day.ts';
import type { Desired } from '../../domain/desired.ts';
import { MESSAGES } from '../../domain/outbox.ts';
import { linesOf } from '../../domain/release-line.ts';
import { type Release, hasSections } from '../../domain/release.ts';
import { recordKey } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { doneness } from '../done.ts';
import type { Duty, DutyAnswer } from '../duty.ts';
import { evidenceNames, isLookedFor, provenTasks } from '../proven.ts';
import { type RunSheetConfig, references, runSheetConfig } from './config.ts';
import { DUTY, type RunSheetFact, type RunSheetInput } from './input.ts';
import { lacksOf } from './lacks.ts';
import { lateMessages } from './late.ts';
import { doneKey, doneSteps } from './log.ts';
import { pane } from './pane.ts';
import { permissions } from './permissions.ts';
import { render } from './render.ts';
import { renderHeadline, renderSection } from './render-section.ts';
import { type Sheet, beginOf, endOf, firstDay, sheetOf, stepsOf } from './sheet.ts';
import { timedNotices } from './timed.ts';

export const runSheetDuty: Duty<RunSheetConfig, RunSheetFact> = {
  name: DUTY,
  title: 'Run sheet',
  description:
    'The tasks of release day in order, with time, owner, and proof, in the tracking issue. relcomms checks the box of a task whose `proof` is there, and names late steps in a channel.',
  config: runSheetConfig,
  references,
  needs: ['ownIssues', 'evidence'],
  leansOn: ['tracking-issue'],
  lacks: lacksOf,
  wakesOn: ['push', 'create', 'release', 'check_suite', 'issues', 'issue_comment'],
  permissions,
  panes: [pane],
  timedNotices,
  asks: ({ config, releases, now }) => {
    const shown = releases.filter((release) => hasSections(release, now));
    const looked = shown.map((release) => ({
      release,
      tasks: release.tasks.filter((task) => isLookedFor(task, release, now)),
    }));
    return {
      ownIssues: {
        keys: shown.map(trackingKey),
        records: shown
          .filter((release) => isFollowed(release, config, now))
          .map((release) => recordKey(trackingKey(release), MESSAGES)),
      },
      evidence: looked.flatMap(({ release, tasks }) => tasks.flatMap((task) => evidenceNames(task, release))),
      publications: looked.flatMap(({ release, tasks }) =>
        tasks.some(({ proof }) => proof?.release === true)
          ? linesOf(release).map(({ version }) => version)
          : [],
      ),
    };
  },
  desire: (input) => {
    const answers = input.releases
      .filter((release) => hasSections(release, input.now))
      .map((release) => desireFor(release, input));
    return {
      desired: answers.flatMap(({ desired }) => desired),
      skips: answers.flatMap(({ skips }) => skips),
    };
  },
};

/** From its first day to the end of the day after release day. */
function isFollowed(release: Release, { ahead }: RunSheetConfig, now: RunSheetInput['now']): boolean {
  return beginOf(release, ahead) <= now && now < endOf(release);
}

/** It stays there once it has begun; its line on the first screen goes with the day after. */
function desireFor(release: Release, input: RunSheetInput): DutyAnswer {
  const { now, observed, config } = input;
  const tracking = observed.ownIssues.find(({ key }) => key === trackingKey(release));
  const isBegun = beginOf(release, config.ahead) <= now && stepsOf(release).length > 0;
  if (tracking === undefined || !isBegun) return { desired: sections(release, '', ''), skips: [] };
  const proven = provenTasks(release, observed.evidence, now);
  const before = tracking.ledger?.state?.carriedOut ?? {};
  const fresh = [...proven].filter(([id]) => !Object.hasOwn(before, id));
  const known = new Map(fresh.map(([id]) => [id, true] as const));
  const pages = { ...Object.fromEntries(fresh.map(([id, { link = '' }]) => [id, link])), ...before };
  const { done } = doneness(release, tracking, observed.ownIssues, known);
  const given = { release, tracking, done, now, ...config, proven: pages };
  const sheet = sheetOf({ ...given, evidence: observed.evidence });
  const isOpen = isFollowed(release, config, now) && tracking.state === 'open';
  const late = isOpen ? lateMessages(sheet, tracking, input) : { desired: [], skips: [] };
  return {
    desired: [
      ...sections(release, renderSection(sheet), isOpen ? renderHeadline(sheet) : ''),
      ...(isOpen ? noted(sheet, tracking, input) : []),
      ...late.desired,
    ],
    skips: late.skips,
  };
}

function sections(release: Release, text: string, headline: string): Desired[] {
  const issue = trackingKey(release);
  const why = render.whySection();
  return [
    { kind: 'section', issue, name: DUTY, text, why },
    { kind: 'section', issue, name: `${DUTY}-now`, text: headline, isHeadline: true, why },
  ];
}

/** When each was seen done: once, and never of what was done before the sheet began. */
function noted(
  { release, steps }: Sheet,
  tracking: Parameters<typeof doneSteps>[1],
  { now, config }: RunSheetInput,
): Desired[] {
  if (tracking.ledger === undefined) return [];
  const before = new Set(tracking.ledger.state?.done);
  const { doneOn = {} } = tracking.ledger.state ?? {};
  const isFresh = (id: string): boolean =>
    !before.has(id) || (Object.hasOwn(doneOn, id) && (doneOn[id] ?? '') >= firstDay(release, config.ahead));
  const fresh = steps.filter(
    ({ task, state, done }) => state === 'done' && done === undefined && isFresh(task.id),
  );
  return fresh.map(({ task }) => ({
    kind: 'entry',
    issue: trackingKey(release),
    key: doneKey(release, task, now),
    day: dayAt(now, release.timezone),
    text: render.doneEntry(task, release, now),
    // The section shows it: the run that notes it looks again.
    shown: true,
    why: render.whyDone(),
  }));
}
