// What the window for cherry-picks is decided from: config, calendar, and the facts of one look.
import type { PickScene } from '../../picks/scene.ts';
import type { DutyInput } from '../duty.ts';
import type { CherryPicksConfig } from './config.ts';

export type CherryPicksFact = 'pulls' | 'openPulls' | 'fixes' | 'teamMembers' | 'ownIssues';

export type CherryPicksInput = DutyInput<CherryPicksConfig, CherryPicksFact>;

export const DUTY = 'cherry-picks';

/** What the recognition of picks needs; undefined while nobody says what is to be picked. */
export function sceneOf({ told, releases, now, observed }: CherryPicksInput): PickScene | undefined {
  const words = told?.pickWords;
  return words === undefined ? undefined : { config: words, releases, now, observed };
}
