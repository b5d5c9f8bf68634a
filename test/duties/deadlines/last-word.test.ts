// Other duties ask whether the last word on a gate has come: it is in the log from the run that said it on.
import { day } from '../../../src/domain/day.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import type { Milestone } from '../../../src/domain/release.ts';
import type { DeadlinesConfig } from '../../../src/duties/deadlines/config.ts';
import { type LastWord, lastWordOn } from '../../../src/duties/deadlines/last-word.ts';
import { at, read } from '../../support/world.ts';
import { openedAt, walk } from './world.ts';

const prepared = (deadlines = '{}') =>
  read(`timezone: UTC
people: { alice: {} }
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
milestones:
  rc1: { title: RC1, on: week 3 Thursday }
  party: { title: Party, on: week 3 Friday }
releases: [{ version: 1.0.0, release: 2026-11-26 }]
tracking-issue: {}
deadlines: ${deadlines}
`);

function wordOn(id: string, tracking: OwnIssue | undefined, text?: string): LastWord {
  const { config, releases } = prepared(text);
  const [release] = releases;
  const milestone = release?.milestones.find((one) => one.id === id) as Milestone;
  if (release === undefined) throw new Error('no release');
  const { deadlines } = config.sections as { readonly deadlines: DeadlinesConfig };
  return lastWordOn({ milestone, release, tracking, holidays: [] }, deadlines);
}

function trackingUntil(to: string): OwnIssue | undefined {
  const config = prepared();
  const opened = config.releases.map((release) => openedAt(release, at('2026-11-02T08:00:00Z')));
  return walk(() => config, opened, at('2026-11-02T09:00:00Z'), at(to)).issues[0];
}

test('it is awaited up to the day of the gate, and said from then on', () => {
  expect(wordOn('rc1', trackingUntil('2026-11-18T23:00:00Z'))).toEqual({ kind: 'awaited' });
  const day19 = trackingUntil('2026-11-19T12:00:00Z');
  expect(wordOn('rc1', day19)).toEqual({ kind: 'said', day: day('2026-11-19') });
  expect(wordOn('release', day19)).toEqual({ kind: 'awaited' });
});

test('there is none of what is no gate, is not announced, or has no open issue with a log', () => {
  const tracking = trackingUntil('2026-11-04T00:00:00Z');
  const none = { kind: 'none' };
  expect(wordOn('party', tracking)).toEqual(none);
  expect(wordOn('release', tracking, '{ milestones: { release: { notice: [] } } }')).toEqual(none);
  expect(wordOn('rc1', undefined)).toEqual(none);
  expect(wordOn('rc1', tracking && { ...tracking, state: 'closed' })).toEqual(none);
  expect(wordOn('rc1', tracking && { ...tracking, ledger: undefined })).toEqual(none);
});
