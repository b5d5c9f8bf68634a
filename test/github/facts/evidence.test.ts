// What is looked for as a proof, each thing by itself: there, missing, or not known.
import type { FoundEvidence } from '../../../src/domain/proof.ts';
import { evidence } from '../../../src/github/facts/evidence.ts';
import { testChannels } from '../../support/channels.ts';

type Look = Parameters<typeof evidence.read>[0];

const COMMIT = { name: 'v1.0.0', target: { oid: 'c1' } };
/** A tag with a message points to an object that points to the commit. */
const SIGNED = { name: 'v1.0.0', target: { oid: 't1', target: { oid: 'c1' } } };

const run = (path: string, conclusion: string | null, head = 1) => ({
  path: `.github/workflows/${path}`,
  status: conclusion === null ? 'in_progress' : 'completed',
  conclusion,
  html_url: `https://github.com/acme/demo/actions/runs/${path}`,
  repository: { id: 1 },
  head_repository: { id: head },
});

interface World {
  readonly tag?: unknown;
  readonly failed?: readonly string[];
  readonly runs?: readonly unknown[] | Error;
  readonly down?: string;
  readonly isDeaf?: boolean;
}

async function lookFor(names: readonly string[], world: World = {}) {
  const asked: string[] = [];
  const channels = testChannels();
  if (world.down !== undefined) channels.down.add(world.down);
  const look = {
    github: {
      owner: 'acme',
      repo: 'demo',
      request: async (_: string, { head_sha: commit }: { head_sha: string }) => {
        asked.push(commit);
        if (world.runs instanceof Error) throw world.runs;
        return { data: { workflow_runs: world.runs ?? [] } };
      },
    },
    question: names,
    asked: names,
    setting: world.isDeaf === true ? {} : { channels: channels.run() },
    answer: {
      data: { proofTag0: world.tag ?? null, proofTag1: null },
      failed: new Map((world.failed ?? []).map((alias) => [alias, 'Resource not accessible'])),
    },
    found: {
      publications: {
        known: true,
        value: [{ version: '1.0.0', published: true, url: 'https://github.com/acme/demo/releases/1.0.0' }],
      },
    },
  } as unknown as Look;
  const { evidence: found } = (await evidence.read(look)) as {
    evidence: { known: true; value: readonly FoundEvidence[] };
  };
  return { asked, found: found.value.map((one) => wordOf(one.found)) };
}

function wordOf(found: FoundEvidence['found']): string {
  if (!found.known) return `not known: ${found.why}`;
  return found.value.isThere ? 'there' : 'missing';
}

const RUN = 'workflow 1.0.0 release.yml';

test.each<[string, string, World, string]>([
  ['a tag', 'tag 1.0.0', { tag: COMMIT }, 'there'],
  ['no tag', 'tag 1.0.0', {}, 'missing'],
  ['a tag that GitHub refuses', 'tag 1.0.0', { failed: ['proofTag0'] }, 'not known: Resource not accessible'],
  ['a GitHub release', 'release 1.0.0', {}, 'there'],
  ['one that nobody looked for', 'release 2.0.0', {}, 'not known: this run did not look for it'],
  ['a page', 'page https://example.org/', {}, 'there'],
  ['a page that does not load', 'page https://example.org/', { down: 'https://example.org/' }, 'missing'],
  [
    'a page in a run without a way to it',
    'page https://a.test',
    { isDeaf: true },
    'not known: this run opens no pages',
  ],
  ['a workflow before the tag', RUN, { runs: [run('release.yml', 'success')] }, 'missing'],
  ['a workflow that succeeded', RUN, { tag: SIGNED, runs: [run('release.yml', 'success')] }, 'there'],
  [
    'one whose newest run has failed',
    RUN,
    { tag: COMMIT, runs: [run('release.yml', 'failure'), run('release.yml', 'success')] },
    'missing',
  ],
  ['one that still runs', RUN, { tag: COMMIT, runs: [run('release.yml', null)] }, 'missing'],
  [
    'one that ran at a ref',
    RUN,
    { tag: COMMIT, runs: [run('release.yml@refs/heads/main', 'success')] },
    'there',
  ],
  ['the run of a fork', RUN, { tag: COMMIT, runs: [run('release.yml', 'success', 2)] }, 'missing'],
  ['another file', RUN, { tag: COMMIT, runs: [run('pre-release.yml', 'success')] }, 'missing'],
  [
    'runs that GitHub refuses',
    RUN,
    { tag: COMMIT, runs: new Error('Bad credentials') },
    'not known: Bad credentials',
  ],
  ['a name of nothing', 'sky blue', {}, 'not known: nobody knows what that is'],
])('%s', async (_, name, world, expected) => {
  expect((await lookFor([name], world)).found).toEqual([expected]);
});

test('all workflows of one commit are one request, and one refusal leaves the rest', async () => {
  const names = [RUN, 'workflow 1.0.0 build.yml', 'tag 1.0.0', 'page https://example.org/'];
  const { asked, found } = await lookFor(names, { tag: SIGNED, runs: new Error('no') });
  expect(asked).toEqual(['c1']);
  expect(found).toEqual(['not known: no', 'not known: no', 'there', 'there']);
});
