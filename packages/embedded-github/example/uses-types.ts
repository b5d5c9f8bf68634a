// What a test in TypeScript sees of the package.
import { type EmbeddedGitHub, type GitHubSeed, start } from 'embedded-github';
import { listen } from 'embedded-github/server';

const seed: GitHubSeed = {
  owner: 'acme',
  repo: 'demo',
  people: [{ login: 'alice', permission: 'admin' }],
  files: { 'README.md': '# demo\n' },
};

export async function count(): Promise<number> {
  const github: EmbeddedGitHub = await start({ seed });
  github.fault({ kind: 'error-before', times: 1, match: ({ method }) => method === 'PATCH' });
  const status: number | undefined = await github.deliver({
    event: 'ping',
    payload: { zen: 'Keep it simple.' },
  });
  const [first] = github.state();
  await github.close();
  return (first?.issues.length ?? 0) + github.journal.length + (status ?? 0) + listen.length;
}
