// The answer to a comment with commands: which reaction it is, and what is written beside it.
import type { AddReaction } from '../../src/domain/operation.ts';
import { addReaction } from '../../src/github/apply/add-reaction.ts';
import type { World } from '../../src/github/apply/world.ts';
import { scriptedWorld } from '../support/scripted-github.ts';

const REACTION: AddReaction = {
  kind: 'add-reaction',
  commentId: 9,
  content: '+1',
  entry: 'v1/command/9',
};
const EXCUSE = { number: 7, key: 'v1/command/9/excuse', body: 'GitHub did not take it.' };

/** The writes that the answer makes, in order, on an issue without comments. */
async function written(operation: AddReaction, prepare: (world: World) => void = () => {}) {
  const writes: string[] = [];
  const request = (route: string, { body, content }: Record<string, string>) => {
    if (route.startsWith('POST')) writes.push(content ?? body ?? '');
    return Promise.resolve({ data: route.startsWith('GET') ? [] : { id: 1 } });
  };
  const world = scriptedWorld({ request });
  prepare(world);
  const { outcome } = await addReaction(world, operation);
  return { outcome, writes };
}

const withheld = ({ withheld: entries }: World) => void entries.add(REACTION.entry);

test.each([
  ['what happened gets its reaction, and its excuse is not needed', { ...REACTION, excuse: EXCUSE }, ['+1']],
  ['so does what had no excuse with it', REACTION, ['+1']],
])('%s', async (_, operation, writes) => {
  expect(await written(operation)).toEqual({ outcome: 'done', writes });
});

test('what did not happen is confusing, after the words of its excuse where it brought them', async () => {
  expect(await written(REACTION, withheld)).toEqual({ outcome: 'done', writes: ['confused'] });
  expect(await written({ ...REACTION, excuse: EXCUSE }, withheld)).toEqual({
    outcome: 'done',
    writes: ['<!-- relcomms:v1 v1/command/9/excuse -->\nGitHub did not take it.\n', 'confused'],
  });
});

test.each(['unwritten', 'postponed'] as const)('what is %s is left to the next run', async (set) => {
  const left = await written(REACTION, (world) => void world[set].add(REACTION.entry));
  expect(left).toEqual({ outcome: 'not-tried', writes: [] });
});
