// Whether Slack and the mail server take what the config wants to send.
import { mailSettings } from '../channels/mail/settings.ts';
import { type SlackChannelState, type SlackState, examineSlack } from '../channels/slack/examine.ts';
import { slackWorkspace } from '../channels/slack/client.ts';
import type { Environment } from '../channels/slack/tokens.ts';
import { webhookAddress } from '../channels/webhook/address.ts';
import { tokenVariable, webhookVariable } from '../domain/channel-variables.ts';
import type { SendFailure } from '../domain/notice.ts';
import { type Checkup, broken, ok, unknown } from './checkup.ts';
import { lineWords } from './line-words.ts';
import type { Wanted } from './wanted-channels.ts';

/** Where the apps of a workspace are. */
const SLACK_APPS = 'https://api.slack.com/apps';

/** From where it is looked: see `Exam`. */
interface Sender {
  readonly env: Environment;
  readonly sends: boolean;
}

export async function examineChannels(wanted: Wanted, { env, sends }: Sender): Promise<Checkup[]> {
  const workspaces = await Promise.all(
    [...wanted.slack].map(async ([workspace, channels]) => {
      const opened = slackWorkspace({ env, workspace });
      if (!sends && isUnset(opened)) return [unset('Slack', tokenVariable(workspace))];
      const state = 'kind' in opened ? opened : await examineSlack(opened, channels);
      return judgeSlack(tokenVariable(workspace), state);
    }),
  );
  const chats = wanted.webhooks.map((name) => judgeWebhook(name, { env, sends }));
  return [...workspaces.flat(), ...chats, ...(wanted.mail ? [await judgeMail({ env, sends })] : [])];
}

export function judgeSlack(variable: string, state: SlackState | SendFailure): Checkup[] {
  if ('kind' in state) return [failed('Slack', variable, state, 'no message is sent there', SLACK_APPS)];
  const { workspace, bot, lacking, channels } = state;
  return [
    ok('Slack', variable, `${workspace} accepts the token of ${bot}`),
    ...(lacking === undefined || lacking.length === 0
      ? []
      : [
          broken('Slack', `scopes of ${variable}`, {
            found: `the token lacks ${lacking.join(', ')}`,
            lost: 'what needs them fails',
            fix: 'Add them to the app under OAuth & Permissions, and install it again.',
            link: SLACK_APPS,
          }),
        ]),
    ...channels.map((channel) => judgeChannel(channel, variable)),
  ];
}

function judgeChannel({ channel, state }: SlackChannelState, variable: string): Checkup {
  const lost = 'messages to it fail';
  switch (state) {
    case 'in':
      return ok('Slack', channel, 'the bot is in the channel');
    case 'out':
      return broken('Slack', channel, {
        found: 'the bot is not in the channel',
        lost,
        fix: `Write "/invite @relcomms" in ${channel}.`,
      });
    case 'archived':
      return broken('Slack', channel, {
        found: 'the channel is archived',
        lost,
        fix: 'Name another one in the config.',
      });
    case 'absent':
      return unknown(
        'Slack',
        channel,
        'no public channel has this name: it is private, or it does not exist',
        'Check the name. If it is private, invite the bot there.',
      );
    case 'unknown':
      return unknown(
        'Slack',
        channel,
        'whether the bot is in the channel could not be read',
        `Give the app of ${variable} the scope channels:read, or look for the bot among the members.`,
      );
  }
}

/** Asking would be a message: only the address is looked at. */
function judgeWebhook(name: string, { env, sends }: Sender): Checkup {
  const variable = webhookVariable(name);
  const address = webhookAddress(env, name, env['RELCOMMS_PRIVATE_PAGES'] === 'yes');
  if (!sends && isUnset(address)) return unset('Chat', variable);
  return 'kind' in address
    ? failed('Chat', variable, address, 'no message is sent there')
    : ok('Chat', variable, 'the address is there; only a message shows whether the chat takes it');
}

async function judgeMail({ env, sends }: Sender): Promise<Checkup> {
  const settings = mailSettings(env);
  if (!sends && isUnset(settings)) return unset('Email', 'SMTP_URL');
  if ('kind' in settings) return failed('Email', 'mail server', settings, 'no email is sent');
  const { examineMail } = await import('../channels/mail/send.ts');
  const failure = await examineMail(settings);
  if (failure !== undefined) return failed('Email', 'mail server', failure, 'no email is sent');
  return ok('Email', 'mail server', `${settings.host} accepts the connection`);
}

/** The codes of `slackToken`, `mailSettings`, and `webhookAddress` for a variable that is not set. */
function isUnset(opened: object): boolean {
  const { code } = opened as { readonly code?: string };
  return code === 'no-token' || code === 'no-server' || code === 'no-webhook';
}

/** What is not set here may be where messages are sent from, in a secret of the workflow. */
function unset(area: 'Slack' | 'Chat' | 'Email', variable: string): Checkup {
  const fix = `Set ${variable} to what relcomms will use, and run this again.`;
  return unknown(area, variable, `${variable} is not set here, so nothing was looked at`, fix);
}

function failed(
  area: 'Slack' | 'Chat' | 'Email',
  subject: string,
  { line }: SendFailure,
  lost: string,
  link?: string,
): Checkup {
  return broken(area, subject, { ...lineWords(line), lost, link });
}
