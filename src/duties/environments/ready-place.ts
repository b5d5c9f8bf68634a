// Where people can test a candidate of a release now, for messages of other duties.
import type { OwnIssue } from '../../domain/observed.ts';
import { memoryIn } from './memory.ts';

/** The address that was ready last, of those that are still there; undefined: there is none. */
export function readyPlace(tracking: Pick<OwnIssue, 'records'>): string | undefined {
  const { environments } = memoryIn(tracking);
  const up = Object.values(environments).flatMap(({ ready, ended }) =>
    ready?.url === undefined || ended !== undefined ? [] : [{ at: ready.at, url: ready.url }],
  );
  return up.toSorted((a, b) => a.at - b.at).at(-1)?.url;
}
