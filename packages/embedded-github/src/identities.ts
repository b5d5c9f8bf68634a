// Who a token belongs to.
import type { Actor, Grants } from './actor.ts';
import { ACTIONS_BOT } from './emulator-seed.ts';
import type { Account } from './model/account.ts';
import type { Json } from './model/json-object.ts';
import { Refusal } from './refusal.ts';

/** What the token of a workflow run may do. */
const ACTION_GRANTS: Grants = {
  permissions: {
    issues: 'write',
    contents: 'write',
    pull_requests: 'write',
    checks: 'write',
    discussions: 'write',
    statuses: 'write',
    deployments: 'read',
    actions: 'read',
    metadata: 'read',
  },
  repositories: 'all',
};

const NOBODY: Actor = { account: undefined, grants: undefined, jwt: undefined };

/** Knows the tokens of people, of the workflow bot, and of installations as they are handed out. */
export class Identities {
  private readonly tokens = new Map<string, Actor>();
  private readonly byLogin = new Map<string, string>();
  private readonly installations: Map<string, Grants>;
  private readonly appBot: Account;

  /** `workflow` are the permissions of a workflow's token. Installations keep the tokens that `former` handed out to them. */
  constructor(
    accounts: Iterable<Account>,
    appBot: Account,
    workflow: Grants['permissions'] = ACTION_GRANTS.permissions,
    former?: Identities,
  ) {
    this.appBot = appBot;
    this.installations = former?.installations ?? new Map<string, Grants>();
    for (const account of accounts) {
      if (account.type === 'Organization' || account === appBot) continue;
      const token = `token-${account.login.replace('[bot]', '')}`;
      const grants = account.login === ACTIONS_BOT ? { ...ACTION_GRANTS, permissions: workflow } : undefined;
      this.tokens.set(token, { account, grants, jwt: undefined });
      this.byLogin.set(account.login.toLowerCase(), token);
    }
  }

  /** The token of a login of the seed. */
  tokenOf(login: string): string {
    const token = this.byLogin.get(login.toLowerCase());
    if (token === undefined) throw new Error(`${login} is not in the seed`);
    return token;
  }

  /** Remembers an installation's token from the answer that hands it out; `all` are the repositories of its owner. */
  learn(answer: Json, installation: number, all: Grants['repositories']): void {
    const { token, permissions, repositories } = answer;
    if (typeof token !== 'string') return;
    this.installations.set(token, {
      permissions: permissions as Record<string, string>,
      repositories: Array.isArray(repositories) ? repositories.map((repo: { id: number }) => repo.id) : all,
      installation,
    });
  }

  /** The tokens that the installation was handed out are worth nothing any more. */
  revoke(installation: number): void {
    for (const [token, grants] of this.installations)
      if (grants.installation === installation) this.installations.delete(token);
  }

  /** The actor of an Authorization header; an unknown token is refused. */
  actorOf(authorization: string | undefined): Actor {
    if (authorization === undefined) return NOBODY;
    const token = authorization.replace(/^(?:bearer|token)\s+/i, '').trim();
    // The emulator checks the signature of a JWT.
    if (token.startsWith('eyJ')) return { ...NOBODY, jwt: token };
    const grants = this.installations.get(token);
    if (grants !== undefined) return { account: this.appBot, grants, jwt: undefined };
    const actor = this.tokens.get(token);
    if (actor === undefined) throw Refusal.unauthorized('Bad credentials');
    return actor;
  }
}
