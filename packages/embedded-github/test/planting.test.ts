// Planting many pull requests and repositories: all of them are there, and none of it needs connections.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { start } from '../src/index.ts';
import type { GitHubSeed, PullSeed } from '../src/seed.ts';
import { defaultSeed } from './support/github-seed.ts';

function pulls(count: number): PullSeed[] {
  return Array.from({ length: count }, (_, n) => ({
    title: `Change ${n}`,
    author: 'dave',
    files: [`src/f${n}.txt`],
    labels: n % 2 === 0 ? ['release'] : [],
    reviews: [{ author: 'alice', state: 'APPROVED' }],
    checks: [{ name: 'test', conclusion: 'success' }],
  }));
}

/** Starts, looks and closes; answers what was seen and how many connections were opened for it. */
async function planted<T>(
  seed: GitHubSeed,
  look: (github: Awaited<ReturnType<typeof start>>) => Promise<T> | T,
) {
  let sockets = 0;
  const count = (): void => void (sockets += 1);
  subscribe('net.client.socket', count);
  const github = await start({ seed });
  try {
    return { seen: await look(github), sockets };
  } finally {
    unsubscribe('net.client.socket', count);
    await github.close();
  }
}

test.each([30, 120])('%i pull requests of a seed are there, over one connection in all', async (count) => {
  const { seen, sockets } = await planted({ ...defaultSeed, pulls: pulls(count) }, async (github) => {
    const alice = github.as('alice');
    const { json } = await alice.request('GET', `/repos/acme/demo/pulls/${count}`);
    return { json, issues: github.state()[0]?.issues.length };
  });
  expect(seen.json).toMatchObject({ changed_files: 1, additions: 1, deletions: 0, commits: 1 });
  expect(seen.issues).toBe(count);
  expect(sockets).toBeLessThanOrEqual(3);
});

test('a hundred repositories at once are planted without a lost connection', async () => {
  const repos = Array.from({ length: 100 }, (_, n) => ({ repo: `r${n}`, files: { 'README.md': `${n}` } }));
  const { seen, sockets } = await planted({ ...defaultSeed, repos }, async (github) => {
    const { json } = await github.as('alice', 'r99').request('GET', '/repos/acme/r99/contents/README.md');
    return { json, count: github.state().length };
  });
  expect(seen.count).toBe(101);
  expect(seen.json).toMatchObject({ content: Buffer.from('99').toString('base64') });
  expect(sockets).toBeLessThanOrEqual(3);
});
