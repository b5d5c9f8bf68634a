// A webhook is only a hint: which repositories should be looked at now.
import type { RepositoryName } from '../github/client.ts';

/** A repository and the installation whose token reads it. */
export interface Hint extends RepositoryName {
  readonly installation: number;
}

/** What relcomms reads of a webhook; everything else in it is left alone. */
export interface WebhookEvent {
  readonly name: string;
  readonly payload: {
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
    readonly action?: string | undefined;
    readonly comment?:
      | { readonly id?: number; readonly body?: string | null; readonly user?: Writer | null }
      | undefined;
    readonly issue?:
      | { readonly state?: string; readonly body?: string | null; readonly user?: Writer | null }
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

export interface WakeRules {
  /** Names of webhooks that a duty waits for. */
  readonly wakesOn: ReadonlySet<string>;
  /** Our own account: its writes need no second look. */
  readonly self: string;
  readonly configPath: string;
}

/** The repositories to look at; none when the event can't change any answer. */
export function hintsOf({ name, payload }: WebhookEvent, rules: WakeRules): Hint[] {
  const installation = payload.installation?.id;
  if (installation === undefined || !rules.wakesOn.has(name)) return [];
  if (payload.sender?.login === rules.self) return [];
  if (name === 'push' && !touchesConfig(payload, rules.configPath)) return [];
  if (name === 'issue_comment' && payload.comment?.body?.includes('/release') !== true) return [];
  const { repository } = payload;
  if (repository?.owner.login !== undefined)
    return [{ installation, owner: repository.owner.login, repo: repository.name }];
  return [...(payload.repositories ?? []), ...(payload.repositories_added ?? [])].flatMap(({ full_name }) => {
    const [owner, repo] = full_name.split('/');
    return owner === undefined || repo === undefined ? [] : [{ installation, owner, repo }];
  });
}

/** Whether a push to the default branch changed the config: the only push that matters. */
function touchesConfig({ ref, repository, commits }: WebhookEvent['payload'], path: string): boolean {
  if (repository?.default_branch !== undefined && ref !== `refs/heads/${repository.default_branch}`)
    return false;
  return (commits ?? []).some(({ added, modified, removed }) =>
    [added, modified, removed].some((files) => files?.includes(path) === true),
  );
}
