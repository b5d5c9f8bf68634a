// Each thing once, whichever duties name it: who speaks last knows more.
import type { Standing } from '../domain/standing.ts';

/** In the order in which they were first named. */
export function distinct(all: readonly Standing[]): Standing[] {
  const found = new Map<string, Standing>();
  for (const one of all) found.set(`${one.release} ${one.key}`, one);
  return [...found.values()];
}
