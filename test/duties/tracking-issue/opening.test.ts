// The tracking issue as it is opened: its labels, its GitHub milestone, its pin.
import { trackingIssue } from '../../../src/duties/tracking-issue/index.ts';
import { at, context, ownIssue, read, sourceOf } from '../../support/world.ts';

/** The issue that is wanted with such a section, where so many issues are pinned. */
function opened(section: string, pins: readonly number[] = []) {
  const prepared = read(`roles: { lead: [alice] }
cycle: { weeks: 8, release-week: 8, weeks-after: 0 }
tasks: [{ id: notes, title: Notes, due: 2026-10-20, role: lead }]
releases: [{ version: 1.0.0, start: 2026-10-05, release: 2026-11-24 }]
tracking-issue: ${section}
`);
  const { releases, config } = prepared;
  const { desired, skips } = trackingIssue.desire({
    ...context({
      now: at('2026-10-05T10:00:00Z'),
      releases,
      sections: config.sections,
      source: sourceOf(prepared),
    }),
    config: config.sections['tracking-issue'] as never,
    observed: {
      ownIssues: [ownIssue('relcomms/other', 90)],
      githubMilestones: [],
      labels: [],
      assignable: ['alice'],
      pins,
      commands: [],
    },
  });
  const issue = desired.find((one) => one.kind === 'issue' && one.key === '1.0.0/tracking-issue');
  const milestones = desired.flatMap((one) => (one.kind === 'milestone' ? [one.title] : []));
  return { issue, milestones, skips };
}

test('it stands in the GitHub milestone of its release, unless the config keeps none', () => {
  expect(opened('{}')).toMatchObject({ issue: { milestone: '1.0.0' }, milestones: ['1.0.0'] });
  const without = opened('{ milestone: off }');
  expect(without.issue).toMatchObject({ milestone: undefined });
  expect(without.milestones).toEqual([]);
});

test('it is pinned where there is room for it', () => {
  expect(opened('{}').issue).toMatchObject({ pin: true });
  expect(opened('{}', [1, 2]).issue).toMatchObject({ pin: true });
  expect(opened('{}', [1, 2, 3]).issue).toMatchObject({ pin: false });
  expect(opened('{ pin: off }').issue).toMatchObject({ pin: false });
});
