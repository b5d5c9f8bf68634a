// What other repositories add to the cost of a run that finds nothing to do, and of one that a webhook asks for.
import { type EmbeddedGitHub, type PullSeed, start } from '../../packages/embedded-github/src/index.ts';
import { lookOf, type LastLook } from '../../src/run/last-look.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { rounds } from '../support/long.ts';
import { PULLS_NOW, type Counted, countedSince, openPulls } from '../support/open-pulls.ts';
import { crowdSeed } from '../support/pull-crowd.ts';
import { clientOf } from '../support/runs.ts';

const PATH = '.github/relcomms.yml';

const light = (count: number): PullSeed[] =>
  Array.from({ length: count }, (_, n) => ({
    title: `Change ${n}`,
    author: 'bob',
    files: [`file-${n}.ts`],
    ...(n % 10 === 0 ? { milestone: '1.10.0' } : {}),
  }));

/** Open pull requests of this repository and of two others. */
const SIZES = rounds(0, 1) === 0 ? ([20, 120, 20] as const) : ([300, 400, 300] as const);

const pages = (count: number): number => Math.ceil(count / 100);

type Cost = Omit<Counted, 'kilobytes'>;

/** Runs until one writes nothing; what that one took, and what it found. */
async function idle(github: EmbeddedGitHub): Promise<{ cost: Cost; last: LastLook }> {
  for (let runs = 0; runs < 20; runs++) {
    const before = github.journal.length;
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    const done = await reconcile({ github: clientOf(github), now: PULLS_NOW });
    if (done.kind !== 'applied') throw new Error(JSON.stringify(done));
    const cost = countedSince(github, before);
    if (cost.writes === 0) return { cost, last: lookOf({ ...done, kept: undefined }, PULLS_NOW) };
  }
  throw new Error('it does not come to rest');
}

async function webhook(github: EmbeddedGitHub, last: LastLook): Promise<Cost> {
  const before = github.journal.length;
  const about = { about: [2], isAsked: false, last };
  await reconcile({ github: clientOf(github), now: PULLS_NOW, about });
  return countedSince(github, before);
}

test(`${SIZES.join(' + ')} open pull requests in three repositories`, async () => {
  const [own, cli, docs] = SIZES;
  const seed = crowdSeed(openPulls(own));
  const config = `${seed.files[PATH] ?? ''}report: {}\n`;
  const repos = [
    {
      repo: 'cli',
      files: { 'README.md': '' },
      labels: ['release-blocker'],
      branches: { 'release-1.10': {} },
      pulls: light(cli),
    },
    { repo: 'docs', files: { 'README.md': '' }, labels: ['release-blocker'], pulls: light(docs) },
  ];
  const github = await start({
    seed: { ...seed, files: { ...seed.files, [PATH]: config }, repos },
    now: () => PULLS_NOW,
  });
  try {
    const alone = await idle(github);
    const aloneByWebhook = await webhook(github, alone.last);
    const more = `repositories: [{ name: acme/cli, branch: release-1.10, after: acme/demo }, acme/docs]\n`;
    await github.as('alice').putFile(PATH, `${config}${more}`);
    const all = await idle(github);
    const allByWebhook = await webhook(github, all.last);
    process.stderr.write(
      `${JSON.stringify({ alone: alone.cost, all: all.cost, aloneByWebhook, allByWebhook })}\n`,
    );
    expect(all.cost.requests).toBeLessThanOrEqual(alone.cost.requests + 2 * 2 + pages(cli) + pages(docs) - 2);
    // A page of 100 pull requests takes two points, whichever repository they are of; the rest of a repository one or two.
    expect(all.cost.points).toBeLessThanOrEqual(alone.cost.points + 2 * (pages(cli) + pages(docs)) + 2 * 3);
    expect(all.cost.writes).toBe(0);
    // What is elsewhere waits for the next look at everything.
    expect(allByWebhook).toEqual(aloneByWebhook);
    expect(all.last.observation.elsewhere).toMatchObject({
      known: true,
      value: {
        repositories: [cli, docs].map((size) => ({
          pulls: { known: true, value: Array.from({ length: size }, () => expect.anything()) },
        })),
      },
    });
  } finally {
    await github.close();
  }
}, 600_000);
