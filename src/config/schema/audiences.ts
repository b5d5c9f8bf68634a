// Who hears of a release beyond its issues: groups with their channels, addresses and discussions.
import * as z from 'zod';
import { id, keys, list, mailAddress, oneOf, slackChannel, table, text, yesNo } from '../fields.ts';

const audience = keys({
  slack: list(slackChannel())
    .default([])
    .meta({ description: 'Channels on Slack.', example: ['#releases'] }),
  teams: yesNo().default(false).meta({
    description: 'Also the channel of every team under `teams`.',
    example: true,
  }),
  workspace: id().optional().meta({
    description:
      'Another Slack workspace than the first: its token comes in SLACK_BOT_TOKEN_ and this name in capitals.',
    example: 'community',
    defaultText: 'the workspace of SLACK_BOT_TOKEN',
  }),
  mail: list(mailAddress())
    .default([])
    .meta({ description: 'Addresses that get the message by email.', example: ['press@example.org'] }),
  webhook: list(id())
    .default([])
    .meta({
      description:
        'Webhooks of other chats (Mattermost, Rocket.Chat, Discord, Microsoft Teams): the address of each comes in WEBHOOK_ and its name in capitals.',
      example: ['community-chat'],
    }),
  discussions: text({ max: 100 }).optional().meta({
    description:
      'A category of the repository’s discussions: each message is a discussion there, visible to everybody who can see the repository.',
    example: 'Announcements',
    defaultText: 'no discussions',
  }),
  reach: oneOf(['internal', 'external']).default('internal').meta({
    description:
      'Who reads it. An external audience gets only the news that the release is out, and what `slack.press` sends.',
    example: 'external',
  }),
  approval: id().optional().meta({
    description:
      'A role that must approve each message in the tracking issue before it goes out, with `/release approve`.',
    example: 'lead',
    defaultText: 'messages go out by themselves',
  }),
});

export const audiences = table(id(), audience)
  .default({})
  .meta({
    description: 'Groups that get news of a release on Slack or another chat, by email, or in discussions.',
    example: {
      teams: { slack: ['#releases'], teams: true },
      'scrum-masters': { slack: ['#scrum-masters'] },
      community: { slack: ['#announcements'], workspace: 'community', reach: 'external' },
      followers: { discussions: 'Announcements', reach: 'external' },
      chat: { webhook: ['community-chat'], reach: 'external' },
      press: { mail: ['press@example.org'], reach: 'external', approval: 'lead' },
    },
  });

export type Audiences = z.infer<typeof audiences>;
