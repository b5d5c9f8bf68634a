// What a tick of the App asks of GitHub for each repository in which nothing is to be done.
import { crowdSeed } from '../../test/support/pull-crowd.ts';
import { instant, quiet, startTestApp } from '../../test/support/runs.ts';
import { type RepoSeed, start as startGitHub } from '../../packages/embedded-github/src/index.ts';
import type { Measure, Row } from '../measure.ts';
import { countedSince } from '../../test/support/open-pulls.ts';

const REPOSITORIES = 100;
const PATH = '.github/relcomms.yml';

export const repositoryTicks: Measure = {
  name: 'repository-ticks',
  async run() {
    const approvals = crowdSeed([]).files[PATH] ?? '';
    const kinds = {
      'no config': undefined,
      config: approvals.replace(/^approvals:\n(?: .*\n)+/m, ''),
      'config with approvals': approvals,
    };
    const rows: Row[] = [];
    // oxlint-disable-next-line no-await-in-loop -- one GitHub at a time
    for (const [kind, config] of Object.entries(kinds)) rows.push(...(await tickOf(kind, config)));
    return rows;
  },
};

const now = () => instant('2026-10-20T10:00:00Z');

async function tickOf(kind: string, config: string | undefined): Promise<Row[]> {
  const github = await startGitHub({ seed: manySeed(config), now });
  const app = await startTestApp(github, now);
  try {
    for (let writes = 1; writes > 0;) {
      const before = github.journal.length;
      // oxlint-disable-next-line no-await-in-loop -- until nothing is left to do
      await app.tick();
      // oxlint-disable-next-line no-await-in-loop -- see above
      await quiet(github, app);
      ({ writes } = countedSince(github, before));
    }
    const before = github.journal.length;
    await app.tick();
    await quiet(github, app);
    const { requests, points } = countedSince(github, before);
    const note = `${kind}, ${REPOSITORIES} repositories`;
    return [
      { measure: 'tick, requests a repository', measured: requests / REPOSITORIES, unit: '', note },
      { measure: 'tick, points a repository', measured: points / REPOSITORIES, unit: '', note },
    ];
  } finally {
    await app.close();
    await github.close();
  }
}

function manySeed(config: string | undefined) {
  const files = { 'README.md': '# demo\n', ...(config === undefined ? {} : { [PATH]: config }) };
  const repos = Array.from({ length: REPOSITORIES - 1 }, (_, n): RepoSeed => ({ repo: `demo-${n}`, files }));
  return { ...crowdSeed([]), files, repos };
}
