// Which comment is made next: the one for the soonest deadline that takes nobody else's only way to hear.
import type { Open } from './due.ts';
import { type Desk, type Host, type Offer, type Reader, offerOf } from './offer.ts';
import { hasRoom, withMails } from './slots.ts';

/** Undefined when everybody is told, or the ceilings leave no room. */
export function chooseOffer(hosts: readonly Host[], desk: Desk): Offer | undefined {
  const offers = hosts.flatMap((host) => {
    const offer = offerOf(host, desk);
    if (offer === undefined) return [];
    const lost = lostBy(offer, desk);
    const first = offer.tells.filter((open) => open.first);
    if (lost.length > 0 && first.every((open) => canWait(open, lost, desk))) return [];
    const told = new Set(offer.tells.map(({ name }) => name.toLowerCase()));
    const bystanders = [...offer.reach].filter((name) => !told.has(name)).length;
    const { pull, deadline } = offer.host.one;
    const rank = [
      deadline?.deadline ?? Infinity,
      lost.length,
      -first.length,
      bystanders,
      pull.createdAt,
      pull.number,
    ];
    return [{ offer, rank }];
  });
  return offers.toSorted((a, b) => compare(a.rank, b.rank))[0]?.offer;
}

/** Who was never told of something, and could not be after this comment: it takes the last mail of somebody. */
function lostBy({ reach, tells }: Offer, desk: Desk): readonly Reader[] {
  const { slots, waiting, input } = desk;
  if (hasRoom(reach, true, withMails(slots, reach, []), input)) return [];
  const told = new Set(tells.map(({ name }) => name));
  return waiting.filter((reader) => {
    if (told.has(reader.name)) return false;
    const ways = waysTo(reader, desk);
    return ways.length > 0 && ways.every((way) => [...way].some((name) => isTaken(name)));
  });

  function isTaken(name: string): boolean {
    return reach.has(name) && (slots.mails.get(name) ?? 0) + 1 >= input.config.ceiling.week;
  }
}

/** Whom a comment on each of those pull requests would reach of which somebody was never told; without those that are barred. */
function waysTo({ people, open }: Reader, { slots, readers, input }: Desk): ReadonlySet<string>[] {
  return open
    .filter(({ first }) => first)
    .map(({ number }) => new Set([...people, ...(readers.get(number) ?? [])]))
    .filter((way) => hasRoom(way, true, slots, input));
}

/** The comment that tells the others will tell it, too. */
function canWait(open: Open, lost: readonly Reader[], desk: Desk): boolean {
  const people = desk.waiting.find(({ name }) => name === open.name)?.people ?? new Set();
  return lost.some((reader) =>
    waysTo(reader, desk).some((way) => [...people].every((name) => way.has(name))),
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((value, index) => value !== b[index]);
  return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
}
