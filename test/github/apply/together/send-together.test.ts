// Many writes on comments against a GitHub of a few functions: once each, and each with its own fate.
import { sendTogether } from '../../../../src/github/apply/together/send-together.ts';
import type { Wish } from '../../../../src/github/apply/together/send-wishes.ts';
import { type BoardComment, commentBoard, wordsOf } from '../../../support/comment-board.ts';
import { scriptedWorld } from '../../../support/scripted-github.ts';

const US = 'relcomms[bot]';

/** Carries out a mutation of ours: the answer, or what it throws. */
type Mutation = (carryOut: () => unknown, texts: readonly string[]) => unknown;

/** Pull requests with comments of ours. `mutations`: how each further mutation goes; the rest is carried out. */
function start(there: readonly BoardComment[], mutations: readonly Mutation[] = []) {
  const { comments, answer } = commentBoard(there);
  const sent: string[] = [];
  const scripts = [...mutations];
  const graphql = async (query: string, values: Record<string, string>): Promise<unknown> => {
    sent.push(wordsOf(query));
    const script = query.startsWith('query') ? undefined : scripts.shift();
    const texts = Object.entries(values).flatMap(([name, value]) => (name.startsWith('text') ? [value] : []));
    return script === undefined ? answer(query, values) : await script(() => answer(query, values), texts);
  };
  return { world: scriptedWorld({ accounts: [US], graphql }), sent, comments };
}

function make(number: number): Wish {
  return { kind: 'make', number, parts: [{ key: `k${number}`, body: 'Hello' }] };
}

function textOf(number: number): string {
  return `<!-- relcomms:v1 k${number} -->\nHello\n`;
}

function broken(status: number): Error {
  return Object.assign(new Error('Bad gateway'), { status });
}

const lost: Mutation = () => {
  throw broken(502);
};

const locked: Mutation = (carryOut) => {
  const data = { ...(carryOut() as object), w1: null };
  throw Object.assign(new Error('refused'), {
    data,
    errors: [{ path: ['w1'], type: 'FORBIDDEN', message: 'Issue is locked' }],
  });
};

const limit: Mutation = () => {
  throw Object.assign(new Error('You have exceeded a secondary rate limit'), { status: 403 });
};

const kinds = (fates: readonly { readonly kind: string }[]): string[] => fates.map(({ kind }) => kind);
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

test('48 comments: a look, three requests, a look', async () => {
  const { world, sent, comments } = start([]);
  const fates = await sendTogether(world, numbers(48).map(make));
  expect(new Set(kinds(fates))).toEqual(new Set(['done']));
  expect(comments.map(({ number }) => number)).toEqual(numbers(48));
  expect(sent).toEqual(['look', '20 addComment', '20 addComment', '8 addComment', 'look']);
});

test('what is there is not made, and edits need no look', async () => {
  const { world, sent, comments } = start([{ id: 5, number: 1, text: textOf(1) }]);
  expect(kinds(await sendTogether(world, [make(1), make(2)]))).toEqual(['there', 'done']);
  expect(comments).toHaveLength(2);
  sent.length = 0;
  const edits = numbers(3).map((id): Wish => ({ kind: 'edit', id: `IC_${id}`, text: 'New' }));
  expect(kinds(await sendTogether(world, edits))).toEqual(['done', 'done', 'done']);
  expect(sent).toEqual(['3 updateIssueComment']);
});

