// A repository with manual tests, in which people and relcomms take turns.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { startTestGitHub } from './github.ts';
import { instant, runAction } from './runs.ts';
import { issue, openTrackingIssues } from './tracking.ts';

export interface ManualWorld {
  readonly github: EmbeddedGitHub;
  /** Number of the tracking issue. */
  readonly tracking: number;
  run(now: string): ReturnType<typeof runAction>;
  /** Of the tracking issue. */
  section(): string;
  say(by: string, body: string): Promise<unknown>;
  /** As alice; undefined: there is no such thing. */
  rest<T>(method: string, path: string, body?: object): Promise<T | undefined>;
  results(): Promise<string>;
}

const BRANCH = 'relcomms-tests';

/** With a first run on that day. */
export async function startManualWorld(config: string, first: string): Promise<ManualWorld> {
  let clock = instant(first);
  const github = await startTestGitHub({
    seed: {
      owner: 'acme',
      repo: 'demo',
      people: [
        { login: 'alice', permission: 'admin' },
        ...['bob', 'carol', 'dave', 'erin'].map((login) => ({ login, permission: 'write' as const })),
      ],
      files: { '.github/relcomms.yml': config },
    },
    now: () => clock,
  });
  const rest = async <T>(method: string, path: string, body?: object): Promise<T | undefined> => {
    const headers = { authorization: `Bearer ${github.token('alice')}`, 'content-type': 'application/json' };
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${github.url}/api/v3/repos/acme/demo/${path}`, init);
    return response.ok && response.status !== 204 ? ((await response.json()) as T) : undefined;
  };
  const run = (now: string) => {
    clock = instant(now);
    return runAction(github, clock);
  };
  await run(first);
  const tracking = openTrackingIssues(github)[0]?.number ?? 0;
  return {
    github,
    tracking,
    run,
    section: () => issue(github, tracking).body.split('### Manual tests')[1]?.split('<!--')[0] ?? '',
    say: (by, body) => github.as(by).comment(tracking, body),
    rest,
    results: async () => {
      const file = await rest<{ content: string }>('GET', `contents/1.10.0/results.jsonl?ref=${BRANCH}`);
      return Buffer.from(file?.content ?? '', 'base64').toString('utf8');
    },
  };
}
