// Who must hear of a pull request: its code owner, before each deadline that it waits for.
import { type Day, type Instant, addDays, dayAt } from '../../../src/domain/day.ts';
import { dayOf } from './config-text.ts';
import { type Must, eachDay, words, workingDays } from './must.ts';
import type { Played } from './play.ts';

/** By docs/configuration.md, of those that a cycle may have. */
const DEADLINES = ['code-freeze', 'rc1', 'cherry-pick-deadline', 'release'];

/** The first reminder is seven working days before. */
const FIRST = 14;

/** Where there was a working day to ask on, after it was opened. */
export function pullMusts(played: Played): Must[] {
  const { after } = workingDays(played.cycle.holidays.map(dayOf));
  return eachDay(played).flatMap(({ today, releases }) =>
    played.pulls.flatMap((pull): Must[] => {
      const release = releases.find(({ version }) => version === pull.version);
      const gate = release?.milestones.find(({ id, day }) => day === today && DEADLINES.includes(id));
      const opened = dayAt(pull.at, 'UTC');
      const approved = pull.approvedAt === undefined ? undefined : dayAt(pull.approvedAt, 'UTC');
      const asked = after(opened);
      if (release === undefined || gate === undefined || asked > today) return [];
      if (asked < release.start || (approved !== undefined && approved <= asked)) return [];
      if (approved !== undefined && approved <= today) return [];
      if (isHeld(played, [pull.owner, pull.author], asked, today)) return [];
      return [
        {
          what: `#${pull.number} needs approval for ${gate.title} on ${words(today)}`,
          who: pull.owner,
          from: addDays(today, -FIRST),
          until: today,
          by: ({ number, names }) => number === pull.number || names(`#${pull.number} `),
        },
      ];
    }),
  );
}

/** From docs/configuration.md: nobody gets more emails from asks in seven days; what is held back stands in the issue. */
const CEILING = 2;

/** Whether one of those whom the comment would reach had as many as they may since a week before it could be asked. */
function isHeld({ mails, pulls }: Played, readers: readonly string[], asked: Day, today: Day): boolean {
  const asks = new Set(pulls.map(({ number }) => number));
  const since = addDays(asked, -6);
  return readers.some((reader) => {
    const got = mails.filter(({ to, number, at }) => {
      const on = dayAt(Date.parse(at) as Instant, 'UTC');
      return to === reader && asks.has(number) && since <= on && on <= today;
    });
    return got.length >= CEILING;
  });
}
