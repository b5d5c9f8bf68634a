// What is missing by what a run knows anyway: secrets that are not set, and rights that GitHub refused. It asks nothing.
import { mailSettings } from '../channels/mail/settings.ts';
import { type Environment, slackToken } from '../channels/slack/tokens.ts';
import { webhookAddress } from '../channels/webhook/address.ts';
import { tokenVariable, webhookVariable } from '../domain/channel-variables.ts';
import type { SendFailure } from '../domain/notice.ts';
import { isWorkflow } from '../github/accounts.ts';
import type { Run } from '../run/reconcile.ts';
import { type Checkup, broken } from './checkup.ts';
import { lineWords } from './line-words.ts';
import { mendRight } from './mend-right.ts';
import { needsOfConfig } from './needs.ts';
import { lacking } from './rights.ts';
import { channelsOf } from './wanted-channels.ts';
import { type Where, pageOf } from './where.ts';

type Planned = Extract<Run, { plan: unknown }>;

/** `env` is that of the run, which sends messages. */
export function knownMissing(run: Planned, env: Environment, where: Where): Checkup[] {
  return [...missingSecrets(run, env, where), ...refusedRights(run, where)];
}

function missingSecrets(run: Planned, env: Environment, where: Where): Checkup[] {
  const { slack, mail, webhooks } = channelsOf(run);
  const link = pageOf(where, 'settings/secrets/actions');
  const tokens = [...slack.keys()].flatMap((workspace) => {
    const token = slackToken(env, workspace);
    return typeof token === 'string'
      ? []
      : [secret('Slack', tokenVariable(workspace), token, 'no message is sent there', link)];
  });
  const chats = webhooks.flatMap((name) => {
    const address = webhookAddress(env, name, env['RELCOMMS_PRIVATE_PAGES'] === 'yes');
    return 'kind' in address
      ? [secret('Chat', webhookVariable(name), address, 'no message is sent there', link)]
      : [];
  });
  const settings = mail ? mailSettings(env) : undefined;
  return settings !== undefined && 'kind' in settings
    ? [...tokens, ...chats, secret('Email', 'mail server', settings, 'no email is sent', link)]
    : [...tokens, ...chats];
}

function secret(
  area: 'Slack' | 'Chat' | 'Email',
  subject: string,
  { line }: SendFailure,
  lost: string,
  link: string,
): Checkup {
  return broken(area, subject, { ...lineWords(line), lost, link });
}

/** As the words of a refusal name them: `it needs issues: write and contents: read`. */
const NEEDS = /\bneeds (?<rights>[a-z_]+: (?:read|write)(?: and [a-z_]+: (?:read|write))*)/;

function refusedRights(run: Planned, where: Where): Checkup[] {
  const reasons = [
    ...run.plan.unknown.map(({ why }) => why),
    ...[...run.applied, ...(run.checks?.applied ?? [])].flatMap(({ outcome, detail = '' }) =>
      outcome === 'failed' || outcome === 'soft' ? [detail] : [],
    ),
  ];
  const named = new Set(reasons.flatMap((why) => NEEDS.exec(why)?.groups?.['rights']?.split(' and ') ?? []));
  const grants = isWorkflow(run.setting.accounts)
    ? ({ kind: 'workflow' } as const)
    : ({ kind: 'other', isApp: false } as const);
  // Whether it is an organization shows in no answer; a right of it is named only where GitHub has one.
  return needsOfConfig(run.config, true).flatMap((need) => {
    const accesses = (['write', 'read'] as const).filter((access) => named.has(`${need.right}: ${access}`));
    const [access] = accesses;
    if (access === undefined) return [];
    const given = accesses.includes('read') ? 'none' : 'read';
    return [
      {
        ...lacking({ ...need, access }, 'broken', 'GitHub refused it in this run', given),
        ...mendRight(need.right, access, grants, where),
      },
    ];
  });
}
