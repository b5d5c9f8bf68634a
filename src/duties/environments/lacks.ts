// What the section does not do by what the config leaves out.
import type { Lack } from '../../domain/standing.ts';
import type { LackInput } from '../duty.ts';
import type { EnvironmentsConfig } from './config.ts';

export function lacksOf({ config, releases, teams }: LackInput<EnvironmentsConfig>): Lack[] {
  const named = Object.entries(config.named);
  if (named.length === 0) return [NOTHING];
  const strangers = named.filter(
    ([, one]) =>
      releases.length > 0 && releases.every(({ milestones }) => milestones.every(({ id }) => id !== one.for)),
  );
  const unchecked = named.filter(([, one]) => one.check && one.url === undefined);
  const isSilent = Object.keys(teams).length === 0 && named.some(([, one]) => one.teams === undefined);
  return [
    ...strangers.map(([name, one]) => ({
      why: `no release has a milestone "${one.for}"`,
      lost: `the test environment "${name}" is for no candidate`,
      fix: 'Correct its id, or add the milestone.',
    })),
    ...unchecked.map(([name]) => ({
      why: `the test environment "${name}" has no url`,
      lost: 'it can not be ready by "check"',
      fix: `Add "url" to "environments.named.${name}".`,
    })),
    ...(isSilent
      ? [
          {
            kinds: ['untested'],
            why: 'there are no teams',
            lost: 'nobody confirms that they can test',
            fix: 'Add "teams".',
          },
        ]
      : []),
  ];
}

const NOTHING: Lack = {
  why: 'it names no test environment',
  lost: 'teams get no address, and candidates get no check',
  fix: 'Add one to "environments.named".',
};
