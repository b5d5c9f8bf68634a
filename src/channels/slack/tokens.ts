// Finds the token of a workspace and the address of Slack in the environment.
import { tokenVariable } from '../../domain/channel-variables.ts';
import type { SendFailure } from '../../domain/notice.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export function slackToken(env: Environment, workspace?: string): string | SendFailure {
  const name = tokenVariable(workspace);
  const token = env[name]?.trim();
  return token === undefined || token === ''
    ? failed(
        'no-token',
        `There is no token for Slack: set the variable ${name} to the bot token of the workspace.`,
      )
    : token;
}

/** `SLACK_API_URL` or Slack's own. A token goes over TLS only, or stays on this machine. */
export function slackAddress(env: Environment): string | SendFailure {
  const given = env['SLACK_API_URL']?.trim() || 'https://slack.com/api/';
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url?.hostname ?? '');
  return url?.protocol === 'https:' || (local && url?.protocol === 'http:')
    ? url.href
    : failed('bad-address', 'SLACK_API_URL is no https: address: correct it, or leave it out.');
}

function failed(code: string, line: string): SendFailure {
  return { kind: 'failed', code, line, certain: true };
}
