// Steps of tasks: their names, their variables, where a span and a series have them, and two with one name.
import * as fc from 'fast-check';
import { stepId } from '../../src/config/step-id.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { read, releaseOf } from '../support/world.ts';

const CONFIG = `timezone: UTC
cycle: { weeks: 2, release-week: 2, weeks-after: 0 }
vars: { board: press }
tasks:
  - id: post
    title: Post
    week: 1
    steps:
      - Draft *it* for {version}
      - { id: ask, text: 'Ask [{board}](https://example.com)' }
  - { id: talk, title: Talk, steps: [Book a room], span: [{ state: begin, week: 1 }, { state: finish, week: 2 }] }
  - { id: call, title: Call, steps: [Invite], week: 1, every: 1 week }
releases: [{ version: 1.0.0, release: 2027-01-12 }]
`;

function stepsOf(text = CONFIG): Record<string, readonly string[]> {
  const { tasks } = releaseOf(read(text));
  return Object.fromEntries(
    tasks.flatMap(({ id, steps }) => (steps ? [[id, steps.map((step) => step.id)]] : [])),
  );
}

test('a step is named by its task and by its words; of a span the first part has them, of a series each time', () => {
  expect(stepsOf()).toEqual({
    post: ['post/draft-it-for-version', 'post/ask'],
    'talk.begin': ['talk/book-a-room'],
    'call.2027-w01': ['call.2027-w01/invite'],
    'call.2027-w02': ['call.2027-w02/invite'],
  });
});

test('variables are filled in, and change no name', () => {
  const post = releaseOf(read(CONFIG)).tasks.find(({ id }) => id === 'post');
  expect(post?.steps?.map(({ text }) => text)).toEqual([
    'Draft *it* for 1.0.0',
    'Ask [press](https://example.com)',
  ]);
  expect(stepsOf(CONFIG.replace('board: press', 'board: marketing'))).toEqual(stepsOf());
});

test.each([
  ['Draft the post.', 'draft-the-post'],
  ['draft **the** `post`', 'draft-the-post'],
  ['Ask [the team](https://example.com/a)', 'ask-the-team'],
  ['Schönen Gruß', 'schönen-gruß'],
])('%p is named %p', (text, name) => {
  expect(stepId(text)).toBe(name);
});

test('any words have a name of one short word for a mark, and no two long ones the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(stepId(text)).toMatch(/^[^\s<>]{1,60}$/u);
    }),
  );
  const long = 'Write to every partner that has a booth at the conference';
  expect(stepId(`${long} today`)).not.toBe(stepId(`${long} tomorrow`));
});

test.each([
  ['Draft *it* for {version}', 'Ask', ['id: ask', 'duplicate-step']],
  ['Draft *it* for {version}', 'See {nobody}', ['See {nobody}', 'unknown-variable']],
  ['id: ask, text', 'id: Ask it, text', ['Ask it', 'bad-id']],
  ['id: ask, text', 'id: ask, words', ['words', 'missing']],
])('%p as %p is refused at its line', (from, to, [line, code]) => {
  const text = CONFIG.replace(from, to);
  const prepared = prepare(text);
  const [problem] = 'problems' in prepared ? prepared.problems : [];
  expect(problem?.code).toBe(code);
  expect(text.split('\n')[(problem?.line ?? 0) - 1]).toContain(line);
});
