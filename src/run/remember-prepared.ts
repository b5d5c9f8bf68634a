// Reads a config once and remembers it: texts change rarely, runs come every hour.
import { type Prepare, type Prepared, prepare } from './prepare.ts';

/** Texts that are remembered; the one that was not asked for the longest goes first. */
const MOST = 50;

/** A reader with a memory of its own. What is broken is read anew each time. `first` reads what is not remembered. */
export function rememberPrepared(first: Prepare = prepare): Prepare {
  const known = new Map<string, Prepared>();
  return (text) => {
    const found = known.get(text);
    known.delete(text);
    const read = found ?? first(text);
    if ('problems' in read) return read;
    known.set(text, read);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return read;
  };
}
