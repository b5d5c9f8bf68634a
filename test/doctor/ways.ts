// Ways to be broken in access, permissions, config, workflow, names, and channels, each with its fix and its page.
import type { GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { APP_KEY } from '../support/app-key.ts';
import { CONFIG, PATH, SEED, WORKFLOW_PATH, workflowFor } from './healthy-world.ts';
import type { Way } from './way.ts';

const configured = (config: string): Partial<GitHubSeed> => ({
  files: { ...SEED.files, [PATH]: config, [WORKFLOW_PATH]: workflowFor(config) },
});
const flowing = (workflow: string): Partial<GitHubSeed> => ({
  files: { ...SEED.files, [WORKFLOW_PATH]: workflow },
});
const SLACK_APPS = /^https:\/\/api\.slack\.com\/apps$/;

export const WAYS: readonly Way[] = [
  {
    name: 'a token that GitHub does not know',
    breaks: ({ env }) => ({ ...env, GITHUB_TOKEN: 'ghp_unknown' }),
    expected: {
      subject: 'GitHub connection',
      found:
        /^GitHub does not accept GITHUB_TOKEN: it has expired, was revoked, or belongs to another GitHub$/,
      fix: /^Create a new one/,
      link: /\/settings\/tokens$/,
    },
  },
  {
    name: 'a repository that is not there, or not shown',
    args: ['--repo', 'acme/other'],
    expected: {
      subject: 'GitHub connection',
      found: /^acme\/other does not exist, or it is private and GITHUB_TOKEN has no access to it$/,
      fix: /install the App on this repository/,
      link: /\/organizations\/acme\/settings\/installations$/,
    },
  },
  {
    name: 'no network',
    breaks: ({ env }) => ({ ...env, GITHUB_API_URL: 'http://127.0.0.1:9' }),
    expected: {
      subject: 'GitHub connection',
      found: /^127\.0\.0\.1:9 did not answer \(ECONNREFUSED\)$/,
      fix: /^Check the network, GITHUB_URL, and whether a proxy is needed/,
    },
  },
  {
    name: 'the key of another App',
    breaks: ({ appEnv }) => ({ ...appEnv, PRIVATE_KEY: APP_KEY }),
    expected: {
      subject: 'GitHub App',
      found: /^GitHub does not accept PRIVATE_KEY for the App \d+$/,
      fix: /^Create a new key on the settings page/,
      link: /\/settings\/apps$/,
    },
  },
  {
    name: 'the id of no App',
    breaks: ({ appEnv }) => ({ ...appEnv, APP_ID: '987654' }),
    expected: {
      subject: 'GitHub App',
      found: /^GitHub (?:has no App with the id|does not accept PRIVATE_KEY for the App) 987654$/,
      fix: /APP_ID/,
      link: /\/settings\/apps$/,
    },
  },
  {
    name: 'an App that is not installed',
    breaks: ({ appEnv }) => appEnv,
    args: ['--repo', 'acme/other'],
    expected: {
      subject: 'GitHub App',
      found: /^the App relcomms is not installed on acme\/other, or the repository does not exist$/,
      fix: /^Install it on the repository\.$/,
      link: /\/apps\/relcomms\/installations\/new$/,
    },
  },
  {
    name: 'a suspended installation',
    breaks: ({ github, appEnv }) => {
      github.setInstallation('acme', { state: 'suspended' });
      return appEnv;
    },
    expected: {
      subject: 'GitHub App',
      found: /^the installation is suspended$/,
      fix: /^Let an owner of the account lift the suspension\.$/,
      link: /settings\/installations$/,
    },
  },
  {
    name: 'an organization with an IP allow list',
    breaks: ({ github, appEnv }) => {
      github.setInstallation('acme', { state: 'ip-allow-list' });
      return appEnv;
    },
    expected: {
      subject: 'GitHub connection',
      found: /^acme accepts requests from known addresses only/,
      fix: /^Add the address of this machine to the IP allow list/,
      link: /\/organizations\/acme\/settings\/security$/,
    },
  },
  {
    name: 'an installation that has not accepted a permission',
    breaks: ({ github, appEnv }) => {
      github.setInstallation('acme', {
        permissions: { contents: 'write', issues: 'read', metadata: 'read' },
      });
      return appEnv;
    },
    expected: {
      subject: 'Permissions issues: write',
      found: /^only read is granted$/,
      fix: /^The App asks for it: let an owner accept the new permissions\.$/,
      link: /^http/,
    },
  },
  {
    name: 'an App that hears of too little',
    seed: { app: { webhookSecret: 'secret', events: ['issues', 'pull_request'] } },
    breaks: ({ appEnv }) => appEnv,
    expected: {
      subject: 'Permissions webhooks',
      found: /^the App is not subscribed to create, issue_comment, .*push/,
      fix: /^Select them under "Subscribe to events" in the settings of the App\.$/,
      link: /\/settings\/apps\/[\w-]+\/permissions$/,
    },
  },
  {
    name: 'a workflow token that may not read what CI said, in a private repository',
    seed: {
      private: true,
      workflow: { permissions: { contents: 'read', issues: 'write', 'pull-requests': 'read' } },
    },
    expected: {
      subject: 'Permissions actions: read',
      found: /^GitHub refuses the token$/,
      fix: /^Give the token "actions: read"\.$/,
      link: /\/settings\/tokens$/,
    },
  },
  {
    name: 'no config',
    seed: { files: {} },
    expected: {
      subject: `Config ${PATH}`,
      found: /^it is not on the default branch$/,
      fix: /^Write it with relcomms init, and merge it\.$/,
      link: /\/acme\/demo\/new\/HEAD\?filename=\.github\/relcomms\.yml$/,
    },
  },
  {
    name: 'a config with a mistake',
    seed: { files: { ...SEED.files, [PATH]: CONFIG.replace('timezone', 'timezon') } },
    expected: {
      subject: `Config ${PATH}:1`,
      found: /timezon/,
      fix: /timezone/,
      link: /\/blob\/HEAD\/\.github\/relcomms\.yml#L1$/,
    },
  },
  {
    name: 'a release without a branch',
    seed: configured(CONFIG.replace(', branch: release-2.0', '')),
    expected: {
      subject: 'Config section failing-tests',
      state: 'limited',
      found: /has no branch/,
      fix: /^Add "branch" to the release\./,
      link: /\/edit\/HEAD\/\.github\/relcomms\.yml$/,
    },
  },
  {
    name: 'a workflow with a permission too little',
    seed: flowing(workflowFor().replace('issues: write', 'issues: read')),
    expected: {
      subject: `Workflow ${WORKFLOW_PATH}:`,
      found: /^The token can only read "issues"/,
      fix: /^Set "issues: write" under "permissions"\.$/,
      link: /\/blob\/HEAD\/\.github\/workflows\/relcomms\.yml#L\d+$/,
    },
  },
  {
    name: 'a workflow at hours at which nobody works',
    seed: flowing(workflowFor().replace(/cron: '17 \S+ \* \* 1-5'/, "cron: '17 3 * * 1-5'")),
    expected: {
      subject: `Workflow ${WORKFLOW_PATH}:`,
      found: /^No run starts in the working hours of Europe\/Berlin/,
      fix: /^Use these lines under "schedule": - \{ cron: '17 /,
      link: /#L\d+$/,
    },
  },
  {
    name: 'a workflow without the token of Slack',
    seed: flowing(workflowFor().replace(/.*slack-token.*\n/, '')),
    expected: {
      subject: `Workflow ${WORKFLOW_PATH}:`,
      found: /this step has no "slack-token"/,
      fix: /^Add "slack-token: /,
      link: /#L\d+$/,
    },
  },
  {
    name: 'no workflow',
    seed: { files: { [PATH]: CONFIG } },
    expected: {
      subject: 'Workflow .github/workflows',
      state: 'limited',
      found: /^no workflow runs relcomms here$/,
      fix: /^Write one with relcomms init, or install the App\.$/,
      link: /\/actions\/new$/,
    },
  },
  {
    name: 'a branch that is not cut yet',
    seed: { branches: {} },
    expected: {
      subject: 'Names branch release-2.0',
      state: 'limited',
      found: /^it does not exist yet$/,
      fix: /^Create the branch when the release is cut, or correct "branch"/,
      link: /\/branches$/,
    },
  },
  {
    name: 'a label that nobody made',
    seed: { labels: ['hold'] },
    expected: {
      subject: 'Names label needs-review',
      found: /^it does not exist$/,
      fix: /^Create the label, or name another one in "approvals\.labels"\.$/,
      link: /\/labels$/,
    },
  },
  {
    name: 'somebody who has no access',
    seed: configured(CONFIG.replace('lead: [alice]', 'lead: [alice, nobody-here]')),
    expected: {
      subject: 'Names person nobody-here',
      found: /^GitHub does not let them be assigned$/,
      fix: /^Check the login, and give nobody-here access/,
      link: /\/settings\/access$/,
    },
  },
  {
    name: 'a team that is not there',
    seed: { teams: [{ slug: 'docs', members: ['alice'] }], pulls: [] },
    breaks: ({ appEnv }) => appEnv,
    expected: {
      subject: 'Names team acme/api',
      found: /^it does not exist, or it is secret$/,
      fix: /^Correct its name in the config, or make the team visible\.$/,
      link: /\/orgs\/acme\/teams$/,
    },
  },
  {
    name: 'a category of discussions that nobody made',
    seed: { discussionCategories: ['Ideas'] },
    expected: {
      subject: 'Names category of discussions Announcements',
      found: /^it does not exist$/,
      fix: /^Create the category, or correct "discussions"/,
      link: /\/discussions\/categories$/,
    },
  },
  {
    name: 'no token for Slack, on the machine of a person',
    breaks: ({ env }) => ({ ...env, SLACK_BOT_TOKEN: '' }),
    expected: {
      subject: 'Slack SLACK_BOT_TOKEN',
      state: 'unknown',
      found: /^SLACK_BOT_TOKEN is not set here, so nothing was looked at$/,
      fix: /^Set SLACK_BOT_TOKEN to what relcomms will use, and run this again\.$/,
    },
  },
  {
    name: 'a token that Slack revoked',
    breaks: ({ slack }) => {
      slack.refuses = 'token_revoked';
    },
    expected: {
      subject: 'Slack SLACK_BOT_TOKEN',
      found: /^Slack rejects the token$/,
      fix: /^Put a new bot token into SLACK_BOT_TOKEN\.$/,
      link: SLACK_APPS,
    },
  },
  {
    name: 'a Slack that does not answer',
    breaks: ({ env }) => ({ ...env, SLACK_API_URL: 'http://127.0.0.1:9/' }),
    expected: {
      subject: 'Slack SLACK_BOT_TOKEN',
      found: /^relcomms couldn't reach Slack$/,
      fix: /^Check the network and SLACK_API_URL\.$/,
      link: SLACK_APPS,
    },
  },
  {
    name: 'a token of Slack without a scope',
    breaks: ({ slack }) => {
      slack.scopes = 'chat:write,channels:read';
    },
    expected: {
      subject: 'Slack scopes of SLACK_BOT_TOKEN',
      found: /^the token lacks pins:write, reactions:read$/,
      fix: /^Add them to the app under OAuth & Permissions, and install it again\.$/,
      link: SLACK_APPS,
    },
  },
  {
    name: 'a bot that nobody invited',
    breaks: ({ slack }) => {
      slack.channels = slack.channels.map((one) => ({ ...one, is_member: one.name !== 'team-api' }));
    },
    expected: {
      subject: 'Slack #team-api',
      found: /^the bot is not in the channel$/,
      fix: /^Write "\/invite @relcomms" in #team-api\.$/,
    },
  },
  {
    name: 'an archived channel',
    breaks: ({ slack }) => {
      slack.channels = slack.channels.map((one) => ({ ...one, is_archived: one.name === 'release' }));
    },
    expected: {
      subject: 'Slack #release',
      found: /^the channel is archived$/,
      fix: /^Name another one in the config\.$/,
    },
  },
  {
    name: 'a channel that is private, or is not there',
    breaks: ({ slack }) => {
      slack.channels = [];
    },
    expected: {
      subject: 'Slack #release',
      state: 'unknown',
      found: /^no public channel has this name/,
      fix: /^Check the name\. If it is private, invite the bot there\.$/,
    },
  },
  {
    name: 'no mail server, on the machine of a person',
    breaks: ({ env }) => ({ ...env, SMTP_URL: '' }),
    expected: {
      subject: 'Email SMTP_URL',
      state: 'unknown',
      found: /^SMTP_URL is not set here, so nothing was looked at$/,
      fix: /^Set SMTP_URL to what relcomms will use, and run this again\.$/,
    },
  },
  {
    name: 'a mail server that does not answer',
    breaks: ({ env }) => ({ ...env, SMTP_URL: 'smtp://127.0.0.1:9' }),
    expected: {
      subject: 'Email mail server',
      found: /^relcomms couldn't reach the mail server$/,
      fix: /^Check the network and SMTP_URL\.$/,
    },
  },
  {
    name: 'no sender',
    breaks: ({ env }) => ({ ...env, SMTP_FROM: '' }),
    expected: {
      subject: 'Email mail server',
      found: /^SMTP_FROM is no sender$/,
      fix: /^Write it as relcomms <relcomms@example\.com>\.$/,
    },
  },
];
