// A webhook is only a hint: which repositories should be looked at now.
import type { RepositoryName } from '../github/client.ts';
import { isBot, isLogin } from '../domain/login.ts';
import { commandLines } from '../text/command-lines.ts';
import { ONBOARDING_BRANCH, SLIP_BRANCH } from '../text/own-branch.ts';

/** A repository and the installation whose token reads it. */
export interface Hint extends RepositoryName {
  readonly installation: number;
  /** A commit whose check a person asked for anew. */
  readonly again?: string;
  /** Numbers of the pull requests that may have changed, none where an issue did; absent: anything may have. */
  readonly about?: readonly number[];
  /** Nothing was heard of it: its round has come. */
  readonly isTick?: true;
  /** Something says that a first config may be asked for now. */
  readonly onboard?: OnboardHint;
  /** A person waits for an answer, so the look does not wait for its turn in time. */
  readonly isAsked?: true;
}

/** Logins: who installed the App, and who wrote `/release onboard`. */
export interface OnboardHint {
  readonly by?: string;
  readonly asked?: string;
  /** Where that was written: the issue, and the id of the comment. */
  readonly at?: { readonly issue: number; readonly comment: number };
}

/** What relcomms reads of a webhook; everything else in it is left alone. */
export interface WebhookEvent {
  readonly name: string;
  readonly payload: {
    readonly action?: string | undefined;
    /** Of a status. */
    readonly state?: string | undefined;
    readonly changes?:
      | { readonly base?: unknown; readonly body?: unknown; readonly title?: unknown }
      | undefined;
    readonly pull_request?:
      | {
          readonly number?: number;
          readonly base?: { readonly ref?: string };
          readonly head?: { readonly ref?: string };
        }
      | undefined;
    readonly check_run?: { readonly head_sha?: string } | undefined;
    readonly check_suite?:
      | { readonly head_sha?: string; readonly pull_requests?: readonly { readonly number: number }[] }
      | undefined;
    readonly installation?:
      | { readonly id: number; readonly account?: { readonly login: string } | null }
      | undefined;
    readonly repository?:
      | {
          readonly name: string;
          readonly owner: { readonly login?: string };
          readonly default_branch?: string;
        }
      | undefined;
    readonly repositories?: readonly { readonly full_name: string }[] | undefined;
    readonly repositories_added?: readonly { readonly full_name: string }[] | undefined;
    readonly sender?: { readonly login: string } | undefined;
    readonly comment?:
      | {
          readonly id?: number;
          readonly body?: string | null;
          readonly user?: Writer | null;
          readonly author_association?: string;
        }
      | undefined;
    readonly issue?:
      | {
          readonly number?: number;
          /** There where the issue is a pull request. */
          readonly pull_request?: object | undefined;
          readonly state?: string;
          readonly body?: string | null;
          readonly user?: Writer | null;
        }
      | undefined;
    readonly ref?: string | undefined;
    readonly commits?: readonly Commit[] | undefined;
  };
}

interface Writer {
  readonly login: string;
  readonly type?: string;
}

interface Commit {
  readonly added?: readonly string[];
  readonly modified?: readonly string[];
  readonly removed?: readonly string[];
}

/**
 * The webhook for the check of configs in pull requests, which no duty waits for. Those of checks reach every App
 * that may write checks, without being asked for.
 */
export const CONFIG_CHECK_EVENT = 'pull_request';

/** Those by which a person asks for a check anew. */
const RERUN_EVENTS: readonly string[] = ['check_run', 'check_suite'];

/** The webhook that brings commands. */
export const COMMAND_EVENT = 'issue_comment';

/** After these its commits are others. Another base branch is an edit, as is another title. */
const PULL_ACTIONS: ReadonlySet<string> = new Set(['opened', 'reopened', 'synchronize']);

export interface WakeRules {
  /** Names of webhooks that a duty waits for. */
  readonly wakesOn: ReadonlySet<string>;
  /** Our own account: its writes need no second look. */
  readonly self: string;
  readonly configPath: string;
}

/** Names of all webhooks that may be one: Probot makes a client for each that is listened to, and none for the rest. */
export function heardEvents({ wakesOn }: Pick<WakeRules, 'wakesOn'>): string[] {
  return [...new Set([...wakesOn, CONFIG_CHECK_EVENT, ...RERUN_EVENTS, COMMAND_EVENT])];
}

/** The repositories to look at; none when the event can't change any answer. */
export function hintsOf(event: WebhookEvent, rules: WakeRules): Hint[] {
  const { name, payload } = event;
  const installation = payload.installation?.id;
  if (installation === undefined || payload.sender?.login === rules.self) return [];
  if (isRerequest(event)) return again(event, installation);
  if (!rules.wakesOn.has(name) && !mayChangeConfig(event)) return [];
  if (name === 'push' && !touchesConfig(payload, rules.configPath)) return [];
  if (isUnfinished(event)) return [];
  if (name === COMMAND_EVENT && payload.comment?.body?.includes('/release') !== true) return [];
  const { repository } = payload;
  if (repository?.owner.login !== undefined)
    return [
      {
        installation,
        owner: repository.owner.login,
        repo: repository.name,
        ...aboutOf(event),
        ...askedIn(event),
        ...onboardIn(event),
      },
    ];
  const by = personIn(payload.sender?.login);
  return [...(payload.repositories ?? []), ...(payload.repositories_added ?? [])].flatMap(({ full_name }) => {
    const [owner, repo] = full_name.split('/');
    if (owner === undefined || repo === undefined) return [];
    return [{ installation, owner, repo, onboard: by === undefined ? {} : { by } }];
  });
}

