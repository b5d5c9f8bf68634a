// Which issue a failing run is about: its own link, an issue that its note names, or the one that relcomms opened.
import type { ManualResult } from '../../../domain/manual-test.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { keyOf } from '../../../text/marker.ts';
import { isSafeAddress } from '../../../text/safe-address.ts';

/** `1.10.0/manual-fail/rc1/api-upload%40linux` */
export function failKey(
  { version }: Pick<Release, 'version'>,
  { candidate, run }: Pick<ManualResult, 'candidate' | 'run'>,
): string {
  return keyOf(version, 'manual-fail', candidate, run);
}

/** What the keys of all of a release begin with. */
export function failPrefix({ version }: Pick<Release, 'version'>): string {
  return `${keyOf(version, 'manual-fail')}/`;
}

/** Candidate and run of such a key. */
export function inFailKey(key: string): Pick<ManualResult, 'candidate' | 'run'> {
  const [, , candidate = '', run = ''] = key.split('/').map(decodeURIComponent);
  return { candidate, run };
}

/** Address of the repository, by that of one of its issues; undefined where nobody knows it. */
export function repositoryOf(tracking: Pick<OwnIssue, 'url'> | undefined): string | undefined {
  return /^(https?:\/\/.+)\/issues\/\d+$/.exec(tracking?.url ?? '')?.[1];
}

/** `#123` of this repository, or the address of an issue or a pull request anywhere. */
export function linkIn(note: string | undefined, repository: string | undefined): string | undefined {
  const [, url] = /(https:\/\/[^\s<>"\\()]+\/(?:issues|pull)\/\d{1,9})(?!\w)/.exec(note ?? '') ?? [];
  if (url !== undefined) return isSafeAddress(url) ? url : undefined;
  const [, number] = /(?<![\w/#&])#(\d{1,9})(?!\w)/.exec(note ?? '') ?? [];
  return number === undefined || repository === undefined ? undefined : issueUrl(repository, Number(number));
}

export function issueUrl(repository: string, number: number): string {
  return `${repository}/issues/${number}`;
}

/** `#123` where a link is of this repository. */
export function numberIn(link: string, repository: string | undefined): number | undefined {
  const start = `${repository}/issues/`;
  const number = link.slice(start.length);
  return repository !== undefined && link.startsWith(start) && /^[1-9]\d{0,8}$/.test(number)
    ? Number(number)
    : undefined;
}
