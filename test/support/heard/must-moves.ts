// Who must hear that a date has moved: everybody who was told the old one, by the next working day.
import { type Day, type Instant, dayAt } from '../../../src/domain/day.ts';
import { dayOf } from './config-text.ts';
import type { Heard } from './heard.ts';
import { type Move, movesOf } from './moved-config.ts';
import { type Must, words, workingDays } from './must.ts';
import { isPing } from './must-slack.ts';
import type { Played } from './play.ts';

/** Those who are pinged on Slack hear of it in their channel; asks and failing tests keep their own dates current. */
export function moveMusts(played: Played, heard: readonly Heard[]): Must[] {
  const { after } = workingDays(played.cycle.holidays.map(dayOf));
  const asks = new Set(played.pulls.map(({ number }) => number));
  const ofDates = heard.filter(
    ({ number, to, subject }) => !asks.has(number) && !isPing(to) && !subject.startsWith('Failing tests'),
  );
  return played.configs.flatMap((config, index) => {
    const before = played.configs[index - 1];
    const next = played.configs[index + 1];
    if (before === undefined) return [];
    const on = dayAt(config.at, 'UTC');
    const until = after(on);
    const started = config.releases.filter(({ start }) => start <= on);
    return movesOf(before, { releases: started })
      .filter((move) => next === undefined || !isStale(move, next, until))
      .flatMap((move) => mustsOf(move, { on, until, at: config.at }, ofDates));
  });
}

/** Whether it moves on before everybody had to know. */
function isStale({ version, to }: Move, { releases, at }: Played['configs'][number], until: Day): boolean {
  const later = releases.find((one) => one.version === version)?.milestones.find(({ id }) => id === to.id);
  return later?.day !== to.day && dayAt(at, 'UTC') <= until;
}

interface When {
  readonly on: Day;
  readonly until: Day;
  readonly at: Instant;
}

function mustsOf({ from, to }: Move, { on, until, at }: When, heard: readonly Heard[]): Must[] {
  const told = new Set(
    heard
      .filter((one) => one.at < at && one.names(from.title, words(from.day)))
      .map(({ to: login }) => login),
  );
  return [...told].map((who) => ({
    what: `${to.title} has moved from ${words(from.day)} to ${words(to.day)}`,
    who,
    from: on,
    until: until > to.day ? to.day : until,
    by: ({ names, at: when }) => when > at && names(to.title, words(to.day)),
  }));
}
