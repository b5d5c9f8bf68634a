// CPU time of the bundled Action over that of an empty Node process, interleaved in one call.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  start as startGitHub,
} from '../../packages/embedded-github/src/index.ts';
import { type BundleOptions, runBundle } from '../../test/bundle/run-bundle.ts';
import { kubernetesSeed } from '../../test/support/kubernetes-seed.ts';
import type { Measure, Row } from '../measure.ts';
import { median } from '../median.ts';
import { type NodeBinary, nodes } from '../nodes.ts';

const ROUNDS = 11;
const NOW = '2020-02-24T12:00:00Z';

type Case = Pick<BundleOptions, 'inputs' | 'script'>;

export const coldStart: Measure = {
  name: 'cold-start',
  async run() {
    const github = await startGitHub({ seed: kubernetesSeed() });
    const folder = mkdtempSync(join(tmpdir(), 'relcomms-bench-'));
    writeFileSync(join(folder, 'empty.mjs'), '');
    const cases = {
      empty: { script: join(folder, 'empty.mjs') },
      refused: { inputs: { mode: 'no-such-mode' } },
      idle: { inputs: { now: NOW } },
    };
    try {
      // The first run opens the issue, so that those which are measured find nothing to do.
      await cpuOf(github, folder, cases.idle, process.execPath);
      const rows: Row[] = [];
      // oxlint-disable-next-line no-await-in-loop -- one Node after the other
      for (const node of nodes()) rows.push(...(await compare(github, folder, cases, node)));
      return rows;
    } finally {
      rmSync(folder, { recursive: true });
      await github.close();
    }
  },
};

async function compare(
  github: EmbeddedGitHub,
  folder: string,
  cases: Record<'empty' | 'refused' | 'idle', Case>,
  { path, version }: NodeBinary,
): Promise<Row[]> {
  const used = { empty: [] as number[], refused: [] as number[], idle: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of ['empty', 'refused', 'idle'] as const)
      // oxlint-disable-next-line no-await-in-loop -- interleaved, one process at a time
      used[name].push(await cpuOf(github, folder, cases[name], path));
  }
  const over = (name: 'refused' | 'idle'): number =>
    median(used[name].map((cpu, round) => cpu / (used.empty[round] ?? cpu)));
  const note = `Node ${version.slice(1)}`;
  return [
    { measure: 'empty process, CPU', measured: median(used.empty), unit: 'ms', note },
    {
      measure: 'M9 Action that refuses an input, CPU over empty',
      measured: over('refused'),
      unit: '×',
      note,
      target: { atMost: 1.2 },
      allowed: 'Node reads one file and an environment; nothing else of it is ours.',
    },
    {
      measure: 'M9 Action, idle run, CPU over empty',
      measured: over('idle'),
      unit: '×',
      note,
      target: { atMost: 7 },
      allowed:
        'Loading and compiling the program is a quarter, building schemas and reading the config with its preset a quarter, its zone a twentieth, the plan a seventh; all of it runs once, before V8 can make it fast.',
    },
  ];
}

async function cpuOf(github: EmbeddedGitHub, folder: string, given: Case, node: string): Promise<number> {
  const file = join(folder, 'usage.json');
  await runBundle({
    apiUrl: github.url,
    token: github.token(ACTIONS_BOT),
    node,
    nodeOptions: ['--require', resolve('bench/usage-hook.cjs')],
    env: { USAGE_FILE: file },
    ...given,
  });
  return (JSON.parse(readFileSync(file, 'utf8')) as { cpu: number }).cpu;
}
