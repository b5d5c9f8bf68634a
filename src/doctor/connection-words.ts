// Why GitHub did not answer, or refused all of it, in words with the fix.
import { failureWords, isLimit, statusOf } from '../github/failure.ts';
import { type Checkup, type Words, broken, unknown } from './checkup.ts';
import { type Where, installationsPage, tokensPage } from './where.ts';

const SUBJECT = 'connection';

/** What was asked with. */
export interface Asking extends Where {
  readonly api: string;
  /** `GITHUB_TOKEN`, `PRIVATE_KEY` */
  readonly credential: string;
  readonly proxy: string | undefined;
}

/** The proxy that requests over https go by, as the environment names it. */
export function proxyIn(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const proxy = env['https_proxy'] || env['HTTPS_PROXY'] || undefined;
  // Its password is nobody's business who reads a log.
  return proxy?.replace(/\/\/[^/@]*@/, '//');
}

/** For a failed `GET /repos/{owner}/{repo}`. */
export function connectionTrouble(error: unknown, asking: Asking): Checkup {
  const status = statusOf(error);
  const code = codeIn(error);
  if (code !== undefined) return broken('GitHub', SUBJECT, networkWords(code, asking));
  if (isLimit(error)) return unknown('GitHub', SUBJECT, failureWords(error), 'Run this again later.');
  if (status === 401) return broken('GitHub', SUBJECT, tokenWords(asking));
  if (status === 403) return broken('GitHub', SUBJECT, refusalWords(error, asking));
  if (status === 404 || isNotFound(error)) return broken('GitHub', SUBJECT, missingWords(asking));
  return unknown(
    'GitHub',
    SUBJECT,
    `GitHub gave no usable answer: ${failureWords(error)}`,
    'Run this again later.',
  );
}

function networkWords(code: string, { api, proxy }: Asking): Words {
  const { host } = new URL(api);
  if (/CERT|SIGNATURE|ISSUER|ALTNAME/.test(code))
    return {
      found: `the certificate of ${host} is not trusted here (${code})`,
      fix: 'Set NODE_EXTRA_CA_CERTS to the file of the certificate authority of your network.',
    };
  if (proxy !== undefined)
    return {
      found: `${host} did not answer through the proxy ${proxy} (${code})`,
      fix: 'Check https_proxy and no_proxy.',
    };
  return {
    found: `${host} did not answer (${code})`,
    fix: 'Check the network, GITHUB_URL, and whether a proxy is needed: set https_proxy then.',
  };
}

function tokenWords(asking: Asking): Words {
  return {
    found: `GitHub does not accept ${asking.credential}: it has expired, was revoked, or belongs to another GitHub`,
    fix: 'Create a new one, and check that GITHUB_URL is the GitHub that it belongs to.',
    link: tokensPage(asking),
  };
}

function refusalWords(error: unknown, asking: Asking): Words {
  const words = failureWords(error);
  const { response } = error as { response?: { headers?: Record<string, string> } };
  const sso = /url=(https:\/\/\S+)/.exec(response?.headers?.['x-github-sso'] ?? '')?.[1];
  if (sso !== undefined || /SAML/i.test(words))
    return {
      found: `${asking.owner} asks for single sign-on, and ${asking.credential} is not authorized for it`,
      fix: 'Authorize the token for the organization.',
      link: sso ?? tokensPage(asking),
    };
  if (/suspended/i.test(words))
    return {
      found: 'the installation of the App is suspended',
      fix: 'Let an owner of the account lift the suspension.',
      link: installationsPage(asking, undefined),
    };
  if (/IP allow list/i.test(words))
    return {
      found: `${asking.owner} accepts requests from known addresses only, and this machine has none of them`,
      fix: 'Add the address of this machine to the IP allow list of the organization.',
      link: `${asking.site}/organizations/${asking.owner}/settings/security`,
    };
  return { found: `GitHub refuses: ${words}`, fix: `Give ${asking.credential} access to the repository.` };
}

function missingWords(asking: Asking): Words {
  const { owner, repo, credential } = asking;
  return {
    found: `${owner}/${repo} does not exist, or it is private and ${credential} has no access to it`,
    fix: 'Check the name. Then give the token access, or install the App on this repository.',
    link: installationsPage(asking, undefined),
  };
}

/** GraphQL says it without a status. */
function isNotFound(error: unknown): boolean {
  const { errors } = error as { errors?: unknown };
  return (
    Array.isArray(errors) &&
    errors.some(
      ({ type, path }: { type?: unknown; path?: unknown }) =>
        type === 'NOT_FOUND' && String(path) === 'repository',
    )
  );
}

/** The code of the system, however deep it is: Octokit gives a status of its own to what had no answer. */
function codeIn(error: unknown): string | undefined {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 9; depth++) {
    const { code, cause } = at as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) return code;
    at = cause;
  }
  return undefined;
}
