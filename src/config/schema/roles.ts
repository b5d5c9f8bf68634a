// Who has which role: people as they are named, or in turn, and what who takes a role has to get.
import * as z from 'zod';
import { either, id, keys, list, login, member, table, text, url, version } from '../fields.ts';

const rotation = keys({
  through: list(login(), 50)
    .default([])
    .meta({
      description: 'The people who take turns, by login, in order.',
      example: ['alice', 'bob', 'carol'],
      defaultText: 'the people of `team`',
    }),
  team: id().optional().meta({
    description: 'A team under `teams` whose `people` take turns, in place of `through`.',
    example: 'api',
    defaultText: '`through`',
  }),
  turns: table(version(), login())
    .default({})
    .meta({
      description:
        'Whose turn each release is or was, in order. It must name the oldest release of the config that takes part, so that the turns of later releases are certain. Releases that are over can stay here after you delete them from `releases`.',
      example: { '1.10.0': 'alice' },
    }),
});

const step = either(
  text({ max: 200 }),
  keys({
    title: text({ max: 200 }).meta({ description: 'What to do.', example: 'Get access to the registry' }),
    link: url().optional().meta({
      description: 'Where it is described.',
      example: 'https://example.com/registry',
      defaultText: 'no link',
    }),
  }),
);

const fullRole = keys({
  people: list(member())
    .optional()
    .meta({
      description: 'Who has the role; goes before `rotation`, and changes no other turn.',
      example: ['alice'],
      defaultText: 'nobody, or whose turn it is',
    }),
  rotation: rotation.optional().meta({
    description:
      'People who take the role in turn: each release, in order of release day, has the next one. A person who is away on release day, or on more than 5 working days from week 1 to that day, is passed over. They have the next turn.',
    example: { through: ['alice', 'bob', 'carol'], turns: { '1.10.0': 'alice' } },
    defaultText: 'nobody takes turns',
  }),
  boarding: list(step, 50)
    .default([])
    .meta({
      description:
        'What somebody needs who takes the role: access, channels, meetings, reading. Who did not have the role in the release before gets an issue with these steps when the tracking issue opens. They take variables.',
      example: [
        'Join #release',
        { title: 'Get access to the registry', link: 'https://example.com/registry' },
      ],
      defaultText: 'no issue',
    }),
  leaving: list(step, 50)
    .optional()
    .meta({
      description:
        'What to take back from somebody who no longer has the role. They get an issue with these steps once the cycle of the release before is over.',
      example: ['Remove the access to the registry'],
      defaultText: 'the steps of `boarding`, to undo',
    }),
});

export const roles = table(
  id(),
  // A list of people alone is short for `{ people: [...] }`.
  either(list(member()).prefault([]), fullRole),
)
  .default({})
  .meta({
    description:
      'Who has which role. Every task belongs to a role; a role can be empty. relcomms mentions a shadow but does not assign them. A GitHub team, as organization/team, can use the commands of the role; relcomms assigns and mentions only people. A role is a list of people, or keys.',
    example: {
      lead: ['alice'],
      shadow: ['bob', 'carol'],
      'former-lead': ['dave'],
      'release-manager': {
        rotation: { through: ['alice', 'bob', 'carol'], turns: { '1.10.0': 'alice' } },
        boarding: [
          'Join #release on Slack',
          { title: 'Get access to the registry', link: 'https://example.com/registry' },
        ],
        leaving: ['Remove the access to the registry'],
      },
      'api-contact': {
        people: ['erin'],
        rotation: { team: 'api', turns: { '1.10.0': 'carol' } },
      },
    },
  });

export type WrittenRoles = z.infer<typeof roles>;
