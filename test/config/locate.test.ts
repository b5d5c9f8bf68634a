// Problems of other rooms find their line.
import type { Path } from '../../src/domain/problem.ts';
import { goodConfig } from './sample.ts';

const SOURCE = `extends: [comms]
holidays:
  - 2026-12-25
tasks:
  - id: stream
    title: Stream
    week: 5
  - { id: theme, due: week 6 friday }
releases:
  - version: v1.18.0
    release: 2026-11-24
    milestones:
      code-freeze: 2026-11-03
      kubecon:
        on: 2026-11-09
        fixed: yes
`;

const { locate } = goodConfig(SOURCE);
const at = (path: Path, code = 'x'): string => {
  const { line, column } = locate({ code, severity: 'error', path, message: 'M.', fix: 'N.' });
  return `${line}:${column}`;
};

test.each<[string, Path, string]>([
  ['a value', ['releases', 'v1.18.0', 'release'], '11:14'],
  ['a day', ['releases', 'v1.18.0', 'milestones', 'code-freeze'], '13:20'],
  ['the day behind a short milestone', ['releases', 'v1.18.0', 'milestones', 'code-freeze', 'on'], '13:20'],
  ['a milestone with keys', ['releases', 'v1.18.0', 'milestones', 'kubecon'], '14:7'],
  ['a key of it', ['releases', 'v1.18.0', 'milestones', 'kubecon', 'on'], '15:13'],
  ['a release by index', ['releases', 0, 'version'], '10:14'],
  ['a task', ['tasks', 'stream'], '5:5'],
  ['`due` written as `week`', ['tasks', 'stream', 'due'], '7:11'],
  ['a task that changes a preset', ['tasks', 'theme', 'due'], '8:23'],
  ['an item of a list, after those of presets', ['holidays', 1], '3:5'],
  ['nothing: the nearest thing around it', ['releases', 'v1.18.0', 'branch'], '10:5'],
  ['a release that is not there', ['releases', 'v2'], '9:1'],
  ['the whole file', [], '1:1'],
  ['something unheard of', ['a', 1, 'b'], '1:1'],
])('%s', (_, path, expected) => {
  expect(at(path)).toBe(expected);
});

test('what a preset brings is shown where the preset is named, and the message says so', () => {
  const problem = {
    code: 'x',
    severity: 'warning' as const,
    path: ['tasks', 'meeting', 'until'],
    message: 'M.',
    fix: 'N.',
  };
  expect(locate(problem)).toEqual({
    ...problem,
    line: 1,
    column: 11,
    message: 'In the preset "comms", line 11: M.',
  });
});

test('tasks and releases are named, not counted', () => {
  const problem = {
    code: 'x',
    severity: 'error' as const,
    path: ['tasks', 3, 'title'],
    message: 'M.',
    fix: 'N.',
  };
  expect(locate(problem).path).toEqual(['tasks', 'stream', 'title']);
});
