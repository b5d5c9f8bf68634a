// The key of a release's tracking issue: every duty that writes there finds it by this.
import type { Release } from '../domain/release.ts';
import { keyOf } from '../text/marker.ts';

export function trackingKey({ version }: Pick<Release, 'version'>): string {
  return keyOf(version, 'tracking-issue');
}
