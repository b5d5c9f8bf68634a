// The answer to `/release mine`: what waits for the person, day by day, with links.
import { dayAt } from '../../../domain/day.ts';
import type { StandingRow } from '../../../domain/standing.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { andMore } from '../../../text/more-words.ts';
import { shorten } from '../../../text/shorten.ts';
import { unheard } from '../../../text/unheard.ts';
import { dayWords, distanceWords, listWords } from '../../../text/words.ts';
import type { Input } from '../input.ts';
import type { AllMine, Mine } from './mine.ts';

/** Lines of all days; the rest is counted. */
const MOST = 20;
const LONGEST_TITLE = 80;

export function renderMine({ at, things, next, teams }: AllMine, input: Input): string {
  const all = next === undefined ? things : [...things, next];
  const several = all.some(({ release }) => release.version !== at.version);
  const shown = things.slice(0, MOST);
  const days = [...new Set(shown.map((one) => dayTitle(one, input)))];
  const unknown = unheard(input.heard);
  const yours = teams.map(escapeMarkdown);
  return [
    things.length === 0 ? 'Nothing waits for you this week.' : '',
    ...days.map((title) => {
      const own = shown.filter((one) => dayTitle(one, input) === title);
      return [`**${title}**`, '', ...own.map((one) => `- ${lineOf(one, several, input)}`)].join('\n');
    }),
    ...andMore(things.length - shown.length, '`/release audit` and the checklist have all'),
    next === undefined
      ? ''
      : `**Next:** ${lineOf(next, several, input)}, due ${next.day === undefined ? '' : dayWords(next.day)}`,
    unknown.length === 0 ? '' : `Couldn't be read: ${unknown.join(', ')}.`,
    yours.length === 0
      ? ''
      : `<sub>With what waits for your ${yours.length === 1 ? 'team' : 'teams'} ${listWords(yours)}.</sub>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** `Thu 20 Feb 2020 (in 2 days)`. */
function dayTitle({ day, isOverdue, release }: Mine, { now }: Input): string {
  if (isOverdue) return 'Overdue';
  if (day === undefined) return 'As soon as possible';
  return `${dayWords(day)} (${distanceWords(dayAt(now, release.timezone), day)})`;
}

function lineOf({ release, day, isOverdue, thing }: Mine, several: boolean, { rows = [] }: Input): string {
  const version = several ? `, ${escapeMarkdown(release.version)}` : '';
  if ('standing' in thing)
    return `${thing.standing.text} (${kindWords(thing.standing.kind, rows)}${version})`;
  const { task, ref } = thing;
  const late = isOverdue && day !== undefined ? `, was due ${dayWords(day)}` : '';
  const optional = task.optional ? ', if appropriate' : '';
  const of = several ? ` (${escapeMarkdown(release.version)})` : '';
  return `${ref}${escapeMarkdown(shorten(task.title, LONGEST_TITLE))}${late}${optional}${of}`;
}

/** `failing test`. */
function kindWords(kind: string, rows: readonly StandingRow[]): string {
  return rows.find((row) => row.kind === kind)?.one ?? kind;
}
