// How long the App takes from its start to the first delivery that it accepts, over a bare Probot.
import { type EmbeddedGitHub, start as startGitHub } from '../../packages/embedded-github/src/index.ts';
import { kubernetesSeed } from '../../test/support/kubernetes-seed.ts';
import type { Measure } from '../measure.ts';
import { median } from '../median.ts';
import { signedSender } from '../post-signed.ts';
import { startServer } from '../server.ts';
import { UNHEARD } from '../webhooks.ts';

const ROUNDS = 7;

export const appStart: Measure = {
  name: 'app-start',
  async run() {
    const github = await startGitHub({ seed: kubernetesSeed() });
    const times = { bare: [] as number[], ours: [] as number[] };
    try {
      for (let round = 0; round < ROUNDS; round++) {
        // oxlint-disable-next-line no-await-in-loop -- by turns, so that both meet the same noise
        times.bare.push(await startTime('bare-probot', github));
        // oxlint-disable-next-line no-await-in-loop -- see above
        times.ours.push(await startTime('relcomms', github));
      }
    } finally {
      await github.close();
    }
    const ratio = median(times.ours.map((time, round) => time / (times.bare[round] ?? time)));
    return [
      { measure: 'bare Probot, start to first delivery', measured: median(times.bare), unit: 'ms' },
      {
        measure: 'M15 App, start to first delivery over bare Probot',
        measured: ratio,
        unit: '×',
        target: { atMost: 2.5 },
      },
    ];
  },
};

async function startTime(kind: 'relcomms' | 'bare-probot', github: EmbeddedGitHub): Promise<number> {
  const begin = performance.now();
  const server = await startServer(kind, github);
  try {
    const { status } = await signedSender(server.url, github.app.webhookSecret, UNHEARD)();
    if (status !== 200) throw new Error(`the webhook was answered with ${status}`);
    return performance.now() - begin;
  } finally {
    await server.stop();
  }
}
