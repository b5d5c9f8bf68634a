// Who must hear that a task has another day: whoever was told the old one and still has it, by the next working day.
import { type Day, dayAt } from '../../../src/domain/day.ts';
import { dayOf } from './config-text.ts';
import type { Heard } from './heard.ts';
import { type TaskMove, taskMovesOf } from './moved-config.ts';
import { type Must, words, workingDays } from './must.ts';
import type { Played } from './play.ts';

export function taskMoveMusts(played: Played, heard: readonly Heard[]): Must[] {
  const { after } = workingDays(played.cycle.holidays.map(dayOf));
  return played.configs.flatMap((config, index) => {
    const before = played.configs[index - 1];
    const next = played.configs[index + 1];
    if (before === undefined) return [];
    const on = dayAt(config.at, 'UTC');
    const until = after(on);
    const started = config.releases.filter(({ start }) => start <= on);
    return taskMovesOf(before, { releases: started })
      .filter((move) => next === undefined || !isStale(move, next, until))
      .filter(({ version, to }) => (played.done.get(`${version}/${to.id}`) ?? Infinity) > config.at)
      .filter(({ from, to }) => !to.optional && from.due >= on && to.due >= on)
      .flatMap(({ from, to }) =>
        to.holders
          .filter((who) => heard.some((one) => one.to === who && one.at < config.at && tells(one, from)))
          .map((who): Must => ({
            what: `the task ${to.title} has moved from ${words(from.due)} to ${words(to.due)}`,
            who,
            from: on,
            until: until > to.due ? to.due : until,
            by: (one) => one.at > config.at && tells(one, to),
          })),
      );
  });
}

function tells({ reason, subject, names }: Heard, { title, due }: TaskMove['to']): boolean {
  return reason === 'assigned' ? subject === title : names(title, words(due));
}

/** Whether it moves on before everybody had to know. */
function isStale(
  { version, to }: TaskMove,
  { releases, at }: Played['configs'][number],
  until: Day,
): boolean {
  const later = releases.find((one) => one.version === version)?.tasks.find(({ id }) => id === to.id);
  return later?.due !== to.due && dayAt(at, 'UTC') <= until;
}
