// Names the duties that could not look: what they would say is not known to be nothing.
import type { HeardDuty } from '../domain/standing.ts';

export function unheard(heard: readonly HeardDuty[] = []): string[] {
  return heard.flatMap(({ title, why }) => (why === undefined ? [] : [title]));
}
