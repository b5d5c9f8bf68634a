// Whether a version is out: tag and GitHub release, no draft, and a pre-release only where the version is one.
import type { Look } from '../../../src/github/facts/fact.ts';
import { publications } from '../../../src/github/facts/publications.ts';

interface OnGitHub {
  readonly release: {
    readonly url: string;
    readonly isDraft: boolean;
    readonly isPrerelease: boolean;
  } | null;
  readonly isTagged: boolean;
}

const URL = 'https://github.com/acme/demo/releases/tag/v1';
const OUT: OnGitHub = { release: { url: URL, isDraft: false, isPrerelease: false }, isTagged: true };
const NONE: OnGitHub = { release: null, isTagged: false };

/** What is found under the tags of one version, `v` first. */
async function read(version: string, ...found: readonly OnGitHub[]) {
  const fields = found.flatMap(({ release, isTagged }, index) => [
    [`release${index}`, release],
    [`ref${index}`, isTagged ? { name: 'tag' } : null],
  ]);
  const data: unknown = Object.fromEntries(fields);
  const look = { answer: { root: {}, data, failed: new Map() }, question: [version], asked: [version] };
  const made = await publications.read(look as unknown as Look<'publications'>);
  return made.publications?.known ? made.publications.value : [];
}

const released = (more: object): OnGitHub => ({
  ...OUT,
  release: { url: URL, isDraft: false, isPrerelease: false, ...more },
});

test.each<[string, string, readonly OnGitHub[], string | undefined]>([
  ['tag and release', '1.14.0', [NONE, OUT], undefined],
  ['either tag will do', '1.14.0', [OUT, NONE], undefined],
  ['nothing', '1.14.0', [NONE, NONE], 'tag'],
  ['a tag alone', '1.14.0', [NONE, { ...OUT, release: null }], 'release'],
  ['a draft', 'v1.14.0', [released({ isDraft: true })], 'draft'],
  ['a pre-release', 'v1.14.0', [released({ isPrerelease: true })], 'pre-release'],
  ['a candidate that is a pre-release', 'v1.14.0-rc.1', [released({ isPrerelease: true })], undefined],
  [
    'a tag beside a pre-release',
    '1.14.0',
    [{ ...OUT, release: null }, released({ isPrerelease: true })],
    'pre-release',
  ],
])('%s', async (_, version, found, missing) => {
  const [one] = await read(version, ...found);
  expect([one?.published, one?.missing, one?.url]).toEqual([
    missing === undefined,
    missing,
    missing === undefined ? URL : '',
  ]);
});
