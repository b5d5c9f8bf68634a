// The releases in work, each with its days.
import * as z from 'zod';
import { day, eitherByKeys, id, keys, list, text, version } from '../fields.ts';
import { releaseBranch, together } from './lines.ts';
import { milestones } from './milestones.ts';
import { roles } from './roles.ts';
import { repositories } from './repositories.ts';
import { type Carrier, tasks } from './tasks.ts';
import { isRuleBy, releaseRule } from './release-rules.ts';
import { candidates } from './candidates.ts';
import { vars } from './vars.ts';

const ownCandidates = candidates.optional().meta({
  description: 'Its release candidates, key by key over the inherited ones.',
  example: { planned: 3 },
  defaultText: 'the inherited ones',
});

const release = (carriers: readonly Carrier[]) =>
  keys({
    version: version().meta({
      description: "Its version, as text in quotes: '1.10' must not become 1.1.",
      example: '1.10.0',
    }),
    together,
    title: text({ max: 120 })
      .optional()
      .meta({ description: 'What people call it.', example: 'Autumn release', defaultText: 'the version' }),
    kind: id().optional().meta({
      description: 'The kind of release, of those under `kinds`.',
      example: 'minor',
      defaultText: 'the top of the config alone',
    }),
    start: day().optional().meta({
      description: 'Monday of week 1.',
      example: '2026-09-07',
      defaultText: 'counted back from release day by `cycle.release-week`',
    }),
    release: day().meta({
      description: 'Release day.',
      example: '2026-11-24',
      defaultText: 'that of its rule; needed without one',
      elsewhere: true,
    }),
    because: text({ max: 300 }).optional().meta({
      description: 'Why release day moved to this day. relcomms announces the reason with the new date.',
      example: 'a critical bug in the upgrade',
      defaultText: 'no reason is announced',
    }),
    branch: releaseBranch,
    vars: vars().meta({
      description: 'Values for `{name}` in this release. They override `vars` at the top.',
      example: { previous: '1.9.4' },
    }),
    milestones: milestones.meta({
      description:
        'Its milestones: id, then a day or keys. They override inherited milestones with the same id; `remove: yes` takes one away.',
      example: { 'code-freeze': '2026-11-03', rc1: '2026-11-10', kubecon: { on: '2026-11-09', fixed: true } },
    }),
    candidates: ownCandidates,
    tasks: tasks(carriers).meta({
      description: 'Tasks of this release over the inherited ones, by id; `remove: yes` takes one away.',
      example: [{ id: 'anniversary', title: 'Write about ten years', role: 'lead', week: 4 }],
      defaultText: 'the inherited ones',
    }),
    roles: roles.meta({
      description: 'Who has which role in this release, role by role over the inherited ones.',
      example: { lead: ['bob'] },
      defaultText: 'the inherited ones',
    }),
    repositories: repositories.meta({
      description: 'Other repositories of this release, in place of the inherited ones.',
      example: ['acme/docs'],
      defaultText: 'the inherited ones',
    }),
  });

export const releases = (carriers: readonly Carrier[]) =>
  list(eitherByKeys(isRuleBy, release(carriers), releaseRule)).meta({
    description:
      'The releases in work, and rules for releases that come regularly. `releases: []` while none is planned.',
    example: [
      {
        version: '1.10.0',
        title: 'Autumn release',
        kind: 'minor',
        start: '2026-09-07',
        release: '2026-11-24',
        branch: 'release-1.10',
        milestones: {
          'code-freeze': { on: '2026-11-03', kind: 'code-freeze', weekday: 'tuesday', week: 9 },
          rc1: { on: '2026-11-10', because: 'the first build did not start' },
          'docs-complete': { on: 'release - 1 week', ask: true, shift: 'previous working day' },
          kubecon: { from: '2026-11-09', on: '2026-11-12', fixed: true },
        },
        tasks: [{ id: 'anniversary', title: 'Write about ten years', role: 'lead', week: 4 }],
        roles: { shadow: ['bob'] },
      },
      {
        version: 'patches-2026-12',
        title: 'December patches',
        together: ['1.9.4', '1.8.11', { version: '1.7.16', branch: 'maintenance-1.7' }],
        release: '2026-12-08',
        kind: 'patch',
        branch: 'release-{minor}',
      },
      {
        every: '13 weeks',
        first: '2027-02-23',
        versions: '1.{n}.0',
        n: 11,
        skip: ['1.13.0'],
        branch: 'release-{minor}',
        kind: 'minor',
      },
    ],
  });

export type WrittenRelease = z.infer<ReturnType<typeof release>>;
