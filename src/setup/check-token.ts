// Asks Slack whom a bot token belongs to, and whether it has every scope.
import { slackWorkspace } from '../channels/slack/client.ts';
import { examineSlack } from '../channels/slack/examine.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The token is in no words of a refusal. */
export async function checkToken(
  token: string,
  env: Environment,
): Promise<{ readonly token: string; readonly words: string } | { readonly why: string }> {
  if (!/^xoxb-[\w-]{1,250}$/.test(token))
    return { why: 'A bot token begins with xoxb-. Slack shows it under "OAuth & Permissions".' };
  const slack = slackWorkspace({ env: { ...env, SLACK_BOT_TOKEN: token } });
  const state = 'kind' in slack ? slack : await examineSlack(slack, []);
  if ('kind' in state) return { why: state.line };
  const { workspace, bot, lacking = [] } = state;
  if (lacking.length > 0)
    return {
      why: `The token lacks ${lacking.join(', ')}. Add them under "OAuth & Permissions", install the app again, and copy the new token.`,
    };
  return {
    token,
    words: `The token of ${bot} in ${workspace} is in the file. Invite the bot to each channel with /invite.`,
  };
}
