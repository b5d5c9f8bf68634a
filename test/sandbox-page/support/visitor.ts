// A visitor of a running sandbox who knows only its address.
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.ts';

/** The part of `GET /control/state` that tests look at. */
export interface SandboxJson {
  readonly version: number;
  readonly scenario: string;
  readonly clock: { readonly day: string; readonly nextEvent: string | null };
  readonly config: { readonly text: string; readonly problems: readonly { line: number; message: string }[] };
  readonly issues: readonly {
    readonly number: number;
    readonly title: string;
    readonly body: string;
    readonly state: string;
    readonly pull: boolean;
    readonly labels: readonly string[];
    readonly assignees: readonly string[];
    readonly comments: readonly { readonly author: string; readonly body: string }[];
  }[];
  readonly pulls: readonly PullJson[];
  readonly ci: readonly {
    readonly branch: string;
    readonly commits: readonly { readonly title: string; readonly jobs: readonly CiJobJson[] }[] | null;
  }[];
  readonly summary: { readonly at: string; readonly text: string } | null;
  readonly milestones: readonly { readonly title: string; readonly dueOn: string | null }[];
  readonly log: readonly {
    readonly result: string;
    readonly cause: string;
    readonly crash?: string;
    readonly done: readonly { readonly what: string; readonly why: string; readonly outcome: string }[];
  }[];
  readonly mails: readonly { readonly to: string; readonly reason: string; readonly from: string }[];
  readonly noise: { readonly weeks: readonly string[]; readonly rows: readonly { perWeek: number[] }[] };
  readonly faults: { readonly webhooks: string; readonly failWrites: number; readonly until: string | null };
}

export interface CiJobJson {
  readonly name: string;
  readonly conclusion: string | null;
  readonly wasRed: boolean;
}

export interface PullJson {
  readonly number: number;
  readonly draft: boolean;
  readonly head: string;
  readonly merged: { readonly at: string; readonly by: string } | null;
  readonly reviewers: readonly string[];
  readonly reviews: readonly { readonly author: string; readonly state: string }[];
  readonly files: readonly { readonly path: string; readonly patch: string }[];
  readonly checks: readonly { readonly name: string; readonly conclusion: string }[];
}

export interface Answer {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

export interface Visitor {
  readonly sandbox: Sandbox;
  page(address?: string): Promise<string>;
  state(): Promise<SandboxJson>;
  post(path: string, order: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Posts an order that has to be carried out. */
  must(path: string, order: unknown): Promise<void>;
}

export async function startVisit(): Promise<Visitor> {
  const sandbox = await startSandbox({ port: 0 });
  const post: Visitor['post'] = async (path, order, headers = {}) => {
    const answer = await fetch(sandbox.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof order === 'string' ? order : JSON.stringify(order),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  return {
    sandbox,
    page: async (address = '/') => (await fetch(sandbox.url + address)).text(),
    state: async () => (await (await fetch(`${sandbox.url}/control/state`)).json()) as SandboxJson,
    post,
    must: async (path, order) => {
      const { status, json } = await post(path, order);
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(json)}`);
    },
  };
}

/** The small one, which tells on Slack, by mail and in the wiki. */
export const telling =
  (): string => `${SMALL_CONFIG.replace('milestones:', 'milestones:\n      embargo-lift: { on: 2020-01-14, title: Embargo lift }')}teams:
  api: { github: acme/api, slack: '#team-api' }
audiences:
  teams: { slack: ['#releases'], teams: yes }
  press: { mail: [press@example.org], reach: external }
slack: { dates: [teams], press: [press] }
wiki: {}
`;

/** A config with one release, small enough for a test to wait for nothing. */
export const SMALL_CONFIG = `timezone: UTC
roles:
  lead: [alice]
cycle:
  weeks: 3
  release-week: 2
  weeks-after: 1
tasks:
  - { id: first, title: Write the first text, role: lead, week: 1 }
  - { id: second, title: Write the second text, role: lead, week: 2 }
releases:
  - version: '1.0.0'
    start: 2020-01-06
    release: 2020-01-14
    milestones:
      code-freeze: { on: 2020-01-09, title: Code freeze }
tracking-issue: { labels: [release], tasks: none }
`;
