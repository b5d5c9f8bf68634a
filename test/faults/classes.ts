// The ways in which GitHub, Slack, the wiki, a webhook or the process itself may fail.
import type { Seen } from './seen.ts';

/** What a proxy does with a request. Milliseconds since 1970 for `now`. */
export type Blow =
  /** Nothing is done, and the connection breaks. */
  | { readonly kind: 'cut' }
  /** It is done, and the connection breaks before the answer. */
  | { readonly kind: 'cut-after' }
  /** Nobody answers. */
  | { readonly kind: 'hang' }
  /** It is done, and nobody answers. */
  | { readonly kind: 'hang-after' }
  | {
      readonly kind: 'answer';
      readonly after: boolean;
      readonly status: number;
      readonly headers?: Headers;
      readonly json: unknown;
    }
  /** To the same place once more, under another address. */
  | { readonly kind: 'moved'; readonly status: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'kill'; readonly after: boolean };

type Headers = Readonly<Record<string, string>>;

export interface FaultClass {
  readonly name: string;
  readonly fits: (seen: Seen) => boolean;
  readonly blow: (seen: Seen, now: number, draw: (below: number) => number) => Blow;
}

const DOCS = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api';
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

function refusal(status: number, message: string, headers: Headers = {}): Blow {
  const json = { message, documentation_url: DOCS, status: String(status) };
  return { kind: 'answer', after: false, status, headers, json };
}

const atGitHub = ({ at }: Seen): boolean => at === 'github';
/** Whether GitHub would say it of what was asked for: of a person it is an answer, and one that is believed. */
const ofThing = (seen: Seen): boolean =>
  atGitHub(seen) && !/\/(?:permission|memberships\/[^/]+|assignees\/[^/]+)$/.test(seen.what);
const atSlack = ({ at }: Seen): boolean => at === 'slack';
const anywhere = (): boolean => true;

const EMPTY_OR_OLD: readonly FaultClass[] = [
  { name: 'empty list', fits: (seen) => atGitHub(seen) && seen.reads, blow: () => ({ kind: 'empty' }) },
  { name: 'stale list', fits: (seen) => atGitHub(seen) && seen.reads, blow: () => ({ kind: 'stale' }) },
];

const REFUSALS: readonly FaultClass[] = [
  { name: '401', fits: atGitHub, blow: () => refusal(401, 'Bad credentials') },
  {
    name: '403 permission',
    fits: ofThing,
    blow: () => refusal(403, 'Resource not accessible by integration'),
  },
  {
    name: '403 primary limit',
    fits: atGitHub,
    blow: (_, now, draw) =>
      refusal(403, 'API rate limit exceeded for installation ID 1.', {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(now / 1000) + 1 + draw(3_000)),
      }),
  },
  {
    name: '403 secondary, Retry-After',
    fits: atGitHub,
    blow: (_, _now, draw) => refusal(403, SECONDARY, { 'retry-after': String(1 + draw(120)) }),
  },
  { name: '403 secondary', fits: atGitHub, blow: () => refusal(403, SECONDARY) },
  { name: '404', fits: ofThing, blow: () => refusal(404, 'Not Found') },
  { name: '410', fits: ofThing, blow: () => refusal(410, 'Issues has been disabled in this repository.') },
  { name: '422', fits: ofThing, blow: () => refusal(422, 'Validation Failed') },
  {
    name: '429',
    fits: atGitHub,
    blow: (_, _now, draw) => refusal(429, SECONDARY, { 'retry-after': String(1 + draw(120)) }),
  },
];

const UNCLEAR: readonly FaultClass[] = [
  { name: 'answer lost', fits: anywhere, blow: () => ({ kind: 'cut-after' }) },
  { name: 'cut before', fits: anywhere, blow: () => ({ kind: 'cut' }) },
  {
    name: '5xx',
    fits: anywhere,
    blow: (_, _now, draw) => {
      const [status = 502, after] = [[500, 502, 503, 504][draw(4)], draw(2) === 1];
      return { kind: 'answer', after, status, json: { message: 'Server Error' } };
    },
  },
  {
    name: 'hang',
    fits: ({ at }) => at !== 'wiki',
    blow: (_, _now, draw) => ({ kind: draw(2) === 1 ? 'hang' : 'hang-after' }),
  },
  {
    name: '301 or 307',
    fits: (seen) => atGitHub(seen) && !seen.graphql,
    blow: ({ method }) => ({ kind: 'moved', status: method === 'GET' ? 301 : 307 }),
  },
  {
    name: 'process killed',
    fits: anywhere,
    blow: (_, _now, draw) => ({ kind: 'kill', after: draw(2) === 1 }),
  },
];

function slackError(error: string): Blow {
  return { kind: 'answer', after: false, status: 200, json: { ok: false, error } };
}

const SLACK: readonly FaultClass[] = [
  { name: 'Slack: answer lost', fits: atSlack, blow: () => ({ kind: 'cut-after' }) },
  {
    name: 'Slack: 429',
    fits: atSlack,
    blow: (_, _now, draw) => ({
      kind: 'answer',
      after: false,
      status: 429,
      headers: { 'retry-after': String(1 + draw(90)) },
      json: { ok: false, error: 'ratelimited' },
    }),
  },
  { name: 'Slack: refusal', fits: atSlack, blow: () => slackError('restricted_action') },
  { name: 'Slack: internal error', fits: atSlack, blow: () => slackError('internal_error') },
];

/** Those that befall requests. */
export const CLASSES: readonly FaultClass[] = [...UNCLEAR, ...REFUSALS, ...EMPTY_OR_OLD, ...SLACK];

/** Those that befall webhooks. */
export const WEBHOOK_CLASSES = [
  'webhook dropped',
  'webhook doubled',
  'webhook held',
  'webhook reordered',
] as const;

export type WebhookClass = (typeof WEBHOOK_CLASSES)[number];