/** A person pressed the button that makes a check anew. GitHub keeps that wish nowhere that a run could look. */
function isRerequest({ name, payload }: WebhookEvent): boolean {
  return RERUN_EVENTS.includes(name) && payload.action === 'rerequested';
}

function again({ payload }: WebhookEvent, installation: number): Hint[] {
  const { repository, check_run: run, check_suite: suite } = payload;
  const sha = run?.head_sha ?? suite?.head_sha;
  if (repository?.owner.login === undefined || sha === undefined) return [];
  return [
    {
      installation,
      owner: repository.owner.login,
      repo: repository.name,
      again: sha,
      about: [],
      isAsked: true,
    },
  ];
}

/** A comment is only heard where it may hold a command; a text of ours may have checkboxes. */
function askedIn({ name, payload }: WebhookEvent): Pick<Hint, 'isAsked'> {
  return name === COMMAND_EVENT || isOwnText(name, payload) ? { isAsked: true } : {};
}

/** A maintainer may ask for a first config, and a new title of one that was closed asks again. */
function onboardIn({ name, payload }: WebhookEvent): Pick<Hint, 'onboard'> {
  const { action, changes, comment, issue, pull_request: pull } = payload;
  if (name === CONFIG_CHECK_EVENT && pull?.head?.ref === ONBOARDING_BRANCH)
    return action === 'edited' && changes?.title !== undefined ? { onboard: {} } : {};
  if (name !== COMMAND_EVENT || action !== 'created' || comment?.user?.type !== 'User') return {};
  const isAsked = commandLines(comment.body ?? '').some((line) => /^\/release\s+onboard$/i.test(line));
  if (!isAsked) return {};
  const asked = comment.user.login;
  const isPlaced = issue?.number !== undefined && comment.id !== undefined;
  return { onboard: { asked, ...(isPlaced ? { at: { issue: issue.number, comment: comment.id } } : {}) } };
}

function personIn(login = ''): string | undefined {
  return isLogin(login) && !isBot(login) ? login : undefined;
}

/** Somebody edited the text of a pull request from a branch of ours, as who checks a box does. */
function isOwnText(name: string, { action, changes, pull_request: pull }: WebhookEvent['payload']): boolean {
  if (name !== CONFIG_CHECK_EVENT || action !== 'edited' || changes?.body === undefined) return false;
  return pull?.head?.ref?.startsWith(SLIP_BRANCH) === true;
}

/** What the event says that it is about; nothing where it may change more than pull requests and issues of ours. */
function aboutOf({ name, payload }: WebhookEvent): Pick<Hint, 'about'> {
  const { pull_request: pull, issue, check_suite: suite } = payload;
  if (pull !== undefined) return pull.number === undefined ? {} : { about: [pull.number] };
  if (issue !== undefined)
    return { about: issue.pull_request === undefined ? [] : [issue.number ?? []].flat() };
  const numbers = (suite?.pull_requests ?? []).map(({ number }) => number);
  // Checks of no pull request are those of a branch.
  return name === 'check_suite' && numbers.length > 0 ? { about: numbers } : {};
}

/** One look that answers both: `later` came after `first`. */
export function joinHints(first: Hint, later: Hint): Hint {
  const { about: _, isTick: __, onboard: ___, ...joined } = { ...first, ...later };
  const onboard = { ...first.onboard, ...later.onboard };
  const isOnboard = first.onboard !== undefined || later.onboard !== undefined;
  const both = isOnboard ? { ...joined, onboard } : joined;
  const isTick = first.isTick === true && later.isTick === true;
  const rest: Hint = isTick ? { ...both, isTick } : both;
  if (first.about === undefined || later.about === undefined) return rest;
  return { ...rest, about: [...new Set([...first.about, ...later.about])] };
}

/** New commits of a pull request against the default branch; which files they change, the webhook does not say. */
function mayChangeConfig({ name, payload }: WebhookEvent): boolean {
  if (name !== CONFIG_CHECK_EVENT) return false;
  const rebased = payload.action === 'edited' && payload.changes?.base !== undefined;
  if (!rebased && !PULL_ACTIONS.has(payload.action ?? '')) return false;
  return payload.pull_request?.base?.ref === payload.repository?.default_branch;
}

/** Checks that have not ended say nothing about a branch yet. */
function isUnfinished({ name, payload }: WebhookEvent): boolean {
  if (name === 'check_suite') return payload.action !== 'completed';
  return name === 'status' && payload.state === 'pending';
}

/** Whether a push to the default branch changed the config: the only push that matters. */
function touchesConfig({ ref, repository, commits }: WebhookEvent['payload'], path: string): boolean {
  if (repository?.default_branch !== undefined && ref !== `refs/heads/${repository.default_branch}`)
    return false;
  return (commits ?? []).some(({ added, modified, removed }) =>
    [added, modified, removed].some((files) => files?.includes(path) === true),
  );
}
