// The keys of issues for people who take a role or leave it: one a release, role and person.
import { keyOf } from '../../../text/marker.ts';

export type BoardingKind = 'boarding' | 'leaving';

export function boardingKey(kind: BoardingKind, version: string, role: string, login: string): string {
  return keyOf(version, kind, role, login.toLowerCase());
}

/** Whether an issue with this key belongs to a release; `version` as it stands in keys. */
export function isBoardingKey(key: string, version: string): boolean {
  return key.startsWith(`${version}/boarding/`) || key.startsWith(`${version}/leaving/`);
}
