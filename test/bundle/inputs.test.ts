// action.yml and src/action/inputs.ts agree on inputs, outputs and the entry.
import { readFileSync } from 'node:fs';
import type { Outputs } from '../../src/report/outputs.ts';
import { readManifest } from './action-manifest.ts';

const source = readFileSync('src/action/inputs.ts', 'utf8');

test('what the code reads and what action.yml names is the same', () => {
  const read = [...source.matchAll(/input\(env, '([^']+)'\)/g)].flatMap(([, name]) => name ?? []);
  expect(Object.keys(readManifest().inputs).toSorted()).toEqual([...new Set(read)].toSorted());
});

test('what a run answers and what action.yml names is the same', () => {
  const made: Record<keyof Outputs | 'plan', true> = {
    'tracking-issues': true,
    changes: true,
    'waiting-approvals': true,
    'failing-tests': true,
    overdue: true,
    plan: true,
  };
  expect(Object.keys(readManifest().outputs).toSorted()).toEqual(Object.keys(made).toSorted());
});

test('inputs and outputs are described, and the entry is what the build makes', () => {
  const { inputs, outputs, runs } = readManifest();
  for (const { description } of [...Object.values(inputs), ...Object.values(outputs)])
    expect(description).toMatch(/^\w.*\.$/);
  expect(runs).toEqual({ using: 'node24', main: 'dist/action/index.js' });
  expect(readFileSync('scripts/build.js', 'utf8')).toContain('dist/action');
});
