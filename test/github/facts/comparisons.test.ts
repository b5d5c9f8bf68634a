// Two tags compared: asked once for each pair of commits, and what says nothing of the files is no list of them.
import type { FoundComparison } from '../../../src/github/facts/comparisons.ts';
import { comparisons } from '../../../src/github/facts/comparisons.ts';

type Look = Parameters<typeof comparisons.read>[0];

const [A, B] = ['a'.repeat(40), 'b'.repeat(40)] as const;
const ASKED = { from: ['v1-rc.1', '1-rc1'], to: ['v1-rc.2'], branch: 'kept', path: 'compared.jsonl' };

interface World {
  /** Commits of the three tags. */
  readonly tags?: readonly (string | undefined)[];
  readonly kept?: string;
  readonly answer?: object | Error;
}

async function look({ tags = [undefined, A, B], kept, answer = {} }: World) {
  const asked: string[] = [];
  const data = Object.fromEntries(
    tags.map((oid, index) => [`comparedTag${index}`, oid === undefined ? null : { target: { oid } }]),
  );
  const text = { known: true, value: kept };
  const found = await comparisons.read({
    github: {
      owner: 'acme',
      repo: 'demo',
      request: async (_: string, { basehead }: { basehead: string }) => {
        asked.push(basehead);
        if (answer instanceof Error) throw answer;
        return { data: answer };
      },
    },
    question: [ASKED],
    asked: [ASKED],
    answer: { data, failed: new Map() },
    found: { files: { known: true, value: [{ ...ASKED, text }] } },
  } as unknown as Look);
  const [one] = (found as { comparisons: { value: readonly FoundComparison[] } }).comparisons.value;
  return { asked, found: one?.found };
}

const files = (count: number) => Array.from({ length: count }, (_, index) => ({ filename: `f${index}` }));

test.each<[string, World, object | undefined, boolean]>([
  ['a tag that is not there', { tags: [undefined, undefined, B] }, { known: true, value: undefined }, false],
  [
    'a renamed file',
    { answer: { status: 'ahead', files: [{ filename: 'new', previous_filename: 'old' }] } },
    { known: true, value: { from: A, to: B, files: ['new', 'old'] } },
    true,
  ],
  [
    '300 files',
    { answer: { status: 'ahead', files: files(300) } },
    { known: true, value: { from: A, to: B, why: 'too-many' } },
    true,
  ],
  [
    'a tag beside the other',
    { answer: { status: 'diverged', files: [] } },
    { known: true, value: { from: A, to: B, why: 'diverged' } },
    true,
  ],
  ['an answer without files', { answer: { status: 'ahead' } }, { known: false }, true],
  ['a request that fails', { answer: new Error('down') }, { known: false }, true],
  [
    'what is kept',
    { kept: `{"from":"${A}","to":"${B}","files":["x"]}\n` },
    { known: true, value: { from: A, to: B, files: ['x'] } },
    false,
  ],
  [
    'what is kept of another commit, or broken',
    {
      kept: `{"from":"${B}","to":"${A}","files":[]}\n{"from":"${A}"\n`,
      answer: { status: 'identical', files: [] },
    },
    { known: true, value: { from: A, to: B, files: [] } },
    true,
  ],
])('%s', async (_, world, expected, isAsked) => {
  const { asked, found } = await look(world);
  expect(found).toMatchObject(expected ?? {});
  expect(asked).toEqual(isAsked ? [`${A}...${B}`] : []);
});
