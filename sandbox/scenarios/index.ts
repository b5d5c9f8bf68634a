// The registry of scenarios, one line each; the first is shown at the start.
import { approvals } from './approvals.ts';
import { badWeek } from './bad-week.ts';
import { environments } from './environments.ts';
import { candidates } from './candidates.ts';
import { cherryPicks } from './cherry-picks.ts';
import { firstConfig } from './first-config.ts';
import { freeze } from './freeze.ts';
import { hostile } from './hostile.ts';
import { kubernetes } from './kubernetes.ts';
import { kyma } from './kyma.ts';
import { kymaWhole } from './kyma-whole.ts';
import { manualTests } from './manual-tests.ts';
import { overlapping } from './overlapping.ts';
import { repositories } from './repositories.ts';
import type { Scenario } from './scenario.ts';
import { runSheet } from './run-sheet.ts';
import { slipsTwice } from './slips-twice.ts';
import { withdrawn } from './withdrawn.ts';
import { yourConfig } from './your-config.ts';

export const SCENARIOS: readonly [Scenario, ...Scenario[]] = [
  kubernetes,
  kyma,
  kymaWhole,
  slipsTwice,
  approvals,
  badWeek,
  freeze,
  runSheet,
  withdrawn,
  environments,
  candidates,
  cherryPicks,
  manualTests,
  overlapping,
  repositories,
  firstConfig,
  hostile,
  yourConfig,
];
