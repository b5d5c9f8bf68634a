// Whether the token has the rights that the sections of the config need, as far as that can be known.
import type { Permission } from '../duties/permission.ts';
import { type Checkup, type State, ok, unknown } from './checkup.ts';
import { type Where, tokensPage } from './where.ts';

type Access = 'none' | 'read' | 'write';

/** What is known of a token. */
export type Grants =
  /** The installation of an App. `asked` are the permissions of the App itself. */
  | {
      readonly kind: 'app';
      readonly slug: string;
      readonly granted: Readonly<Record<string, string>>;
      readonly asked: Readonly<Record<string, string>>;
      /** Webhooks that it asks for. */
      readonly events: readonly string[];
      /** Page of the installation. */
      readonly page: string;
      /** Page on which its owner changes permissions and webhooks. */
      readonly settings: string;
    }
  | {
      readonly kind: 'classic';
      readonly scopes: readonly string[];
      readonly isPrivate: boolean;
      /** Whether its account may write to the repository. */
      readonly mayPush: boolean;
    }
  /** Its permissions are in the workflow, which is judged by itself. */
  | { readonly kind: 'workflow' }
  /** Any other: only what it can read shows. */
  | { readonly kind: 'other'; readonly isApp: boolean };

/** Whether a harmless read that needs a right went through. */
export type Probes = ReadonlyMap<string, 'read' | 'refused' | 'unknown'>;

export interface Need {
  /** `pull_requests` */
  readonly right: string;
  readonly access: 'read' | 'write';
  readonly uses: readonly {
    readonly access: 'read' | 'write';
    readonly why: string;
    readonly lost: string;
  }[];
}

/** GitHub gives it to every App, and a repository that can be read shows that it is there. */
const ALWAYS = 'metadata';
/** Of the organization: an account of a person has none, and the token of a workflow neither. */
export const OF_ORGANIZATION: ReadonlySet<string> = new Set(['members', 'issue_fields']);

export function needsOf(permissions: readonly Permission[], isOrganization: boolean): Need[] {
  const rights = [...new Set(permissions.flatMap(({ rights: own }) => Object.keys(own)))];
  return rights
    .filter((right) => right !== ALWAYS && (isOrganization || !OF_ORGANIZATION.has(right)))
    .map((right) => {
      const uses = permissions.flatMap(({ rights: own, for: why, without: lost }) => {
        const access = own[right];
        return access === undefined ? [] : [{ access, why: plain(why), lost: plain(lost) }];
      });
      return { right, access: uses.some(({ access }) => access === 'write') ? 'write' : 'read', uses };
    });
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

export function judgeRights(needs: readonly Need[], grants: Grants, probes: Probes, where: Where): Checkup[] {
  return needs.flatMap((need) => judgeRight(need, grants, probes.get(need.right) ?? 'unknown', where));
}

type Probe = 'read' | 'refused' | 'unknown';

/** Nothing is said of what a workflow grants: the workflow itself is judged by that. */
function judgeRight(need: Need, grants: Grants, probe: Probe, where: Where): Checkup | readonly Checkup[] {
  if (grants.kind === 'app') return judgeGranted(need, grants);
  if (grants.kind === 'workflow' && OF_ORGANIZATION.has(need.right))
    return lacking(need, 'limited', 'the token of a workflow never has it', 'none');
  if (grants.kind === 'classic') return judgeScopes(need, grants, where);
  if (need.right === 'checks' && grants.kind === 'other' && !grants.isApp) return onlyApps(need);
  if (probe === 'refused')
    return {
      ...lacking(need, 'broken', 'GitHub refuses the token', 'none'),
      fix: `Give the token "${need.right}: ${need.access}".`,
      link: tokensPage(where),
    };
  const subject = subjectOf(need);
  if (need.access === 'read' && probe === 'read') return ok('Permissions', subject, 'it can be read');
  if (grants.kind === 'workflow') return [];
  if (need.access === 'read') return unknown('Permissions', subject, 'no harmless request shows it');
  const found = `${probe === 'read' ? 'it can be read; ' : ''}whether the token can write shows only when something is written`;
  return unknown('Permissions', subject, found);
}

function judgeGranted(need: Need, grants: Extract<Grants, { kind: 'app' }>): Checkup {
  const { right, access } = need;
  const given = accessOf(grants.granted[right]);
  if (isEnough(given, access)) return ok('Permissions', subjectOf(need), 'granted');
  const isAsked = isEnough(accessOf(grants.asked[right]), access);
  const own = lacking(need, 'broken', given === 'none' ? 'not granted' : 'only read is granted', given);
  return isAsked
    ? { ...own, fix: 'The App asks for it: let an owner accept the new permissions.', link: grants.page }
    : {
        ...own,
        fix: `Add it to the App ${grants.slug}, then accept it in the installation.`,
        link: grants.settings,
      };
}

function accessOf(text: string | undefined): Access {
  if (text === 'admin') return 'write';
  return text === 'read' || text === 'write' ? text : 'none';
}

const RANK: Readonly<Record<Access, number>> = { none: 0, read: 1, write: 2 };

function isEnough(given: Access, needed: Access): boolean {
  return RANK[given] >= RANK[needed];
}

/** https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps */
function judgeScopes(need: Need, grants: Extract<Grants, { kind: 'classic' }>, where: Where): Checkup {
  if (need.right === 'checks' && need.access === 'write') return onlyApps(need);
  const scope = OF_ORGANIZATION.has(need.right) ? 'read:org' : grants.isPrivate ? 'repo' : 'public_repo';
  const has = grants.scopes.some((one) => one === scope || WIDER[scope]?.includes(one) === true);
  if (!has)
    return {
      ...lacking(need, 'broken', `the token lacks the scope ${scope}`, 'none'),
      fix: `Give the token the scope ${scope}.`,
      link: tokensPage(where),
    };
  if (need.access === 'write' && !grants.mayPush && !OF_ORGANIZATION.has(need.right))
    return {
      ...lacking(need, 'broken', 'its account has no write access to the repository', 'read'),
      fix: 'Give the account write access.',
      link: `${where.site}/${where.owner}/${where.repo}/settings/access`,
    };
  return ok('Permissions', subjectOf(need), `the scope ${scope} is enough`);
}

const WIDER: Readonly<Record<string, readonly string[]>> = {
  public_repo: ['repo'],
  'read:org': ['write:org', 'admin:org'],
};

function onlyApps(need: Need): Checkup {
  const own = lacking(need, 'limited', 'GitHub lets only Apps and workflows write checks', 'read');
  return { ...own, fix: 'Run relcomms as an App or in a workflow.' };
}

/** Of what needs more than is given, what is lost. */
export function lacking(need: Need, state: State, found: string, given: Access): Checkup {
  const uses = need.uses.filter(({ access }) => !isEnough(given, access));
  const lost = [...new Set(uses.map(({ why, lost: without }) => `${why.split('; ')[0]}: ${without}`))];
  return { area: 'Permissions', subject: subjectOf(need), state, found, lost };
}

function subjectOf({ right, access }: Need): string {
  return `${right}: ${access}`;
}
