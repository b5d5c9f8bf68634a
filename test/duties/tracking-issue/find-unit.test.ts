// A series is meant by its id or its title: then one of its occurrences is chosen.
import { findTarget } from '../../../src/duties/tracking-issue/answer/find-unit.ts';
import { read, releaseOf } from '../../support/world.ts';

const release = releaseOf(
  read(`timezone: UTC
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases: [{ version: v2.0.0, start: 2020-01-06, release: 2020-01-28 }]
tasks:
  - { id: sync, title: Hold the sync, due: week 1 friday, every: 1 week, until: release }
  - { id: sync-notes, title: Publish the notes of the sync, week: 2 }
tracking-issue: {}
`),
);

function meant(words: string): string {
  const found = findTarget(words.split(' '), 'x', release, [], (occurrences) => occurrences[1]);
  return 'problem' in found ? 'problem' : found.items.map(({ id }) => id).join();
}

test.each([
  ['its id', 'sync', 'sync.2020-w03'],
  ['its id in capitals', 'SYNC', 'sync.2020-w03'],
  ['its whole title, though another ends with it', 'hold the sync', 'sync.2020-w03'],
  ['the id of one occurrence', 'sync.2020-w04', 'sync.2020-w04'],
])('%s', (_, words, id) => expect(meant(words)).toBe(id));

test('words of a series and of another task mean neither', () => expect(meant('the sync')).toBe('problem'));
