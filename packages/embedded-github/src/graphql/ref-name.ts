// The branches of a pull request.
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';

/** The branch as the emulator knows it. */
export function refName({ json }: PullFacts, end: 'base' | 'head'): string {
  return String((json[end] as Json)['ref']);
}
