// The App and the Slack app as GitHub and Slack want to be told of them: made from app.yml and slack-manifest.yml.
import { readYaml } from '../config/yaml/read-yaml.ts';
import { valueOf } from '../config/value-of.ts';
import { isLogin } from '../domain/login.ts';
import { STARTED_PATH, WEBHOOK_PATH } from '../server/front.ts';

export interface AppForm {
  /** The address that the form goes to, on GitHub. */
  readonly action: string;
  /** Its field `manifest`, JSON. */
  readonly manifest: string;
}

/**
 * https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest. `appYml` is the text of
 * app.yml; an empty organization stands for the person's own account.
 */
export function appForm(
  appYml: string,
  to: {
    readonly site: string;
    readonly organization: string;
    /** The public address of the App, as from {@link homeOf}. */
    readonly home: string;
    readonly redirectUrl: string;
    readonly state: string;
  },
): AppForm {
  const { tree } = readYaml(appYml);
  if (tree === undefined) throw new Error('app.yml is no YAML');
  const told = valueOf(tree) as { readonly public?: string };
  const manifest = {
    ...told,
    public: told.public === 'true',
    hook_attributes: { url: `${to.home}${WEBHOOK_PATH}` },
    redirect_url: to.redirectUrl,
    setup_url: `${to.home}${STARTED_PATH}`,
  };
  const owner = to.organization === '' ? '' : `/organizations/${to.organization}`;
  return {
    action: `${to.site}${owner}/settings/apps/new?state=${encodeURIComponent(to.state)}`,
    manifest: JSON.stringify(manifest),
  };
}

/** Opens Slack's page for a new app with everything filled in. */
export function slackLink(slackManifestYml: string): string {
  return `https://api.slack.com/apps?new_app=1&manifest_yaml=${encodeURIComponent(slackManifestYml)}`;
}

/** The address of the App that a person typed, without a slash at its end; or what is wrong with it. */
export function homeOf(typed: string): { readonly url: string } | { readonly why: string } {
  const text = typed.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || text.length > 500)
    return { why: 'Write the public address as https://… and the name of its host.' };
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return { why: 'The public address is a host and a path only.' };
  if (/^(localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(url.hostname))
    return {
      why: `GitHub can't reach ${url.hostname}. Write the address that this App has on the internet.`,
    };
  const path = url.pathname.replace(/\/+$/, '');
  return {
    url: `${url.origin}${path.endsWith(WEBHOOK_PATH) ? path.slice(0, -WEBHOOK_PATH.length) : path}`,
  };
}

/** What is wrong with the organization that a person typed; empty is their own account. */
export function refusalOfOrganization(typed: string): string | undefined {
  return typed === '' || isLogin(typed)
    ? undefined
    : 'Write the organization as in its address on GitHub, or leave it empty.';
}
