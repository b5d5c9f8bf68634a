// Fifteen real release processes as configs: their warnings, their known days, a cycle of each, and the page about them.
import { readFileSync, readdirSync } from 'node:fs';
import { personWeeks } from '../sandbox/simulate/loud-weeks.ts';
import { simulate } from '../sandbox/simulate/simulate.ts';
import { type Day, addDays, day, instantOf } from '../src/domain/day.ts';
import { type Prepared, prepareAt } from '../src/run/reconcile.ts';
import { KNOWN_PROCESSES, type KnownProcess } from './support/known-processes.ts';
import { rounds } from './support/long.ts';

const FOLDER = 'test/fixtures/processes';
const CASES = Object.entries(KNOWN_PROCESSES);

/** Emails a person and week, beyond own assignments. */
const MOST = 2;

function lookAt(name: string, on: Day): Prepared {
  const prepared = prepareAt(readFileSync(`${FOLDER}/${name}.yml`, 'utf8'), instantOf(on, '12:00', 'UTC'));
  if ('problems' in prepared) throw new Error(prepared.problems.map(({ message }) => message).join('\n'));
  return prepared;
}

test('each config has known days, and the other way round', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(CASES.map(([name]) => `${name}.yml`));
  expect(CASES).toHaveLength(15);
});

test.each(CASES)('%s has exactly the warnings that have a reason', (name, { on, warnings = [] }) => {
  const found = lookAt(name, day(on)).warnings.map(
    ({ code, message }) => `${code} ${/\((\d{4}-\d\d-\d\d)/.exec(message)?.[1] ?? message}`,
  );
  expect(found.toSorted()).toEqual(warnings);
});

test.each(CASES)('%s has the days that are known', (name, { on, days }) => {
  const { releases } = lookAt(name, day(on));
  const found = Object.entries(days).map(([version, known]) => [version, daysOf(releases, version, known)]);
  expect(Object.fromEntries(found)).toEqual(days);
  expect(Object.values(days).flatMap((known) => Object.keys(known)).length).toBeGreaterThanOrEqual(3);
});

function daysOf(
  releases: Prepared['releases'],
  version: string,
  known: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const release = releases.find((one) => one.version === version);
  const all = new Map<string, string>(release?.milestones.map((milestone) => [milestone.id, milestone.day]));
  return Object.fromEntries(
    Object.keys(known).map((id) => [id, id === 'release' ? release?.release : all.get(id)]),
  );
}

/** The shortest cycles in every run of the suite, all of them in `npm run test:long`. */
const FIRST = ['airflow', 'nodejs-security', 'gitlab', 'home-assistant', 'vscode'];
const PLAYED = CASES.toSorted(([a], [b]) => Number(FIRST.includes(b)) - Number(FIRST.includes(a)));

test.each(PLAYED.slice(0, rounds(FIRST.length, PLAYED.length)))(
  '%s is played without a late task, and with at most two emails a person and week',
  async (name, process) => {
    const { late, open, state, loudest } = await play(name, process);
    expect({ late, open, state }).toEqual({ late: [], open: [], state: 'closed' });
    expect({ loudest, isMore: loudest.length > MOST }).toEqual({ loudest, isMore: false });
  },
  300_000,
);

async function play(name: string, { on, plays }: KnownProcess) {
  const first = lookAt(name, day(on)).releases.find(({ version }) => version === plays);
  if (first === undefined) throw new Error(`${name} has no release ${plays}`);
  const from = addDays(first.start, -7);
  const { events, releases } = await simulate({
    prepared: lookAt(name, from),
    from,
    to: addDays(first.end, 7),
    team: 'scripted',
  });
  const end = releases.find(({ version }) => version === plays);
  return {
    late: end?.late,
    open: end?.open,
    state: end?.state,
    loudest: personWeeks(events)[0]?.emails ?? [],
  };
}

const PAGE = readFileSync('docs/processes.md', 'utf8');
const [BEGINNING = '', ...PARTS] = PAGE.split(/^## /m);

/** The rows of one process, without the head of its table: what its team does, and how it is said. */
function rowsOf(part: string): (readonly [does: string, said: string])[] {
  const [, ...rows] = part.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| -'));
  return rows.map((row) => {
    const [, does = '', said = ''] = row.split(' | ').length === 2 ? ['', ...row.split(' | ')] : [];
    return [does.replace(/^\| /, '').trim(), said.replace(/ \|$/, '').trim()] as const;
  });
}

test('the page has one part for each config, in their order', () => {
  const linked = PARTS.map((part) => /processes\/([\w-]+)\.yml/.exec(part)?.[1]);
  expect(linked).toEqual(CASES.map(([name]) => name));
});

test.each(CASES.map(([name], index) => [name, PARTS[index] ?? ''] as const))(
  'what the page quotes of %s is in its config',
  (name, part) => {
    const config = readFileSync(`${FOLDER}/${name}.yml`, 'utf8');
    const rows = rowsOf(part);
    expect(rows.length).toBeGreaterThanOrEqual(5);
    for (const [does, said] of rows) {
      expect(does).not.toBe('');
      if (said.startsWith('**Not yet.**')) continue;
      const quoted = [...said.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words);
      expect({ does, isQuoted: quoted.length > 0 }).toEqual({ does, isQuoted: true });
      expect({ does, missing: quoted.filter((words) => !config.includes(words)) }).toEqual({
        does,
        missing: [],
      });
    }
  },
);

test('the page counts its rows, and those that cannot be said yet', () => {
  const rows = PARTS.flatMap((part) => rowsOf(part));
  const open = rows.filter(([, said]) => said.startsWith('**Not yet.**'));
  expect(BEGINNING).toContain(
    `Of ${rows.length} things that these teams do, ${open.length} can't be said yet.`,
  );
});
