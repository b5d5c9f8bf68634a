// The registry of scenarios, one line each; the first is shown at the start.
import { hostile } from './hostile.ts';
import { kubernetes } from './kubernetes.ts';
import { kyma } from './kyma.ts';
import { overlapping } from './overlapping.ts';
import type { Scenario } from './scenario.ts';
import { slipsTwice } from './slips-twice.ts';
import { yourConfig } from './your-config.ts';

export const SCENARIOS: readonly [Scenario, ...Scenario[]] = [
  kubernetes,
  kyma,
  slipsTwice,
  overlapping,
  hostile,
  yourConfig,
];
