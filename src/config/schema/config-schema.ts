// Every key of the config: the one source of types, JSON Schema, example and documentation.
import * as z from 'zod';
import type { References } from '../../domain/references.ts';
import type { TextPlace } from '../../domain/text-place.ts';
import { day, keys, list, pattern, text, wholeNumber, yesNo, zone } from '../fields.ts';
import { audiences } from './audiences.ts';
import { candidates } from './candidates.ts';
import { cycle } from './cycle.ts';
import { events } from './events.ts';
import { kinds, plan } from './kinds.ts';
import { milestones } from './milestones.ts';
import { vars } from './vars.ts';
import { people, teams } from './people.ts';
import { releases } from './releases.ts';
import { repositories } from './repositories.ts';
import { roles } from './roles.ts';
import { type Carrier, tasks } from './tasks.ts';

/** What a duty says about its section of the config; a section that is absent means that the duty is off. */
export interface DutySection {
  /** An object schema made with `keys`, in which every key has a default or is needed. */
  readonly schema: z.ZodType;
  readonly title: string;
  readonly description: string;
  /** Whether it is on without being named, wherever the config has releases. */
  readonly isDefault?: boolean | undefined;
  /** What it can do in place of people, for `done-by` of tasks. */
  readonly carriesOut?: readonly Carrier[] | undefined;
  /** Where it names roles, teams, audiences and milestones, from the section down. */
  readonly references?: readonly References[] | undefined;
  /** Where it has texts that take variables, from the section down. */
  readonly texts?: readonly TextPlace[] | undefined;
}

export type DutySections = Readonly<Record<string, DutySection>>;

const app = pattern({
  pattern: /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+){0,39}$/,
  code: 'bad-app',
  what: 'the name of a GitHub App',
  fix: 'Write the name as in github.com/apps/NAME: lower-case words joined by hyphens.',
  suggest: (value) =>
    value
      .replace(/^@/, '')
      .replace(/\[bot\]$/, '')
      .toLowerCase(),
});

const shape = {
  enabled: yesNo().default(true).meta({
    description:
      'Whether relcomms works here. With "no" the next run takes back everything that relcomms has put into the repository, and runs do nothing else.',
    example: true,
  }),
  extends: list(text({ max: 80 }))
    .default([])
    .meta({
      description:
        'Presets, in order; what comes later goes before what came earlier, and this file before all.',
      example: ['kubernetes-comms'],
    }),
  app: app
    .default('relcomms')
    .meta({ description: 'The GitHub App whose account writes here.', example: 'relcomms' }),
  timezone: zone()
    .default('UTC')
    .meta({ description: 'The zone in which days begin and end.', example: 'Europe/Berlin' }),
  holidays: list(day())
    .default([])
    .meta({
      description: 'Days that are no working days, beside Saturdays and Sundays.',
      example: ['2026-12-25', '2027-01-01'],
    }),
  people,
  roles,
  teams,
  audiences,
  cycle,
  candidates: candidates.optional().meta({
    description:
      'Release candidates that repeat until nothing blocks one: the milestones `rc1`, `rc2`, and so on. They are counted back from release day. `/release candidate` opens a further one and moves release day, in a pull request. A task with `per: candidate` is there once for each. `last-candidate` in a day is the last one so far, such as `last-candidate + 2 days`. In `milestones` of a section, `candidate` means each of them.',
    defaultText: 'a release has the candidates that are under `milestones`',
  }),
  milestones: milestones.meta({
    description: 'Milestones that every release has: id, then a day or keys.',
    example: {
      rc1: {
        on: 'release - 2 weeks',
        title: 'Release candidate 1',
        who: 'Release managers',
        at: '17:00',
        zone: 'AoE',
      },
      'cherry-pick-deadline': 'release - 3 working days',
    },
  }),
  tasks: tasks([]),
  vars: vars().meta({
    description:
      'Values for `{name}` in titles, notes, links, labels and steps of milestones and tasks, and in every other key that takes variables. Built in are `{version}`, `{minor}` (its first two numbers), `{title}`, `{branch}`, `{lines}` (the versions of a train), `{previous}`, and `{next}`. The id of each milestone is its day, such as `{rc1}`. `{{version}}` is the word in braces.',
    example: { board: 'https://example.com/board', manager: 'the release manager' },
  }),
  repositories: repositories.meta({
    description:
      'Other repositories that take part in each release. With the section `report`, relcomms counts their blockers, open pull requests, and failing checks. It shows which of them has its tag.',
    example: [
      { name: 'acme/cli', branch: 'release-{minor}' },
      { name: 'acme/charts', tag: 'charts-{version}', after: 'acme/cli' },
    ],
  }),
  events: events.meta({
    description:
      'Conferences and other events. Those in the cycle of a release are among its dates, with the end of their call for papers, and never move. A task with `per: event` is done for each of them. The preset `kubernetes-comms` has one that submits the release five working days before the call closes.',
    example: [
      {
        title: 'KubeCon EU 2027',
        from: '2027-03-15',
        on: '2027-03-18',
        cfp: '2026-11-30',
        link: 'https://example.com/kubecon',
      },
      { id: 'fosdem', title: 'FOSDEM', on: '2027-02-07' },
    ],
  }),
  kinds: kinds([]),
  releases: releases([]),
  limits: keys({
    operations: wholeNumber({ min: 1, max: 500 }).default(50).meta({
      description: 'Most writes of one run; what is left is named and done by the next run.',
      example: 50,
    }),
  })
    .prefault({})
    .meta({ description: 'How much one run may do.' }),
};

/** Names that a duty's section can't have. */
export const GENERAL_KEYS: readonly string[] = Object.keys(shape);

/** The schema of the whole config with the sections of duties; a missing section decodes to undefined. */
export function configSchema(sections: DutySections) {
  const own = Object.entries(sections).map(([name, { schema, description, isDefault }]) => [
    name,
    schema.optional().meta({ description, defaultText: isDefault === true ? 'on' : 'off' }),
  ]);
  const carriers = carriersOf(sections);
  const all: typeof shape = {
    ...shape,
    tasks: tasks(carriers),
    kinds: kinds(carriers),
    releases: releases(carriers),
    ...Object.fromEntries(own),
  };
  return keys(all);
}

/** The schema of a plan in one piece, with what duties can do. */
export function planSchema(sections: DutySections) {
  return plan(carriersOf(sections));
}

function carriersOf(sections: DutySections): readonly Carrier[] {
  return Object.entries(sections).flatMap(([section, { carriesOut = [] }]) =>
    carriesOut.map(({ name, does }) => ({ name: `${section}.${name}`, does })),
  );
}

export type WrittenConfig = z.infer<ReturnType<typeof configSchema>>;
