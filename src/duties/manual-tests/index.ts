// Shares manual tests out to people, keeps the results that they record, and shows what fails, is blocked, or is open.
import { speakersOf } from '../../commands/teams-of.ts';
import { type Release, hasSections } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty, DutyAnswer, DutyContext } from '../duty.ts';
import { carryQuestions } from './carried.ts';
import { activeOf } from './candidates.ts';
import { cast } from './cast.ts';
import { testCommand, testsCommand } from './commands.ts';
import { type ManualConfig, manualConfig, references } from './config.ts';
import { type Shared, decideRelease } from './decide.ts';
import { DUTY, type ManualFact } from './input.ts';
import { resultsPath } from './known.ts';
import { lacksOf } from './lacks.ts';
import { pane } from './pane.ts';
import { permissions } from './permissions.ts';
import { signOffCommand } from './sign-off-command.ts';
import { askedToday, mayBeAsked } from './silence/index.ts';
import { rows } from './standing.ts';
import { fewAtOnce } from './team-issues/few-at-once.ts';

export const manualTestsDuty: Duty<ManualConfig, ManualFact> = {
  name: DUTY,
  title: 'Manual tests',
  description:
    'Assigns tests that people run by hand and keeps the results on a branch. The tracking issue shows what fails, is blocked, or is open.',
  config: manualConfig,
  references,
  needs: ['ownIssues', 'commands', 'files', 'books', 'comparisons', 'assignable', 'labels'],
  leansOn: ['tracking-issue'],
  lacks: lacksOf,
  wakesOn: ['push', 'create', 'issue_comment', 'issues'],
  permissions,
  rows,
  cast,
  panes: [pane],
  commands: [testCommand, testsCommand, signOffCommand],
  asks: (context) => {
    const running = runningOf(context);
    const { branch, file, workbook } = context.config;
    const teams = Object.values(context.teams);
    const carried = carryQuestions(running, context);
    return {
      ownIssues: { keys: running.map(trackingKey) },
      commands:
        running.length === 0 ? [] : [...teams.flatMap(speakersOf), ...teams.map(({ github }) => github)],
      comparisons: carried.comparisons,
      labels: running.length > 0 && context.config['failing-issues'] ? context.config['failing-labels'] : [],
      assignable: mayBeAsked(activeReleases(running, context), context),
      books: workbook ? running.map(({ version }) => ({ branch, folder: version })) : [],
      files:
        running.length === 0
          ? []
          : [
              ...running.map((release) => ({ branch, path: resultsPath(release), text: true as const })),
              ...(file === undefined ? [] : [{ path: file, text: true as const }]),
              ...carried.files,
            ],
    };
  },
  desire: (input) => {
    const start: Shared & { readonly answers: readonly DutyAnswer[] } = {
      load: new Map(),
      today: askedToday(input),
      answers: [],
    };
    const { answers } = runningOf(input).reduce((before, release) => {
      const { answer, ...after } = decideRelease(release, before, input);
      return { ...after, answers: [...before.answers, answer] };
    }, start);
    const few = fewAtOnce(
      answers.flatMap(({ desired }) => desired),
      input.observed.ownIssues,
    );
    return {
      desired: few.desired,
      skips: [...answers.flatMap(({ skips }) => skips), ...few.skips],
      standing: answers.flatMap(({ standing = [] }) => standing),
    };
  },
};

/** Those with a candidate that is tested now. */
function activeReleases(
  running: readonly Release[],
  { config, now, source }: DutyContext<ManualConfig>,
): Release[] {
  const { holidays } = source.spec;
  return running.filter((release) => activeOf(release, { config, now, holidays }).length > 0);
}

/** Without a test there is nothing to look at. */
function runningOf({
  config: { tests, file },
  releases,
  now,
}: Pick<DutyContext<ManualConfig>, 'config' | 'releases' | 'now'>): Release[] {
  if (tests.length === 0 && file === undefined) return [];
  return releases.filter((release) => hasSections(release, now));
}
