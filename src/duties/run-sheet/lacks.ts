// What the run sheet does not follow by what the config leaves out.
import type { Lack } from '../../domain/standing.ts';
import { internal, placesOf } from '../../notices/places.ts';
import type { LackInput } from '../duty.ts';
import type { RunSheetConfig } from './config.ts';
import { stepsOf } from './sheet.ts';

export function lacksOf({ config, releases, audiences = {}, teams }: LackInput<RunSheetConfig>): Lack[] {
  const isEmpty = releases.length > 0 && releases.every((release) => stepsOf(release).length === 0);
  const deaf = config.to.filter(
    (name) =>
      Object.hasOwn(audiences, name) &&
      internal(placesOf([name], { audiences, teams })).every(({ approval }) => approval !== undefined),
  );
  return [
    ...(isEmpty ? [NO_STEPS] : []),
    ...deaf.map((name) => ({
      why: `the audience ${name} is external, has no channel, or approves each message`,
      lost: 'it gets no messages about late steps',
      fix: 'Name an internal audience without "approval" in "run-sheet.to".',
    })),
  ];
}

const NO_STEPS: Lack = {
  why: 'no release has a task that is due on release day',
  lost: 'the run sheet is empty',
  fix: 'Write tasks with "due: release at 14:00".',
};
