// Key of the issue that says that the config on the default branch is broken.
import { keyOf } from '../text/marker.ts';

const BROKEN = keyOf('relcomms', 'broken-config');

/** One for each commit that broke it. */
export function brokenConfigKey(commit: string): string {
  return `${BROKEN}/${commit.slice(0, 12)}`;
}

export function isBrokenConfigKey(key: string): boolean {
  return key.startsWith(`${BROKEN}/`);
}