test('an answer that was lost: what took is found, only what is missing is sent again', async () => {
  const half: Mutation = (_, texts) => {
    comments.push({ id: 50, number: 1, text: texts[0] ?? '' });
    throw broken(502);
  };
  const { world, sent, comments } = start([], [half]);
  expect(kinds(await sendTogether(world, [make(1), make(2), make(3)]))).toEqual(['done', 'done', 'done']);
  expect(comments.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(sent).toEqual(['look', '3 addComment', 'look', '2 addComment', 'look']);
});

test('what is lost twice has failed, and the rest goes on', async () => {
  const { world, sent, comments } = start([], [lost, lost]);
  const fates = await sendTogether(world, numbers(21).map(make));
  expect(kinds(fates)).toEqual([...numbers(20).map(() => 'failed'), 'done']);
  expect(comments).toHaveLength(1);
  expect(sent).toEqual(['look', '20 addComment', 'look', '20 addComment', 'look', '1 addComment', 'look']);
});

test('one that GitHub refuses fails alone', async () => {
  const { world, sent } = start([], [locked]);
  const fates = await sendTogether(world, [make(1), make(2), make(3)]);
  expect(kinds(fates)).toEqual(['done', 'failed', 'done']);
  expect(sent).toEqual(['look', '3 addComment', 'look']);
});

test('once GitHub wants no more, nothing more is sent', async () => {
  const { world, sent } = start([], [limit]);
  expect(new Set(kinds(await sendTogether(world, numbers(40).map(make))))).toEqual(new Set(['failed']));
  expect(sent).toEqual(['look', '20 addComment']);
});

test('another run was quicker by a moment: its comment stays, ours goes', async () => {
  const raced: Mutation = (carryOut) => {
    comments.push({ id: 50, number: 1, text: textOf(1) });
    return carryOut();
  };
  const { world, sent, comments } = start([], [raced]);
  expect(kinds(await sendTogether(world, [make(1), make(2)]))).toEqual(['there', 'done']);
  expect(comments.map(({ number }) => number)).toEqual([1, 2]);
  expect(comments[0]?.id).toBe(50);
  expect(sent).toEqual(['look', '2 addComment', 'look', '1 deleteIssueComment']);
});

test('an answer was lost and another run wrote as well: the oldest comment stays, whosever it is', async () => {
  const both: Mutation = (carryOut) => {
    carryOut();
    comments.unshift({ id: 50, number: 1, text: textOf(1) });
    throw broken(502);
  };
  const { world, sent, comments } = start([], [both]);
  expect(kinds(await sendTogether(world, [make(1)]))).toEqual(['done']);
  expect(comments.map(({ id }) => id)).toEqual([50]);
  expect(sent).toEqual(['look', '1 addComment', 'look', 'look', '1 deleteIssueComment']);
});

/** One comment on issue 1 that says all this. */
function saying(...keys: readonly string[]): Wish {
  return { kind: 'make', number: 1, parts: keys.map((key) => ({ key, body: `Hello ${key}` })) };
}

function said(...keys: readonly string[]): string {
  const markers = keys.map((key) => `<!-- relcomms:v1 ${key} -->`).join('\n');
  return `${markers}\n${keys.map((key) => `Hello ${key}`).join('\n\n---\n\n')}\n`;
}

test('several things in one comment: only what is missing is said', async () => {
  const { world, comments } = start([{ id: 5, number: 1, text: said('a', 'b') }]);
  expect(kinds(await sendTogether(world, [saying('b', 'c', 'd')]))).toEqual(['done']);
  expect(comments.map(({ text }) => text)).toEqual([said('a', 'b'), said('c', 'd')]);
  expect(kinds(await sendTogether(world, [saying('a', 'd')]))).toEqual(['there']);
});

test('another run said a part of it in the same moment: the younger comment keeps the rest', async () => {
  const raced: Mutation = (carryOut) => {
    comments.push({ id: 50, number: 1, text: said('a', 'b') });
    return carryOut();
  };
  const { world, sent, comments } = start([], [raced]);
  expect(kinds(await sendTogether(world, [saying('b', 'c')]))).toEqual(['done']);
  expect(comments.map(({ text }) => text)).toEqual([said('a', 'b'), said('c')]);
  expect(sent).toEqual(['look', '1 addComment', 'look', '1 updateIssueComment']);
});

test('an answer was lost, and another run said a part of it: the rest is sent', async () => {
  const raced: Mutation = () => {
    comments.push({ id: 50, number: 1, text: said('a') });
    throw broken(502);
  };
  const { world, comments } = start([], [raced]);
  expect(kinds(await sendTogether(world, [saying('a', 'b')]))).toEqual(['done']);
  expect(comments.map(({ text }) => text)).toEqual([said('a'), said('b')]);
});
