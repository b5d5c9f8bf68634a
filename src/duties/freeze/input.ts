// What the freeze is decided from: config, calendar, and the facts of one look.
import type { DutyInput } from '../duty.ts';
import type { FreezeConfig } from './config.ts';
import type { Sight } from './freezes.ts';

export type FreezeFact =
  | 'pulls'
  | 'openPulls'
  | 'listedPulls'
  | 'branches'
  | 'publications'
  | 'ownIssues'
  | 'commands'
  | 'labels';

export type FreezeInput = DutyInput<FreezeConfig, FreezeFact>;

export const DUTY = 'freeze';

/** The context of its commit statuses, which a branch can require. */
export const CONTEXT = 'relcomms/freeze';

export function sightOf({ config, releases, now, observed }: FreezeInput): Sight {
  const { branches, publications } = observed;
  return { config, releases, now, branches, publications };
}
