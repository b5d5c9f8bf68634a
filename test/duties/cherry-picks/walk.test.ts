// Walks of 60 pull requests on two release branches: what is missing, waits, is there, and is wrong is that of the model.
import { picturesOf } from '../../../src/duties/cherry-picks/judge/picture.ts';
import { sceneOf } from '../../../src/duties/cherry-picks/input.ts';
import { windowsOf } from '../../../src/duties/cherry-picks/window.ts';
import { rounds } from '../../support/long.ts';
import { modelOf } from './walk/model.ts';
import { walk } from './walk/walk.ts';
import { type Setting, inputOf } from './world.ts';

const SEEDS = Array.from({ length: rounds(4, 200) }, (_, index) => index + 1);

/** What happened in all walks: those in which nothing does prove nothing. */
const seen = new Map<string, number>();

function found(setting: Setting): string[] {
  const input = inputOf(setting);
  const scene = sceneOf(input);
  if (scene === undefined) throw new Error('nobody says what a cherry-pick is');
  return picturesOf(windowsOf(input), scene, input)
    .flatMap(({ missing, reverted, waiting, picked, faulty }) => [
      ...missing.flatMap(({ fix, branches }) =>
        branches.map((branch) => `missing #${fix.number} on ${branch}`),
      ),
      ...reverted.flatMap(({ fix, branches }) =>
        branches.map((branch) => `reverted #${fix.number} on ${branch}`),
      ),
      ...waiting.map(({ pull }) => `open #${pull.number}`),
      ...picked.map(({ number }) => `in #${number}`),
      ...faulty.flatMap(({ number, faults }) => faults.map(({ kind }) => `${kind} #${number}`)),
    ])
    .toSorted();
}

test.each(SEEDS)('walk %i', (seed) => {
  const deeds = walk(seed, (world, setting) => {
    const model = modelOf(world);
    expect({ seed, now: setting.now, lines: found(setting) }).toEqual({
      seed,
      now: setting.now,
      lines: model,
    });
    for (const line of model) {
      const [kind = ''] = line.split(' ');
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
  });
  for (const one of deeds) seen.set(one, (seen.get(one) ?? 0) + 1);
});

test('all of it happened in some of them', () => {
  const all = [
    'missing',
    'reverted',
    'open',
    'in',
    'twice',
    'wrong-branch',
    'open-source',
    'closed-source',
    'reverted-source',
    'original Revert',
    'original Reapply',
    'pick reverted',
  ];
  expect(all.filter((kind) => (seen.get(kind) ?? 0) < 2)).toEqual([]);
});
