// Begins the comments that duties keep on a tracking issue together with the issue, while nobody follows it.
import type { DesiredRecord } from '../domain/desired.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { AnyDuty } from '../duties/duty.ts';
import { trackingKey } from '../memory/tracking-key.ts';
import type { Release } from '../domain/release.ts';
import { canonical } from './canonical.ts';
import type { Wanted } from './wanted.ts';

/** A comment that is begun later mails everybody who follows the issue; one that is edited mails nobody. */
export function beginRecords(
  wanted: readonly Wanted[],
  duties: readonly AnyDuty[],
  releases: readonly Release[],
  issues: readonly OwnIssue[],
): readonly Wanted[] {
  const keys = new Set(releases.map(trackingKey));
  const opened = wanted.flatMap(({ desired }) =>
    desired.kind === 'issue' &&
    keys.has(desired.key) &&
    desired.state === 'open' &&
    canonical(issues, desired.key) === undefined
      ? [desired.key]
      : [],
  );
  const begun = new Set(
    wanted.flatMap(({ desired }) => (desired.kind === 'record' ? [`${desired.issue} ${desired.name}`] : [])),
  );
  const records = opened.flatMap((issue) =>
    duties.flatMap(({ name: duty, keeps = [] }) =>
      keeps.flatMap((kept) => {
        const id = `${issue} ${kept.name}`;
        if (begun.has(id)) return [];
        begun.add(id);
        const desired: DesiredRecord = { kind: 'record', issue, ...kept, rows: {}, why: WHY };
        return [{ duty, desired }];
      }),
    ),
  );
  return records.length === 0 ? wanted : [...wanted, ...records];
}

const WHY = 'it is begun with the issue, so that nobody gets an email for it later';
