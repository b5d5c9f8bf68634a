// The pages of GitHub on which something is mended.
import type { RepositoryName } from '../github/client.ts';

export interface Where extends RepositoryName {
  /** `https://github.com` */
  readonly site: string;
}

/** A page of the repository: `settings/access`, `labels`. Empty: its first. */
export function pageOf({ site, owner, repo }: Where, path = ''): string {
  return [`${site}/${owner}/${repo}`, ...(path === '' ? [] : [path])].join('/');
}

/** Where the owner of a repository sees which Apps may do what. `isOrganization` undefined: not known. */
export function installationsPage({ site, owner }: Where, isOrganization: boolean | undefined): string {
  return isOrganization === false
    ? `${site}/settings/installations`
    : `${site}/organizations/${owner}/settings/installations`;
}

/** Where the owner of an App, a person or an organization, changes what it may do and hears of. */
export function permissionsPage(
  { site }: Pick<Where, 'site'>,
  slug: string,
  owner: object | null | undefined,
): string {
  const { login, type } = (owner ?? {}) as { readonly login?: string; readonly type?: string };
  const of = type === 'Organization' ? `/organizations/${login}` : '';
  return `${site}${of}/settings/apps/${slug}/permissions`;
}

/** Where tokens of people are made. */
export function tokensPage({ site }: Where): string {
  return `${site}/settings/tokens`;
}
