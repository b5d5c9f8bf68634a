// Reads a config once and remembers it: texts change rarely, runs come every hour.
import { type Instant, dayAt } from '../domain/day.ts';
import { type Prepare, type Prepared, prepareAt } from './prepare.ts';

/** Texts that are remembered; the one that was not asked for the longest goes first. */
const MOST = 50;

/** A reader with a memory of its own. What is broken is read anew each time. `first` reads what is not remembered. */
export function rememberPrepared(first: Prepare = prepareAt): Prepare {
  const known = new Map<string, Prepared>();
  return (text, now) => {
    const found = known.get(text);
    known.delete(text);
    const read = found !== undefined && isOf(found, now) ? found : first(text, now);
    if ('problems' in read) return read;
    known.set(text, read);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return read;
  };
}

/** Releases of rules are those of a day. */
function isOf({ config: { asOf, schedule } }: Prepared, now: Instant): boolean {
  return asOf === undefined || asOf === dayAt(now, schedule.timezone);
}
