// A release that starts is welcomed in the comment that the digest of the week is part of.
import { day } from '../../../src/domain/day.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import { digestHost } from '../../../src/duties/deadlines/digest-host.ts';
import { trackedReleases } from '../../../src/duties/deadlines/input.ts';
import { at, read, trackingIssue } from '../../support/world.ts';
import { inputOf } from './world.ts';

const PREPARED = read(`timezone: UTC
people: { alice: {} }
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases: [{ version: 1.0.0, release: 2026-11-24 }, { version: 2.0.0, release: 2026-12-08 }]
tracking-issue: {}
deadlines: {}
`);

/** 2.0.0 starts on Monday 16 November. */
const MONDAY = '2026-11-16T08:00:00Z';

function tracking(version: string, ...keys: readonly string[]): OwnIssue {
  const entries = keys.map((key) => ({ key: `${version}/${key}`, day: day('2026-11-16'), text: key }));
  return trackingIssue(version, { ledger: { commentId: 2, body: '', entries } });
}

function hostOf(issues: readonly OwnIssue[], { now = MONDAY, opensBefore = 0 } = {}): string {
  const input = { ...inputOf(PREPARED, issues, at(now)), told: { opensBefore } };
  const host = digestHost(trackedReleases(input), input);
  return host === 'wait' ? host : host.version;
}

const FIRST = tracking('1.0.0', 'opened', 'welcome');

test('it waits for the issue and the log of a release that starts, that day only', () => {
  expect(hostOf([FIRST])).toBe('wait');
  expect(hostOf([FIRST, trackingIssue('2.0.0', { ledger: undefined })])).toBe('wait');
  expect(hostOf([FIRST], { now: '2026-11-17T08:00:00Z' })).toBe('1.0.0');
  expect(hostOf([FIRST], { opensBefore: 7 })).toBe('1.0.0');
});

test('it stands with the release that is welcomed, else with the next to be released', () => {
  expect(hostOf([FIRST, tracking('2.0.0', 'opened')])).toBe('2.0.0');
  expect(hostOf([FIRST, tracking('2.0.0', 'opened', 'welcome')])).toBe('1.0.0');
  expect(hostOf([FIRST, { ...tracking('2.0.0', 'opened'), state: 'closed' }])).toBe('1.0.0');
});

test('no welcome is waited for where no tracking issue is kept', () => {
  const input = inputOf(PREPARED, [FIRST], at(MONDAY));
  const host = digestHost(trackedReleases(input), input);
  expect(host).toMatchObject({ version: '1.0.0' });
});
