// The key of the log line about the preview of a message that waits for an approval.
import type { Release } from '../domain/release.ts';
import { keyOf } from '../text/marker.ts';

export function previewKey({ version }: Release, id: string): string {
  return keyOf(version, 'preview', id);
}
