// What commands asked for and only the state remembers: it goes with the line of a command in the log.
import type { LedgerState } from '../domain/observed.ts';

const COMMAND = /^[^/]+\/command\//;

/**
 * A command whose line is in the log is not heard again, so what it asked for is remembered with that line, whatever
 * else was not written. `keys`: those of the lines that are written.
 */
export function askedFor(
  keys: readonly string[],
  { muted, skipped }: LedgerState,
): Pick<LedgerState, 'muted' | 'skipped'> {
  return keys.some((key) => COMMAND.test(key)) ? { muted, skipped } : {};
}
