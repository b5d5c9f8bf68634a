// Shares manual tests out to people, keeps the results that they record, and shows what fails, is blocked, or is open.
import { speakersOf } from '../../commands/teams-of.ts';
import { type Release, hasSections } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty, DutyAnswer, DutyContext } from '../duty.ts';
import { cast } from './cast.ts';
import { testCommand, testsCommand } from './commands.ts';
import { type ManualConfig, manualConfig, references } from './config.ts';
import { type Load, decideRelease } from './decide.ts';
import { DUTY, type ManualFact } from './input.ts';
import { resultsPath } from './known.ts';
import { lacksOf } from './lacks.ts';
import { pane } from './pane.ts';
import { permissions } from './permissions.ts';
import { rows } from './standing.ts';

export const manualTestsDuty: Duty<ManualConfig, ManualFact> = {
  name: DUTY,
  title: 'Manual tests',
  description:
    'Assigns tests that people run by hand and keeps the results on a branch. The tracking issue shows what fails, is blocked, or is open.',
  config: manualConfig,
  references,
  needs: ['ownIssues', 'commands', 'files', 'books'],
  leansOn: ['tracking-issue'],
  lacks: lacksOf,
  wakesOn: ['push', 'issue_comment'],
  permissions,
  rows,
  cast,
  panes: [pane],
  commands: [testCommand, testsCommand],
  asks: (context) => {
    const running = runningOf(context);
    const { branch, file, workbook } = context.config;
    const teams = Object.values(context.teams);
    return {
      ownIssues: { keys: running.map(trackingKey) },
      commands:
        running.length === 0 ? [] : [...teams.flatMap(speakersOf), ...teams.map(({ github }) => github)],
      books: workbook ? running.map(({ version }) => ({ branch, folder: version })) : [],
      files:
        running.length === 0
          ? []
          : [
              ...running.map((release) => ({ branch, path: resultsPath(release), text: true as const })),
              ...(file === undefined ? [] : [{ path: file, text: true as const }]),
            ],
    };
  },
  desire: (input) => {
    const start: { readonly load: Load; readonly answers: readonly DutyAnswer[] } = {
      load: new Map(),
      answers: [],
    };
    const { answers } = runningOf(input).reduce((before, release) => {
      const { load, answer } = decideRelease(release, before.load, input);
      return { load, answers: [...before.answers, answer] };
    }, start);
    return {
      desired: answers.flatMap(({ desired }) => desired),
      skips: answers.flatMap(({ skips }) => skips),
      standing: answers.flatMap(({ standing = [] }) => standing),
    };
  },
};

/** Without a test there is nothing to look at. */
function runningOf({
  config: { tests, file },
  releases,
  now,
}: Pick<DutyContext<ManualConfig>, 'config' | 'releases' | 'now'>): Release[] {
  if (tests.length === 0 && file === undefined) return [];
  return releases.filter((release) => hasSections(release, now));
}
