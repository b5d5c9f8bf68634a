// Keeps the window for cherry-picks: what is missing on the release branch, what is wrong, and the statement at its end.
import type { Questions } from '../../domain/questions.ts';
import { hasSections } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { milestoneNames, openReleases } from '../../picks/running.ts';
import type { Duty, DutyAnswer, DutyContext } from '../duty.ts';
import { type CherryPicksConfig, cherryPicksConfig, references } from './config.ts';
import { type CherryPicksFact, type CherryPicksInput, DUTY, sceneOf } from './input.ts';
import { picturesOf } from './judge/picture.ts';
import { lacksOf, unsureIn } from './lacks.ts';
import { pane } from './pane.ts';
import { rows } from './rows.ts';
import { sectionsOf } from './section.ts';
import { standingOf } from './standing.ts';
import { statementsOf } from './statement.ts';
import { isCut, windowsOf } from './window.ts';

declare module '../duty.ts' {
  interface Told {
    /** What is missing on release branches is named here, and by nobody else. */
    readonly pickWindow: true;
  }
}

export const cherryPicksDuty: Duty<CherryPicksConfig, CherryPicksFact> = {
  name: DUTY,
  title: 'Cherry-picks',
  description:
    'Watches the time in which the release branch takes cherry-picks: what is missing, what waits, and what is wrong, by team. After the deadline, one comment says what is in and what is out.',
  config: cherryPicksConfig,
  references,
  needs: ['pulls', 'openPulls', 'fixes', 'teamMembers', 'ownIssues'],
  leansOn: ['tracking-issue', 'approvals'],
  lacks: lacksOf,
  wakesOn: ['pull_request', 'push'],
  rows,
  panes: [pane],
  tells: () => ({ pickWindow: true }),
  asks: questions,
  desire,
};

/** Labels and branches are asked for by the approvals; GitHub milestones only while a window is open. */
function questions(context: DutyContext<CherryPicksConfig>): Questions {
  const { config, releases, now, teams, told } = context;
  if (told?.pickWords === undefined) return {};
  const cut = windowsOf(context).filter((window) => isCut(window, now));
  return {
    ownIssues: { keys: openReleases({ releases, now }).map(trackingKey) },
    pulls: {
      branches: cut.flatMap(({ branches }) => branches),
      teams: Object.values(teams).map(({ github }) => github),
      labels: [],
      fixLabels: [],
      roleTeams: [],
      ties: { milestones: [], labels: [], titles: [], heads: [], paths: [] },
      ...(config.byMilestone && cut.length > 0
        ? { fixMilestones: [...new Set(cut.flatMap(({ release }) => milestoneNames(release)))] }
        : {}),
    },
  };
}

function desire(input: CherryPicksInput): DutyAnswer {
  const scene = sceneOf(input);
  if (scene === undefined) return { desired: [], skips: [] };
  const running = input.releases.filter((release) => hasSections(release, input.now));
  const pictures = picturesOf(windowsOf({ ...input, releases: running }), scene, input);
  const { desired, skips } = statementsOf(pictures, input);
  return {
    desired: [...sectionsOf(pictures, input), ...desired],
    skips,
    standing: pictures.flatMap((picture) => standingOf(picture, input)),
    lacks: pictures.flatMap((picture) => unsureIn(picture, scene.observed.fixes.sinceByMilestone)),
  };
}
