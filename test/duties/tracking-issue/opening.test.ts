// The tracking issue as it is opened: its labels, its GitHub milestone, its pin, and the task issues below it.
import type { OwnIssue } from '../../../src/domain/observed.ts';
import { render } from '../../../src/duties/tracking-issue/render.ts';
import { ownIssue, read } from '../../support/world.ts';
import { wishes } from './wishes.ts';

/** The issue that is wanted with such a section, where so many issues are pinned. */
function opened(section: string, pins: readonly number[] = [], issues: readonly OwnIssue[] = []) {
  const { desired, skips } = wishes(
    `roles: { lead: [alice] }
cycle: { weeks: 8, release-week: 8, weeks-after: 0 }
tasks: [{ id: notes, title: Notes, due: 2026-10-20, role: lead }]
releases: [{ version: 1.0.0, start: 2026-10-05, release: 2026-11-24 }]
tracking-issue: ${section}
`,
    { issues: [ownIssue('relcomms/other', 90), ...issues], pins },
  );
  const issue = desired.find((one) => one.kind === 'issue' && one.key === '1.0.0/tracking-issue');
  const milestones = desired.flatMap((one) => (one.kind === 'milestone' ? [one.title] : []));
  const below = desired.flatMap((one) => (one.kind === 'state' ? one.state.below : []));
  return { issue, milestones, skips, below };
}

test('it stands in the GitHub milestone of its release, unless the config keeps none', () => {
  expect(opened('{}')).toMatchObject({ issue: { milestone: '1.0.0' }, milestones: ['1.0.0'] });
  const without = opened('{ milestone: off }');
  expect(without.issue).toMatchObject({ milestone: undefined });
  expect(without.milestones).toEqual([]);
});

test.each([
  ['Kyma 1.10', 'Release Kyma 1.10'],
  ['Autumn release', 'Autumn release'],
])('its title says once that it is a release: %s', (title, expected) => {
  const [release] = read(`releases: [{ version: 1.0.0, title: ${title}, release: 2026-11-24 }]
tracking-issue: {}
`).releases;
  if (release === undefined) throw new Error('no release');
  expect(render.title(release)).toBe(expected);
});

test('it is pinned where there is room for it', () => {
  expect(opened('{}').issue).toMatchObject({ pin: true });
  expect(opened('{}', [1, 2]).issue).toMatchObject({ pin: true });
  expect(opened('{}', [1, 2, 3]).issue).toMatchObject({ pin: false });
  expect(opened('{ pin: off }').issue).toMatchObject({ pin: false });
});

test.each<[string, Partial<OwnIssue>, boolean]>([
  ['is open and stands nowhere yet', {}, true],
  ['is open and stands there', { parent: 1 }, true],
  ['was closed there', { parent: 1, state: 'closed', stateBy: 'people' }, true],
  ['was closed elsewhere', { state: 'closed', stateBy: 'people' }, false],
])('a task issue that %s', (_, more, isBelow) => {
  const { below } = opened('{ tasks: all }', [], [ownIssue('1.0.0/task/notes', 2, more)]);
  expect(below).toEqual(isBelow ? ['notes'] : []);
});
