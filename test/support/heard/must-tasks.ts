// Who must hear of a task: its holders, in the week before it is due, while it is open.
import { addDays } from '../../../src/domain/day.ts';
import { type Must, eachDay, words } from './must.ts';
import type { Played } from './play.ts';

/** From docs/configuration.md: a task is near a week before its day, and then has an issue or a line of the digest. */
const NEAR = 7;

/** Optional tasks are for nobody in particular: relcomms reminds nobody of them. */
export function taskMusts(played: Played): Must[] {
  return eachDay(played).flatMap(({ today, releases }) =>
    releases.flatMap(({ version, title, tasks, start }) =>
      tasks
        .filter(
          ({ id, due, optional }) =>
            due === today && !optional && start <= today && isOpen(played, version, id, today),
        )
        .flatMap((task) =>
          task.holders.map((who): Must => {
            // An assignment stays: where the task moved, it may be from before.
            const earliest = daysOf(played, version, task.id).toSorted()[0] ?? today;
            return {
              what: `the task ${task.title} of ${title} is due on ${words(today)}`,
              who,
              from: addDays(earliest, -NEAR),
              until: today,
              by: ({ reason, subject, names }) =>
                reason === 'assigned' ? subject === task.title : names(task.title, words(today)),
            };
          }),
        ),
    ),
  );
}

/** At the first run of its due day. */
function isOpen({ done }: Played, version: string, id: string, today: string): boolean {
  return (done.get(`${version}/${id}`) ?? Infinity) > Date.parse(`${today}T09:00:00Z`);
}

/** All days on which it was due by any of the configs. */
function daysOf({ configs }: Played, version: string, id: string) {
  return configs.flatMap(({ releases }) =>
    releases
      .filter((one) => one.version === version)
      .flatMap(({ tasks }) => tasks.filter((one) => one.id === id).map(({ due }) => due)),
  );
}
