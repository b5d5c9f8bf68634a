// Who is told now, over all pull requests together: few comments that tell everybody, under the ceilings.
import { type Also } from './also.ts';
import { chooseOffer } from './choose.ts';
import { type Open, dueNow, openOf } from './due.ts';
import type { ApprovalsInput } from '../input.ts';
import { membersOf, readersOf } from './mails.ts';
import { memoryOf } from './memory.ts';
import { sameName, uniqueNames } from '../../../people/names.ts';
import { type Desk, type Host, type Offer, type Reader, alsoOf, mayMention } from './offer.ts';
import { commentsToday, slotsOf, withMails } from './slots.ts';
import type { Judged } from '../judge/verdict.ts';

/** Comments of the day on the pull request, mentions of the day, or mails of the week. */
export type HeldBy = 'pull' | 'person' | 'week';

export interface Reminder {
  /** Key of the stage; `freshKey` makes that of the comment. */
  readonly stage: string;
  /** Who is mentioned in a new comment; empty when none is made here. */
  readonly names: readonly string[];
  /** What that comment tells beside. */
  readonly also: readonly Also[];
  /** Who is due and told by the comment on another pull request. */
  readonly elsewhere: readonly { readonly name: string; readonly on: number }[];
  /** Who is due and stays untold. */
  readonly held: readonly { readonly name: string; readonly by: HeldBy }[];
}

/** By number of the pull request. The most urgent come first to what the ceilings leave, whatever order they are in. */
export function reminders(judged: readonly Judged[], input: ApprovalsInput): ReadonlyMap<number, Reminder> {
  const memory = memoryOf(input.observed.pulls);
  const sorted = judged.toSorted(moreUrgent);
  const hosts = sorted.flatMap((one): Host[] => {
    const due = dueNow(one, memory, input);
    return due.length === 0 ? [] : [{ one, due }];
  });
  // Nothing has to be said, so nothing has to be counted.
  if (hosts.length === 0) return new Map();
  const waiting = byName(
    sorted.flatMap((one) => openOf(one, memory, input)),
    input,
  );
  const told = new Set(waiting.flatMap(({ open }) => open.map(({ number }) => number)));
  const readers = new Map(
    sorted.flatMap(({ pull }) =>
      told.has(pull.number) ? [[pull.number, readersOf(pull, input)] as const] : [],
    ),
  );
  const start: Desk = { slots: slotsOf(judged, input), waiting, readers, input };
  const { sent, desk } = sendAll(hosts, start);
  return new Map(hosts.map((host) => [host.one.pull.number, reminderOf(host, sent, desk)]));
}

/** The soonest deadline first, then the oldest. */
export function moreUrgent(a: Judged, b: Judged): number {
  const soonest = latestFor(a) - latestFor(b);
  return soonest || a.pull.createdAt - b.pull.createdAt || a.pull.number - b.pull.number;
}

function latestFor({ deadline }: Judged): number {
  return deadline?.deadline ?? Number.MAX_SAFE_INTEGER;
}

function byName(open: readonly Open[], input: ApprovalsInput): Reader[] {
  return uniqueNames(open.map(({ name }) => name)).map((name) => ({
    name,
    people: membersOf(name, input),
    open: open.filter((one) => sameName(one.name, name)),
  }));
}

/** One comment after the other, each where it does most. */
function sendAll(
  hosts: readonly Host[],
  start: Desk,
): { readonly sent: readonly Offer[]; readonly desk: Desk } {
  const sent: Offer[] = [];
  let desk = start;
  let left = hosts;
  for (;;) {
    const offer = chooseOffer(left, desk);
    if (offer === undefined) return { sent, desk };
    sent.push(offer);
    const { tells } = offer;
    const waiting = desk.waiting
      .map((reader) => ({ ...reader, open: reader.open.filter((one) => !tells.includes(one)) }))
      .filter(({ open }) => open.length > 0);
    desk = { ...desk, waiting, slots: withMails(desk.slots, offer.reach, offer.names) };
    left = left.filter((host) => host !== offer.host);
  }
}

function reminderOf({ one, due }: Host, sent: readonly Offer[], desk: Desk): Reminder {
  const { number } = one.pull;
  const own = sent.find(({ host }) => host.one === one);
  const elsewhere: Reminder['elsewhere'][number][] = [];
  const held: Reminder['held'][number][] = [];
  for (const { name } of due) {
    const teller = sent.find(({ tells }) =>
      tells.some((open) => open.number === number && sameName(open.name, name)),
    );
    if (teller === undefined) held.push({ name, by: heldBy(name, one, desk) });
    else if (teller !== own) elsewhere.push({ name, on: teller.host.one.pull.number });
  }
  return {
    stage: due[0]?.stage ?? '',
    names: own?.names ?? [],
    also: own === undefined ? [] : alsoOf(own),
    elsewhere,
    held,
  };
}

function heldBy(name: string, one: Judged, desk: Desk): HeldBy {
  if (commentsToday(one, desk.input) >= desk.input.config.ceiling.pull) return 'pull';
  return mayMention(name, desk) ? 'week' : 'person';
}
