// What people see of the record of test environments: the comment on the tracking issue, with what it keeps.
import type { Release } from '../../domain/release.ts';
import { readRecord, recordKey } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { readMarker } from '../../text/marker.ts';
import { isOwn } from '../find-own.ts';
import type { SeenIssue } from '../view.ts';
import { type EnvironmentMemory, RECORD, readMemory } from './memory.ts';

/** A copy that a person wrote is none. */
export function shownMemory({ comments }: SeenIssue, release: Release): EnvironmentMemory {
  const key = recordKey(trackingKey(release), RECORD);
  const found = comments.find((comment) => isOwn(comment) && readMarker(comment.body) === key);
  return readMemory(found === undefined ? {} : readRecord(found.body));
}
