// Reads the App's settings from the environment; with half of them it refuses to start.
import { apiOf, refusalOfSite } from '../domain/hosts.ts';
import { NO_PRIVATE_KEY, readPrivateKey } from '../github/private-key.ts';
import type { AppOptions } from './app-options.ts';

export type Environment =
  | { readonly kind: 'app'; readonly options: Omit<AppOptions, 'now' | 'pauses'> }
  /** No credentials at all: the visitor wants to see what it does. */
  | { readonly kind: 'sandbox'; readonly port: number }
  | { readonly kind: 'refused'; readonly why: string };

const CREDENTIALS = ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'] as const;
/** Characters of a token that nobody guesses. */
const LEAST_TOKEN = 16;

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return refused(`PORT is "${env['PORT']}"; use a number from 0 to 65535.`);
  const missing = CREDENTIALS.filter((name) => !env[name]);
  if (missing.length === CREDENTIALS.length) return { kind: 'sandbox', port };
  if (missing.length > 0) {
    // Probot would take the literal "development" for a missing secret, and accept webhooks from anybody who knows that.
    return refused(
      `${missing.join(' and ')} missing. The App needs ${CREDENTIALS.join(', ')}; without any of them the sandbox starts, or with --app the page that creates an App.`,
    );
  }
  const privateKey = readPrivateKey(env['PRIVATE_KEY'] ?? '');
  if (privateKey === undefined) return refused(NO_PRIVATE_KEY);
  const level = LEVELS.find((name) => name === (env['LOG_LEVEL'] || 'info'));
  if (level === undefined)
    return refused(`LOG_LEVEL is "${env['LOG_LEVEL']}"; it can be ${LEVELS.join(', ')}.`);
  const redis = redisIn(env);
  if (typeof redis === 'string') return refused(redis);
  const statusToken = env['STATUS_TOKEN'] || undefined;
  if (statusToken !== undefined && statusToken.length < LEAST_TOKEN)
    return refused(`STATUS_TOKEN is too short; use at least ${LEAST_TOKEN} random characters.`);
  const site = readSite(env);
  if ('refused' in site) return refused(site.refused);
  return {
    kind: 'app',
    options: {
      appId: env['APP_ID'] ?? '',
      privateKey,
      webhookSecret: env['WEBHOOK_SECRET'] ?? '',
      formerSecret: env['WEBHOOK_SECRET_FORMER'] || undefined,
      baseUrl: apiOf(site.site),
      port,
      host: env['HOST'] || 'localhost',
      logLevel: level,
      ...redis,
      ...(statusToken === undefined ? {} : { statusToken }),
    },
  };
}

const ROLES = ['both', 'receiver', 'worker'] as const;

/** Where several processes share their work, and what this one does of it; or why that makes no sense. */
function redisIn(
  env: Readonly<Record<string, string | undefined>>,
): Pick<AppOptions, 'redisUrl' | 'role'> | string {
  const redisUrl = env['REDIS_URL'] || undefined;
  const role = ROLES.find((name) => name === (env['ROLE'] || 'both'));
  // The address may hold a password, so it is not repeated.
  if (redisUrl !== undefined && !/^rediss?:\/\/./.test(redisUrl))
    return 'REDIS_URL is not an address of a Redis; use redis://HOST:6379, or rediss:// for TLS.';
  if (role === undefined) return `ROLE is "${env['ROLE']}"; it can be ${ROLES.join(', ')}.`;
  if (role !== 'both' && redisUrl === undefined)
    return `ROLE is ${role}, which needs REDIS_URL: without it one process does everything.`;
  return { redisUrl, role: role === 'both' ? undefined : role };
}

/** The address of GitHub's pages. One variable says it all; host and protocol apart are how Probot has it. */
export function readSite(
  env: Readonly<Record<string, string | undefined>>,
): { readonly site: string } | { readonly refused: string } {
  const inParts = !env['GITHUB_URL'] && Boolean(env['GHE_HOST']);
  const site = inParts
    ? `${env['GHE_PROTOCOL'] || 'https'}://${env['GHE_HOST']}`
    : env['GITHUB_URL'] || 'https://github.com';
  const wrong = refusalOfSite(site);
  return wrong === undefined ? { site } : { refused: `${inParts ? 'GHE_HOST' : 'GITHUB_URL'} ${wrong}` };
}

function refused(why: string): Environment {
  return { kind: 'refused', why };
}
