// Tasks that come after others and after milestones: what they wait for, and what is refused at its line.
import * as fc from 'fast-check';
import { prepare } from '../../src/run/reconcile.ts';
import { waitsFor } from '../../src/schedule/after.ts';
import { read, releaseOf } from '../support/world.ts';

const CONFIG = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
milestones: { rc1: release - 1 week }
tasks:
  - { id: theme, title: Theme, due: start + 2 days }
  - id: talk
    title: Talk
    span: [{ state: begin, week: 1 }, { state: finish, due: release - 9 days }]
  - { id: post, title: Post, due: release - 2 days, after: [talk, theme, rc1] }
  - { id: call, title: Call, week: 1, every: 1 week }
releases: [{ version: 1.0.0, release: 2027-01-26 }]
`;

function problemIn(from: string, to: string) {
  const text = CONFIG.replace(from, to);
  expect(text).not.toBe(CONFIG);
  const prepared = prepare(text);
  const [problem] = 'problems' in prepared ? prepared.problems : [];
  return { problem, line: problem?.line === undefined ? '' : (text.split('\n')[problem.line - 1] ?? '') };
}

test('it waits for the last part of a span, and begins on the day of the milestone', () => {
  const release = releaseOf(read(CONFIG));
  const post = release.tasks.find(({ id }) => id === 'post');
  if (post === undefined) throw new Error('no post');
  expect(post).toMatchObject({ notBefore: '2027-01-19', after: ['talk.finish', 'theme'] });
  const waiting = (...done: string[]) => waitsFor(post, release, new Set(done)).map(({ id }) => id);
  expect(waiting()).toEqual(['theme', 'talk.finish']);
  expect(waiting('talk.begin', 'theme')).toEqual(['talk.finish']);
  expect(waiting('talk.finish', 'theme')).toEqual([]);
});

test.each([
  [
    '[talk, theme, rc1]',
    '[talk, them, rc1]',
    'Task "post" of 1.0.0 comes after "them", which is no task and no milestone of this release.',
    'Did you mean "theme"?',
  ],
  [
    '[talk, theme, rc1]',
    '[call]',
    'Task "post" comes after "call", which comes again and again.',
    'Name a task that is done once, or a milestone.',
  ],
  [
    'due: start + 2 days }',
    'due: start + 2 days, after: [post] }',
    'Task "theme" waits for itself: theme after post after theme.',
    'Delete one of these `after`.',
  ],
  [
    'due: start + 2 days }',
    'due: start + 2 days, after: [theme] }',
    'Task "theme" waits for itself: theme after theme.',
    'Delete one of these `after`.',
  ],
  [
    'due: start + 2 days }',
    'due: release - 1 day }',
    'Task "post" of 1.0.0 is due on 2027-01-24, before "theme", which it comes after and which is due on 2027-01-25.',
    'Let "post" be due later, or "theme" earlier.',
  ],
  [
    'due: release - 2 days',
    'due: release - 8 days',
    'Task "post" of 1.0.0 may not be done before 2027-01-19 and is due on 2027-01-18.',
    'Let the task be due later, or change its `after`.',
  ],
])('%s → %s is refused', (from, to, message, fix) => {
  const { problem, line } = problemIn(from, to);
  expect(problem).toMatchObject({ message, fix, severity: 'error' });
  expect(line).toMatch(/after|due/);
});

test('a circle of any length is told once, and nothing else is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(11), (length, first) => {
      const tasks = Array.from({ length }, (_, index) => {
        const [own, next] = [index, index + 1].map((number) => `t${(number + first) % length}`);
        return `  - { id: ${own}, title: T, week: 1, after: [${next}] }`;
      });
      const prepared = prepare(
        `timezone: UTC\ncycle: { weeks: 4, release-week: 4, weeks-after: 0 }\ntasks:\n${tasks.join('\n')}\nreleases: [{ version: 1.0.0, release: 2027-01-26 }]\n`,
      );
      const codes = 'problems' in prepared ? prepared.problems.map(({ code }) => code) : [];
      expect(codes).toEqual(['circular-after']);
    }),
  );
});

test('with a kind of release, it is refused where the kind has it', () => {
  const text = `timezone: UTC
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
kinds:
  patch:
    tasks:
      - { id: pick, title: Pick, week: 1, after: [thema] }
      - { id: theme, title: Theme, week: 1 }
releases: [{ version: 1.0.1, kind: patch, release: 2027-01-26 }]
`;
  const prepared = prepare(text);
  const [problem] = 'problems' in prepared ? prepared.problems : [];
  expect(problem).toMatchObject({ code: 'unknown-after', line: 6, fix: 'Did you mean "theme"?' });
});
