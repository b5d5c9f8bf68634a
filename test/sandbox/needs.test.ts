// What a config needs to be there before it can be played.
import { needsOf } from '../../sandbox/outside/needs.ts';
import { read } from '../support/world.ts';

const RELEASE = 'roles: { lead: [alice] }\nreleases: [{ version: 1.0.0, release: 2026-11-24 }]\n';
const labels = (sections: string): readonly string[] => needsOf(read(RELEASE + sections).config).labels;

test('labels that people put are there, those that relcomms makes are not', () => {
  expect(labels('report: {}\n')).toEqual(['release-blocker']);
  const named = labels('report: { blockers: [Held] }\napprovals: { labels: [held, ship-it] }\n');
  expect(named.map((name) => name.toLowerCase()).filter((name) => name === 'held')).toHaveLength(1);
  expect(named).toContain('ship-it');
  expect(labels('approvals: {}\n')).not.toContain('needs-approval');
});

test('a section that is off asks for none', () => {
  expect(labels('deadlines: {}\n')).toEqual([]);
  expect(labels('report: off\ndeadlines: {}\n')).toEqual([]);
});
