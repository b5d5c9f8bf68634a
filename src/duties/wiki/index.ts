// Keeps one page per release in the wiki with everything that affects all teams (Y21, Y22).
import { dayAt, endOfDay, instantOf } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { MESSAGES } from '../../domain/outbox.ts';
import { type Release, isRunning } from '../../domain/release.ts';
import { keyOf } from '../../text/marker.ts';
import { recordKey } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty, DutyAnswer } from '../duty.ts';
import { filledFor } from '../filled-for.ts';
import { type WikiConfig, texts, wikiConfig } from './config.ts';
import { renderPage, words } from './render.ts';
import { pageTitle } from './page-title.ts';
import type { WikiInput } from './input.ts';
import { permissions } from './permissions.ts';
import { carriesOut } from './carries-out.ts';

export const wikiDuty: Duty<WikiConfig, 'ownIssues'> = {
  name: 'wiki',
  title: 'Wiki page',
  description:
    'One page per release in the wiki of the repository: dates with their history, contacts, approvals, and failing tests.',
  config: wikiConfig,
  texts,
  needs: ['ownIssues'],
  leansOn: ['tracking-issue'],
  wakesOn: ['push', 'issues'],
  permissions,
  carriesOut,
  panes: [{ id: 'wiki', title: 'Wiki' }],
  asks: ({ releases, now }) => {
    const keys = releases.filter((release) => isRunning(release, now)).map(trackingKey);
    return { ownIssues: { keys, records: keys.map((key) => recordKey(key, MESSAGES)) } };
  },
  desire: (input) => {
    const desired = input.releases.flatMap((release) => {
      const tracking = input.observed.ownIssues.find(({ key }) => key === trackingKey(release));
      return tracking !== undefined && isRunning(release, input.now) ? pageOf(release, tracking, input) : [];
    });
    return { desired, skips: [] };
  },
};

function pageOf(release: Release, tracking: OwnIssue, input: WikiInput): DutyAnswer['desired'] {
  const { version, start, end, timezone } = release;
  const page = pageTitle(input.config.page, release);
  const key = keyOf(version, 'wiki', 'page');
  const why = words.why(version);
  return [
    {
      kind: 'notice',
      issue: trackingKey(release),
      notice: {
        key,
        audience: 'internal',
        target: { kind: 'wiki', page, block: 'release' },
        from: instantOf(start, '00:00', timezone),
        until: endOfDay(end, timezone),
        title: words.title(version),
        lines: renderPage(release, tracking, filledFor(release, input, texts)),
        why,
      },
      current: true,
      entry: key,
      why,
    },
    {
      kind: 'entry',
      issue: trackingKey(release),
      key,
      day: dayAt(input.now, timezone),
      text: words.entry(page),
      why,
    },
  ];
}
