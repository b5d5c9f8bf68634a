// A comment that could be made now: whom it mentions, whom it reaches, and what it tells them.
import type { Also } from './also.ts';
import type { Due, Open } from './due.ts';
import type { ApprovalsInput } from '../input.ts';
import { includesName, sameName, uniqueNames } from '../../../people/names.ts';
import { type Slots, commentsToday, hasRoom } from './slots.ts';
import type { Judged } from '../judge/verdict.ts';
import { isAtWork } from '../../../people/working-time.ts';
import { workingTimeOf } from './working-time-of.ts';

/** Pull requests that one comment names to a person; what is over it waits for the next. */
const MOST_NAMED = 20;

/** A pull request on which somebody is due. */
export interface Host {
  readonly one: Judged;
  readonly due: readonly Due[];
}

/** Somebody for whom something waits. */
export interface Reader {
  readonly name: string;
  /** Who gets the mail when this name is mentioned: one person, or the known members of a team; in small letters. */
  readonly people: ReadonlySet<string>;
  /** The most urgent first. */
  readonly open: readonly Open[];
}

/** What is left to tell, and the means. */
export interface Desk {
  readonly slots: Slots;
  readonly waiting: readonly Reader[];
  /** Who gets a mail when something is written there, in small letters; by number of the pull request. */
  readonly readers: ReadonlyMap<number, ReadonlySet<string>>;
  readonly input: ApprovalsInput;
}

export interface Offer {
  readonly host: Host;
  readonly names: readonly string[];
  /** Who gets a mail, in small letters. */
  readonly reach: ReadonlySet<string>;
  readonly tells: readonly Open[];
}

/** Undefined when the ceilings leave no room for it. */
export function offerOf(host: Host, desk: Desk): Offer | undefined {
  const { slots, input } = desk;
  const { number } = host.one.pull;
  const last = host.due.some((due) => due.last);
  const isFree = (people: ReadonlySet<string>): boolean => hasRoom(people, last, slots, input);
  const readers = desk.readers.get(number) ?? new Set();
  if (commentsToday(host.one, input) >= input.config.ceiling.pull || !isFree(readers)) return undefined;
  const asked = desk.waiting.filter(
    ({ name, people }) =>
      host.due.some((due) => sameName(due.name, name)) && mayMention(name, desk) && isFree(people),
  );
  if (asked.length === 0) return undefined;
  const reach = new Set([...readers, ...asked.flatMap(({ people }) => [...people])]);
  const reached = desk.waiting.filter(({ people }) => [...people].every((name) => reach.has(name)));
  const awake = reached.filter(
    ({ name }) =>
      isAtWork(input.now, workingTimeOf(name, input)) &&
      mayMention(name, desk) &&
      // What waits for them may belong to another release than the one that this comment is about.
      !input.isQuiet(name, host.one.release?.version ?? ''),
  );
  const names = uniqueNames([...asked, ...awake].map(({ name }) => name));
  return { host, names, reach, tells: reached.flatMap(({ open }) => told(number, open)) };
}

export function mayMention(name: string, { slots, input }: Pick<Desk, 'slots' | 'input'>): boolean {
  return (slots.mentions.get(name.toLowerCase()) ?? 0) < input.config.ceiling.person;
}

/** Its own pull request first, and last what others are asked for. */
function told(number: number, open: readonly Open[]): Open[] {
  const rank = (one: Open): number => (one.number === number ? 0 : one.instead ? 2 : 1);
  return open.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_NAMED);
}

/** What the comment names beside its own pull request; and that one to those whom it reaches without a mention. */
export function alsoOf({ host, names, tells }: Offer): Also[] {
  return uniqueNames(tells.map(({ name }) => name)).flatMap((name): Also[] => {
    const pulls = tells
      .filter((open) => sameName(open.name, name))
      .filter(({ number }) => number !== host.one.pull.number || !includesName(names, name))
      .map(({ number, day }) => ({ number, day }));
    return pulls.length === 0 ? [] : [{ name, pulls }];
  });
}
