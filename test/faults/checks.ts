// The checks of pull requests, as a picture has them.
import type { EmbeddedGitHub, IssueSnapshot } from '../../packages/embedded-github/src/index.ts';

/** What each check came to, and whether it still lacks something. */
export async function checksOf(
  github: EmbeddedGitHub,
  issues: readonly IssueSnapshot[],
): Promise<[string, string][]> {
  const alice = github.as('alice');
  const pulls = issues.filter(({ pull }) => pull);
  const found = await Promise.all(
    pulls.map(async (pull): Promise<[string, string][]> => {
      const { json } = await alice.request('GET', `/repos/acme/demo/pulls/${pull.number}`);
      const { sha } = (json as { head: { sha: string } }).head;
      const { json: list } = await alice.request(
        'GET',
        `/repos/acme/demo/commits/${sha}/check-runs?filter=all`,
      );
      const runs = (list as { check_runs: readonly Check[] }).check_runs;
      return withoutRenewed(runs).map((run) => [
        `check ${run.name} of ${pull.title}`,
        JSON.stringify([run.conclusion, isIncomplete(run)]),
      ]);
    }),
  );
  return found.flat();
}

/** One that lacked something is made anew when nothing is lacking any more, and GitHub shows the newest. */
function withoutRenewed(runs: readonly Check[]): readonly Check[] {
  const whole = runs.filter((run) => !isIncomplete(run));
  return whole.length > 0 ? whole : runs;
}

function isIncomplete({ external_id: id }: Check): boolean {
  return id.endsWith(' incomplete');
}

interface Check {
  readonly name: string;
  readonly external_id: string;
  readonly conclusion: string;
}
