// What is said of a pull request of which GitHub hides something: nothing on a guess, and nothing is taken back.
import type { Pull } from '../../../src/domain/pull.ts';
import { PULL, type Setting, run } from './world.ts';

const OWNED = 'src/ @bob\n';

function outcome(pull: Partial<Pull>, setting: Setting = {}) {
  const { judged, desired, standing, skips } = run({ ...setting, pulls: [{ ...PULL, ...pull }] });
  return { verdict: judged[0]?.verdict, wishes: desired, standing, skips };
}

const ofPull = (wishes: ReturnType<typeof outcome>['wishes']): readonly string[] =>
  wishes.flatMap(({ kind }) => (kind.startsWith('pull-') ? [kind] : []));

test('files that are not shown may tie it to the release: not green, and its label stays', () => {
  const hidden = { milestone: undefined, files: [], filesComplete: false, labels: ['needs-approval'] };
  const { verdict, wishes, standing, skips } = outcome(hidden, { config: { paths: ['/docs/'] } });
  expect(verdict).toMatchObject({ kind: 'unknown', why: expect.stringContaining('files') as string });
  expect(ofPull(wishes)).toEqual([]);
  expect(standing).toHaveLength(1);
  expect(skips).toHaveLength(1);
});

test('where no path ties anything to a release, hidden files do not either', () => {
  expect(outcome({ milestone: undefined, files: [], filesComplete: false }).verdict).toEqual({
    kind: 'unrelated',
  });
});

test('a reviewer who is not shown leaves the owners to be asked', () => {
  const requested = { people: [], teams: [], unread: 'not shown; it needs members: read' };
  const { verdict } = outcome({ requested }, { owners: OWNED });
  expect(verdict).toMatchObject({ kind: 'waiting', pending: { asks: [{ name: 'bob' }] } });
});

test.each<[string, Partial<Pull>]>([
  ['a hidden reviewer', { requested: { people: [], teams: [], unread: 'not shown' } }],
  ['hidden files', { requested: { people: [], teams: [] }, filesComplete: false }],
  ['a hidden label', { unread: 'GitHub leaves out some of its labels' }],
])('%s: it is not said that no review requested, and it stands in the way', (_, pull) => {
  const { verdict, wishes, standing } = outcome(pull);
  expect(verdict?.kind).toBe('unknown');
  expect(ofPull(wishes)).toEqual([]);
  expect(standing).toMatchObject([{ key: 'pull/421' }]);
});

test('an author whose account is gone is not mentioned', () => {
  const checks = { known: true, value: { state: 'failure', requiredFailing: ['build'] } } as const;
  const shown = outcome({ checks });
  expect(ofPull(shown.wishes)).toContain('pull-comment');
  const author = { login: 'old-dave', bot: false, nobody: true } as const;
  const gone = outcome({ checks, author });
  expect(gone.verdict).toMatchObject({ kind: 'with-author' });
  expect(ofPull(gone.wishes)).not.toContain('pull-comment');
});
