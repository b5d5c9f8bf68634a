// What freezes nothing, and who can't decide, by what the config leaves out.
import type { Lack } from '../../domain/standing.ts';
import type { LackInput } from '../duty.ts';
import type { FreezeConfig } from './config.ts';
import { freezing } from './freezes.ts';

export function lacksOf({ config, releases }: LackInput<FreezeConfig>): Lack[] {
  const role = config.exceptions;
  const isEmpty = releases.length > 0 && releases.every((release) => freezing(release, config).length === 0);
  const isHeld = releases.some(
    ({ roles, roleTeams }) =>
      role !== undefined && [...(roles[role] ?? []), ...(roleTeams?.[role] ?? [])].length > 0,
  );
  return [
    ...(isEmpty ? [NO_FREEZE] : []),
    ...(role === undefined || isHeld || releases.length === 0
      ? []
      : [
          {
            why: `nobody has the role "${role}"`,
            lost: 'only release leads can decide about exceptions',
            fix: 'Give the role to somebody, or name another one in "freeze.exceptions".',
          },
        ]),
  ];
}

const NO_FREEZE: Lack = {
  why: 'no release has a milestone that freezes a branch',
  lost: 'nothing is ever frozen',
  fix: 'Add a milestone of the kind code-freeze, or name one in "freeze.milestones".',
};
