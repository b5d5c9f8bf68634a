// Which open pull requests change the config, whatever GitHub leaves out of an answer.
import { type RawPulls, configPulls } from '../../../src/github/config/config-pulls.ts';

const PATH = '.github/relcomms.yml';

interface Given {
  readonly files?: readonly (readonly [path: string, change: string])[] | null;
  readonly more?: boolean;
  /** Id of the config at the head; null where it is not there. */
  readonly head?: string | null;
  readonly base?: string;
}

function pull({ files = [], more = false, head = 'same', base = 'main' }: Given) {
  return {
    number: 7,
    headRefOid: 'h1',
    headRefName: 'relcomms/slip-a',
    author: { __typename: 'Bot', login: 'relcomms' },
    baseRefName: base,
    isCrossRepository: false,
    files:
      files === null
        ? null
        : {
            pageInfo: { hasNextPage: more },
            nodes: files.map(([path, changeType]) => ({ path, changeType })),
          },
    commits: { nodes: [{ commit: { oid: 'h1', file: head === null ? null : { oid: head } } }] },
  };
}

function isChange(given: Given, base: string | undefined = 'same'): boolean {
  const raw: RawPulls = { defaultBranchRef: { name: 'main' }, pullRequests: { nodes: [pull(given)] } };
  const found = configPulls(raw, PATH, base);
  return found.known && found.value.length === 1;
}

test.each<[string, Given, boolean]>([
  ['it lists the config', { files: [[PATH, 'MODIFIED']], head: 'other' }, true],
  ['it lists others alone', { files: [['src/a.ts', 'MODIFIED']] }, false],
  ['it goes to another branch', { files: [[PATH, 'MODIFIED']], head: 'other', base: 'next' }, false],
  ['its list goes on, and the config at its head is another', { more: true, head: 'other' }, true],
  ['its list goes on, and the config at its head is the same', { more: true }, false],
  ['its list goes on, and the config is gone at its head', { more: true, head: null }, true],
  ['GitHub could not work out its files', { files: null, head: 'other' }, true],
  ['it renames the config', { files: [['old.yml', 'RENAMED']], head: null }, true],
  ['it renames another file', { files: [['old.yml', 'RENAMED']] }, false],
  [
    'its whole list lacks the config, which others have changed',
    { files: [['a', 'ADDED']], head: 'other' },
    false,
  ],
])('whether it changes the config where %s', (_, given, expected) => {
  expect(isChange(given)).toBe(expected);
});

test('where GitHub leaves one out, nobody knows them all', () => {
  const raw: RawPulls = { defaultBranchRef: { name: 'main' }, pullRequests: { nodes: [pull({}), null] } };
  expect(configPulls(raw, PATH, 'same', 'HTTP 502')).toEqual({ known: false, why: 'HTTP 502' });
  expect(configPulls({ ...raw, pullRequests: null }, PATH, 'same')).toEqual({
    known: false,
    why: 'GitHub gave no list',
  });
});
