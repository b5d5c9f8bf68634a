// What a workbook of 20,000 rows takes: written, read back with results, and updated, each in a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Measure, Row } from '../measure.ts';

const TESTS = 4000;
const PLATFORMS = ['linux', 'macos', 'windows', 'android', 'ios'];
const CANDIDATES = ['rc1', 'rc2', 'rc3'];
const VERSION = '1.10.0';

const CONFIG = `timezone: UTC
roles: { lead: [alice] }
teams: { api: { github: acme/api, people: [bob, carol] } }
milestones:
  rc1: { on: release - 14 days, title: Release candidate 1 }
  rc2: { on: release - 9 days, title: Release candidate 2 }
  rc3: { on: release - 4 days, title: Release candidate 3 }
releases: [{ version: '${VERSION}', start: 2020-01-06, release: 2020-03-26 }]
`;

interface Usage {
  /** Seconds from start to exit. */
  readonly elapsed: number;
  /** Most memory that the process ever had, in MB. */
  readonly peak: number;
}

export const workbook: Measure = {
  name: 'workbook',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'relcomms-bench-'));
    try {
      writeFileSync(join(folder, 'relcomms.yml'), CONFIG);
      writeFileSync(join(folder, 'tests.yml'), testsFile());
      writeFileSync(join(folder, 'results.jsonl'), resultsFile());
      return [
        ...rowsOf('written', sheet(folder, 'export')),
        ...rowsOf('read', sheet(folder, 'import')),
        ...rowsOf('updated', sheet(folder, 'export')),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function rowsOf(what: string, { elapsed, peak }: Usage): Row[] {
  const note = `${(TESTS * PLATFORMS.length).toLocaleString('en-US')} rows, ${CANDIDATES.length} candidates`;
  const library = 'The library for workbooks keeps each cell as an object; reading and writing are its work.';
  return [
    {
      measure: `workbook ${what}`,
      measured: elapsed,
      unit: 's',
      target: { atMost: 5 },
      note,
      allowed: library,
    },
    {
      measure: `workbook ${what}, memory at most`,
      measured: peak,
      unit: 'MB',
      target: { atMost: 300 },
      note,
      allowed: library,
    },
  ];
}

function testsFile(): string {
  const platforms = `platforms: [${PLATFORMS.join(', ')}]`;
  const tests = Array.from(
    { length: TESTS },
    (_, index) =>
      `  - { id: ${idOf(index)}, title: Check number ${index} of the list, team: api, component: part-${index % 12}, ${platforms} }\n`,
  );
  return `tests:\n${tests.join('')}`;
}

/** Everything has passed in the first candidate, each with a note. */
function resultsFile(): string {
  const rows = Array.from({ length: TESTS }, (_, index) =>
    PLATFORMS.map((platform) => {
      const fields = { result: 'pass', tester: 'bob', day: '2020-03-11', note: `Seen on ${platform}` };
      return `${JSON.stringify({ candidate: CANDIDATES[0], run: `${idOf(index)}@${platform}`, ...fields })}\n`;
    }),
  );
  return rows.flat().join('');
}

function idOf(index: number): string {
  return `api-${String(index).padStart(4, '0')}`;
}

function sheet(folder: string, action: 'export' | 'import'): Usage {
  const usage = join(folder, 'usage.json');
  const files = ['--config', 'relcomms.yml', '--tests', 'tests.yml', '--results', 'results.jsonl'];
  const call = [resolve('dist/cli/index.js'), 'sheet', action, VERSION, 'tests.xlsx', ...files];
  const said = execFileSync(process.execPath, ['--require', resolve('bench/usage-hook.cjs'), ...call], {
    cwd: folder,
    env: { ...process.env, USAGE_FILE: usage },
    encoding: 'utf8',
  });
  if (!said.includes('tests.xlsx')) throw new Error(`The workbook was not the work of this call: ${said}`);
  return JSON.parse(readFileSync(usage, 'utf8')) as Usage;
}
