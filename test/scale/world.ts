// The world of the long test: five accounts with a hundred repositories each, one of them suspended and one slow.
import { type EmbeddedGitHub, type GitHubSeed, start } from '../../packages/embedded-github/src/index.ts';
import { defaultSeed } from '../support/github-seed.ts';

export const OWNERS = ['acme', 'birch', 'cedar', 'slow', 'gone'] as const;
export const SLOW = 'slow';
export const SUSPENDED = 'gone';

/** Milliseconds that GitHub takes longer for each request about the slow account. */
const SLOWNESS = 150;

const DAY = 86_400_000;

export interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** Monday of this week began a cycle of four weeks. */
export function configAt(now: number, title = 'Settle the theme'): string {
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY;
  const day = (offset: number): string => new Date(monday + offset * DAY).toISOString().slice(0, 10);
  return [
    'timezone: UTC',
    'roles: { lead: [alice] }',
    'cycle: { weeks: 4, release-week: 4, weeks-after: 0 }',
    `releases: [{ version: v2.0.0, start: ${day(0)}, release: ${day(22)} }]`,
    `tasks: [{ id: theme, title: ${JSON.stringify(title)}, role: lead, week: 1 }, { id: post, title: Post, due: release }]`,
    'tracking-issue: { tasks: none }',
    '',
  ].join('\n');
}

export async function startWorld(each: number): Promise<{ github: EmbeddedGitHub; places: Place[] }> {
  const config = configAt(Date.now());
  const places = OWNERS.flatMap((owner) =>
    Array.from({ length: each }, (_, n): Place => ({ owner, repo: `r${n}` })),
  );
  const [first, ...others] = places.map(({ owner, repo }) => ({
    owner,
    repo,
    files: { '.github/relcomms.yml': config },
  }));
  const seed = { ...defaultSeed, labels: [], ...first, repos: others } as GitHubSeed;
  const github = await start({ seed });
  github.setInstallation(SUSPENDED, { state: 'suspended' });
  github.before(async ({ path, body }) => {
    if (!`${path} ${JSON.stringify(body ?? '')}`.includes(SLOW)) return;
    await new Promise((resolve) => setTimeout(resolve, SLOWNESS));
  });
  return { github, places };
}
