// Kinds of releases: what a minor release, a patch or a security release has in place of the top of the config.
import * as z from 'zod';
import { id, keys, list, table, text, yesNo } from '../fields.ts';
import { candidates } from './candidates.ts';
import { cycle } from './cycle.ts';
import { events } from './events.ts';
import { milestones } from './milestones.ts';
import { roles } from './roles.ts';
import { repositories } from './repositories.ts';
import { type Carrier, tasks } from './tasks.ts';
import { vars } from './vars.ts';

const shape = (carriers: readonly Carrier[]) => ({
  cycle: cycle.meta({
    description:
      'Its weeks, key by key over the inherited ones. Inherited phases stay only where it gives neither `weeks` nor `release-week`.',
    example: { weeks: 3, 'release-week': 3, 'weeks-after': 0 },
    defaultText: 'the inherited one',
  }),
  candidates: candidates.optional().meta({
    description:
      'Its release candidates, key by key over the inherited ones. `planned: 0` if there are none until somebody opens one.',
    example: { planned: 1 },
    defaultText: 'the inherited ones',
  }),
  milestones: milestones.meta({
    description: 'Its milestones over the inherited ones, by id; `remove: yes` takes one away.',
    example: { 'cherry-pick-deadline': 'release - 3 working days', 'embargo-lift': { remove: true } },
    defaultText: 'the inherited ones',
  }),
  tasks: tasks(carriers).meta({
    description:
      'Its tasks over the inherited ones: a task with the id of an inherited one changes only the keys it gives, and `remove: yes` takes one away.',
    example: [
      { id: 'webinar', optional: true },
      { id: 'theme', remove: true },
    ],
    defaultText: 'the inherited ones',
  }),
  roles: roles.meta({
    description: 'Who has which role in these releases, role by role over the inherited ones.',
    example: { lead: ['bob'] },
    defaultText: 'the inherited ones',
  }),
  labels: list(text({ max: 50 }))
    .default([])
    .meta({
      description:
        'Labels for its tracking issues and for the issues of its tasks, beside those of `tracking-issue` and of the tasks. They take variables.',
      example: ['kind/patch'],
    }),
  vars: vars().meta({
    description: 'Values for `{name}` in these releases. They override `vars` at the top.',
    example: { channel: '#patches' },
  }),
  repositories: repositories.meta({
    description: 'Other repositories of these releases, in place of the inherited ones.',
    example: ['acme/docs'],
    defaultText: 'the inherited ones',
  }),
  events: events.meta({
    description: 'Events of these releases, in place of the inherited ones; `[]` for none.',
    example: [{ title: 'Patch party', on: '2026-12-10' }],
    defaultText: 'the inherited ones',
  }),
  private: yesNo().default(false).meta({
    description:
      'Whether these releases are secret until they are out: a security fix under embargo. In a public repository relcomms does nothing for them and says so, since everyone can read the config and the issues there. Write such a release into the config of a private repository.',
    example: true,
  }),
});

const kind = (carriers: readonly Carrier[]) =>
  keys({
    extends: list(text({ max: 80 }))
      .default([])
      .meta({
        description:
          'Kinds and presets that it is based on, in place of the cycle, the milestones, and the tasks at the top of the config. Of a preset it takes these and the roles that the top does not name.',
        example: ['patch-train'],
      }),
    ...shape(carriers),
  });

export const kinds = (carriers: readonly Carrier[]) =>
  table(id(), kind(carriers).prefault({}))
    .default({})
    .meta({
      description:
        'Kinds of releases: a release names one as its `kind`. Each is based on what it extends, otherwise on the top of the config. A kind that extends a preset takes of the top only the roles and `vars`.',
      example: {
        minor: {
          milestones: { 'docs-freeze': 'release - 1 week' },
          roles: { shadow: ['bob', 'carol'] },
          tasks: [{ id: 'webinar', optional: true }],
        },
        patch: {
          extends: ['patch-train'],
          cycle: { weeks: 3, 'release-week': 3 },
          milestones: { 'cherry-pick-deadline': 'release - 3 working days' },
          labels: ['kind/patch'],
          vars: { channel: '#patches' },
        },
        security: {
          extends: ['patch'],
          tasks: [{ id: 'remind-of-deadline', remove: true }],
          labels: ['kind/security'],
          private: true,
        },
      },
    });

/** A plan in one piece: every key as it applies to the release. */
export const plan = (carriers: readonly Carrier[]) => keys(shape(carriers));

export type WrittenPlan = z.infer<ReturnType<typeof plan>>;
