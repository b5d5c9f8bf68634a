// Our words go into a body as it is now; what can't be written is no word to anybody.
import type { BodyDocument } from '../../../src/domain/issue-body.ts';
import { writeBody } from '../../../src/github/apply/write-body.ts';
import { renderBody } from '../../../src/body/render-body.ts';
import { partialFailure, scriptedWorld } from '../../support/scripted-github.ts';
import { ownIssue } from '../../support/world.ts';

const KEY = '1.14.0/tracking-issue';
const ANSWER = 'v1/command/9';
const document = (text: string): BodyDocument => ({
  key: KEY,
  parts: [{ kind: 'block', name: 'status', text }],
});
const BEFORE = renderBody(document('Week 1'));

/** Issue 7 with our words in it, on a GitHub that may refuse the read. */
async function write(text: string, refused?: string) {
  const github = { body: BEFORE, patches: 0 };
  const request = (_: string, { body }: { readonly body: string }) => {
    github.body = body;
    github.patches += 1;
    return Promise.resolve({ data: {} });
  };
  const graphql = async () => {
    const answer = { repository: { issue: { body: github.body, userContentEdits: { nodes: [] } } } };
    if (refused === undefined) return answer;
    throw partialFailure(answer, ['repository', 'issue', 'userContentEdits'], refused);
  };
  const world = scriptedWorld({
    request,
    graphql,
    accounts: ['relcomms[bot]'],
    issues: [ownIssue(KEY, 7, { body: BEFORE })],
  });
  const body = document(text);
  const operation = { kind: 'write-body', issue: { number: 7 }, body, answers: [ANSWER] } as const;
  const { outcome, detail } = await writeBody(world, operation);
  return { outcome, detail, patches: github.patches, waits: world.postponed.has(ANSWER) };
}

test('what is written answers its command', async () => {
  expect(await write('Week 2')).toEqual({ outcome: 'done', detail: undefined, patches: 1, waits: false });
});

test('so does what stands there already', async () => {
  expect(await write('Week 1')).toMatchObject({ outcome: 'already', patches: 0, waits: false });
});

test('what finds no room leaves its command to the next run', async () => {
  expect(await write('x'.repeat(66_000))).toEqual({
    outcome: 'failed',
    detail: 'the body would be longer than GitHub allows',
    patches: 0,
    waits: true,
  });
});

test('a body whose history can not be read is written by nobody', async () => {
  await expect(write('Week 2', 'Something went wrong.')).rejects.toThrow('Something went wrong.');
});
