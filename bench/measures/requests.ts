// Requests and writes, counted exactly: of the run that opens everything and of a run that finds nothing to do.
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  start as startGitHub,
} from '../../packages/embedded-github/src/index.ts';
import { CHECKBOXES_ONLY, KUBERNETES_CONFIG, kubernetesSeed } from '../../test/support/kubernetes-seed.ts';
import { noon, runAction } from '../../test/support/runs.ts';
import { smallConfig } from '../../test/support/small-cycle.ts';
import type { Measure, Row } from '../measure.ts';

const NOW = noon('2020-01-15');

/** More than one page of issues. */
const TASKS = Array.from({ length: 77 }, (_, index) => ({ id: `task-${index}`, title: `Task ${index}` }));

/** Issues of ours that a page of the query holds. */
const PAGE = 50;

const CONFIGS: readonly (readonly [string, string])[] = [
  ['checkboxes only', CHECKBOXES_ONLY],
  ['tasks that are near', KUBERNETES_CONFIG],
  ['many tasks as issues', smallConfig({ more: TASKS }).replace('tasks: none', 'tasks: all')],
];

export const requests: Measure = {
  name: 'requests',
  async run() {
    const rows: Row[] = [];
    for (const [name, config] of CONFIGS) {
      // oxlint-disable-next-line no-await-in-loop -- one GitHub at a time
      const github = await startGitHub({ seed: kubernetesSeed(config) });
      // oxlint-disable-next-line no-await-in-loop -- see above
      rows.push(...(await countRuns(github, name)));
      // oxlint-disable-next-line no-await-in-loop -- see above
      await github.close();
    }
    return rows;
  },
};

/** Runs until a run writes nothing: with many issues the limit of operations needs several. */
async function countRuns(github: EmbeddedGitHub, name: string): Promise<Row[]> {
  let opening = await countRun(github);
  let idle = opening;
  let runs = 0;
  const first = opening;
  while (idle.writes > 0 && runs < 20) {
    opening = idle;
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    idle = await countRun(github);
    runs += 1;
  }
  const issues = github.state()[0]?.issues.filter(({ author }) => author === ACTIONS_BOT).length ?? 0;
  const note = `${name}, ${issues === 1 ? '1 issue' : `${issues} issues`} of ours`;
  return [
    { measure: 'first run, requests', measured: first.requests, unit: '', note: name },
    { measure: 'first run, of them writes', measured: first.writes, unit: '', note: name },
    { measure: 'runs until nothing is left to do', measured: runs, unit: '', note: name },
    {
      measure: 'idle run, requests',
      measured: idle.requests,
      unit: '',
      note,
      target: { atMost: 2 + Math.ceil(issues / PAGE) },
    },
    { measure: 'idle run, writes', measured: idle.writes, unit: '', note, target: { atMost: 0 } },
  ];
}

async function countRun(github: EmbeddedGitHub): Promise<{ requests: number; writes: number }> {
  const before = github.journal.length;
  await runAction(github, NOW);
  const sent = github.journal.slice(before);
  return { requests: sent.length, writes: sent.filter((entry) => entry.write).length };
}
