// Every number of the source documents is carried by something that exists.
import { existsSync, readFileSync } from 'node:fs';
import { LINT_RULES } from '../src/schedule/lint.ts';
import type { ScheduleSpec } from '../src/domain/spec.ts';
import { presetSpec } from './schedule/spec-of.ts';

interface Row {
  readonly number: string;
  readonly carriers: readonly string[];
  readonly state: string;
}

const presets = new Map(['kubernetes-comms', 'kyma-release'].map((name) => [name, presetSpec(name)]));
const rows = readRows(readFileSync('docs/requirements.md', 'utf8'));
const byNumber = new Map(rows.map((row) => [row.number, row]));
const numbers = [
  ...Array.from({ length: 54 }, (_, index) => `K${index + 1}`),
  ...Array.from({ length: 28 }, (_, index) => `Y${index + 1}`),
];

test('every number stands in the table exactly once, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(numbers);
});

test.each(rows)('$number is carried, and its state is true', ({ carriers, state }) => {
  expect(carriers).not.toEqual([]);
  expect(carriers.filter((carrier) => !isThere(carrier))).toEqual([]);
  expect(state).toMatch(/^(?:acts|acts when on|reminds|shows)(?:, more is planned)?$/);
  const hasTask = carriers.some((carrier) => carrier.startsWith('task '));
  expect(state.startsWith('reminds') && !hasTask).toBe(false);
});

const proofs = readFileSync('docs/requirements.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, duty = '', number = '', , proof = ''] = line.split('|').map((cell) => cell.trim());
    const path = /\(\.\.\/([^)]+)\)/.exec(proof)?.[1];
    return /^[KY]\d+$/.test(number) && path !== undefined ? [{ duty, number, path }] : [];
  });

// That the test fails without the duty is what `npm run test:acts` asks.
test.each(proofs)('duty $duty acts for $number: a test of $path says so', ({ number, path }) => {
  const carries = String.raw`^ *// Carries .*\b${number}\b.*\n *test\(`;
  expect(readFileSync(path, 'utf8')).toMatch(new RegExp(carries, 'm'));
});

test('whatever acts has such a test', () => {
  const acting = rows.filter(({ state }) => state.startsWith('acts')).map(({ number }) => number);
  expect(acting.filter((number) => proofs.every((proof) => proof.number !== number))).toEqual([]);
  expect(acting.length).toBeGreaterThan(20);
});

describe.each([...presets])('preset %s', (name, spec) => {
  const claims = spec.tasks.flatMap((task) =>
    [...task.source, ...(task.span ?? []).flatMap((part) => part.source)].map((number) => ({
      id: task.id,
      number,
    })),
  );

  test('every task says where it comes from', () => {
    expect(spec.tasks.filter(({ source }) => source.length === 0)).toEqual([]);
  });

  test.each(claims)('$id carries $number in the table', ({ id, number }) => {
    expect(byNumber.get(number)?.carriers).toContain(`task ${name}/${id}`);
  });

  test('every task in the table names the number as its source', () => {
    const told = new Set(claims.map(({ id, number }) => `${number} task ${name}/${id}`));
    const listed = rows.flatMap(({ number, carriers }) =>
      carriers
        .filter((carrier) => carrier.startsWith(`task ${name}/`))
        .map((carrier) => `${number} ${carrier}`),
    );
    expect(listed.filter((entry) => !told.has(entry))).toEqual([]);
  });
});

function isThere(carrier: string): boolean {
  const [kind, name = ''] = carrier.split(' ');
  const [preset = '', id = ''] = name.split('/');
  if (kind === 'rule') return LINT_RULES.some(({ code }) => code === name);
  if (kind === 'duty') return existsSync(`src/duties/${name}`);
  const spec = presets.get(preset);
  return spec !== undefined && isInPreset(kind, id, spec);
}

function isInPreset(kind: string | undefined, id: string, spec: ScheduleSpec): boolean {
  if (kind === 'task') return spec.tasks.some((task) => task.id === id);
  if (kind === 'milestone') return Object.hasOwn(spec.milestones, id);
  if (kind === 'role') return Object.hasOwn(spec.roles, id);
  return kind === 'cycle' && spec.cycle.weeks > 0;
}

/** The rows of all tables: number, what it asks, code spans of what carries it, state. */
function readRows(markdown: string): Row[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (!/^[KY]\d+$/.test(cells[1] ?? '')) return [];
    const carriers = [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    return [{ number: cells[1] ?? '', carriers, state: cells[4] ?? '' }];
  });
}
