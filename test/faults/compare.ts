// What differs between two pictures, but for what relcomms says that it left.
import type { Picture } from './snapshot.ts';

/** One way in which a round ended otherwise than without faults. */
export interface Difference {
  readonly round: number;
  readonly kind: 'doubled' | 'lost' | 'other' | 'unnamed' | 'unbounded';
  readonly what: string;
}

/**
 * Slack does not say whether a message is there whose answer was lost. relcomms does not send it again and names it:
 * it may be there or not, and nothing of it is kept current. There once more it may never be.
 */
export function compare(round: number, expected: Picture, found: Picture): Difference[] {
  const unsure = unsureIn(found);
  const missing = [...expected.keys()].filter((name) => !found.has(name));
  const more = [...found.keys()].filter((name) => !expected.has(name));
  const other = [...expected].filter(([name, value]) => found.has(name) && found.get(name) !== value);
  return [
    ...missing
      .filter((name) => !isLeft(name, unsure) || lacksMore(channelOf(name), { missing, more, unsure }))
      .map((what) => ({ round, kind: 'lost' as const, what })),
    // What answers a message of which nobody knows stands beside it in place of below it.
    ...more
      .filter((name) => / \(\d+\)$/.test(name) || !isLeft(name, unsure))
      .map((what) => ({ round, kind: 'doubled' as const, what })),
    ...other
      .filter(([name]) => !isLeft(name, unsure))
      .map(([name, value]) => ({
        round,
        kind: 'other' as const,
        what: changed(name, value, found.get(name) ?? ''),
      })),
  ];
}

/** Keys of the messages of which nobody knows. */
function unsureIn(found: Picture): string[] {
  return [...found].flatMap(([name, value]) => {
    const key = / row (\S+)$/.exec(name)?.[1];
    return key !== undefined && /"unsure":true/.test(value) ? [key] : [];
  });
}

/** Whether more messages are missing in a channel than there are of which nobody knows. */
function lacksMore(
  channel: string | undefined,
  { missing, more, unsure }: Readonly<Record<'missing' | 'more' | 'unsure', readonly string[]>>,
): boolean {
  if (channel === undefined) return false;
  const there = (names: readonly string[]): number =>
    names.filter((name) => channelOf(name) === channel).length;
  const doubtful = unsure.filter((key) => key.endsWith(`/slack/${channel}`)).length;
  return there(missing) - there(more) > doubtful;
}

function channelOf(name: string): string | undefined {
  return /^Slack #(\S+) /.exec(name)?.[1];
}

function isLeft(name: string, unsure: readonly string[]): boolean {
  return unsure.some((key) => {
    if (name.endsWith(` row ${key}`) || name.endsWith(` entry ${key}`)) return true;
    const channel = /\/slack\/([^/]+)$/.exec(key)?.[1];
    return channel !== undefined && name.startsWith(`Slack #${channel} `);
  });
}

/** The lines that differ. */
function changed(name: string, before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !fresh.includes(line)).map((line) => `    - ${line}`);
  const come = fresh.filter((line) => !old.includes(line)).map((line) => `    + ${line}`);
  return [name, ...gone, ...come, ...(gone.length + come.length === 0 ? ['    in another order'] : [])].join(
    '\n',
  );
}
