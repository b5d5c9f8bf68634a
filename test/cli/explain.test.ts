// `relcomms explain`: why a pull request has the comment that it has, read from a real API, without a single write.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { crowdSeed } from '../support/pull-crowd.ts';
import { writesSince } from '../support/runs.ts';
import { type CliAnswer, cli } from './run-cli.ts';

const PULL = {
  title: 'Mend the gateway',
  author: 'dave',
  base: 'release-1.10',
  files: ['b/gateway.ts'],
  createdAt: '2026-09-21T10:00:00Z',
};

let github: EmbeddedGitHub;
let folder: string;

beforeAll(async () => {
  const seed = crowdSeed([PULL]);
  github = await startTestGitHub({ seed });
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
  await writeFile(join(folder, 'relcomms.yml'), String(seed.files?.['.github/relcomms.yml']));
  await writeFile(
    join(folder, 'without.yml'),
    String(seed.files?.['.github/relcomms.yml']).replace(/^approvals:\n(?: .*\n)+/m, ''),
  );
});

afterAll(async () => {
  expectNoViolations(github);
  await github.close();
  await rm(folder, { recursive: true });
});

function explain(args: readonly string[], config = 'relcomms.yml'): Promise<CliAnswer> {
  const env = { GITHUB_TOKEN: github.token('github-actions[bot]'), GITHUB_API_URL: `${github.url}/api/v3` };
  const place = ['--repo', 'acme/demo', '--config', join(folder, config), '--at', '2026-10-19'];
  return cli(['explain', ...place, ...args], env);
}

test('it says rule by rule who has to approve, and when they hear of it', async () => {
  const { exit, out, err } = await explain(['--pull', '1']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(writesSince(github, 0)).toEqual([]);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.replaceAll(/ +/g, ' ')),
  ).toEqual([
    'Release it targets release-1.10, the branch of 1.10.0',
    'Deadline it must be approved for Code freeze, by the end of Tue 3 Nov 2026',
    'Approved not yet; GitHub says that an approval is missing',
    'Owners line 2 of .github/CODEOWNERS (/b/) gives 1 file to bob: not approved yet',
    'Can approve bob (the smallest group that is enough)',
    'Next reminder bob, Tue 20 Oct 2026 09:00 UTC',
  ]);
});

test('--json gives the same as data', async () => {
  const { exit, out } = await explain(['--pull', '1', '--json']);
  const { pull, reasons } = JSON.parse(out) as { pull: number; reasons: { rule: string; answer: string }[] };
  expect([exit, pull, reasons.at(-1)?.rule, reasons.at(-1)?.answer]).toEqual([0, 1, 'Next reminder', 'no']);
});

test.each<[string[], string | undefined, number, string]>([
  [[], undefined, 2, 'Which pull request? Add --pull NUMBER.'],
  [['--pull', 'one'], undefined, 2, 'Which pull request? Add --pull NUMBER.'],
  [['--pull', '7'], undefined, 1, 'There is no open pull request #7'],
  [['--pull', '1'], 'without.yml', 1, 'The config has no section "approvals"'],
])('%j with %s: it says what is missing', async (args, config, code, words) => {
  const { exit, out, err } = await explain(args, config);
  expect({ exit, out }).toEqual({ exit: code, out: '' });
  expect(err).toContain(words);
});
