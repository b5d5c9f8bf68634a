// How soon a webhook is answered while every request to GitHub takes 200 ms.
import { start as startGitHub } from '../../packages/embedded-github/src/index.ts';
import { KUBERNETES_CONFIG, kubernetesSeed } from '../../test/support/kubernetes-seed.ts';
import type { Measure } from '../measure.ts';
import { median } from '../median.ts';
import { signedSender } from '../post-signed.ts';
import { startServer } from '../server.ts';

const DELIVERIES = 40;
const API_MS = 200;

export const appAnswer: Measure = {
  name: 'app-answer',
  async run() {
    const github = await startGitHub({ seed: kubernetesSeed() });
    await github.as('alice').putFile('.github/relcomms.yml', `${KUBERNETES_CONFIG}# changed\n`);
    const push = github.deliveries.findLast(({ event }) => event === 'push');
    if (push === undefined) throw new Error('the change of the config caused no webhook');
    github.before(() => pause(API_MS));
    const app = await startServer('relcomms', github);
    const send = signedSender(app.url, github.app.webhookSecret, push);
    const times: number[] = [];
    try {
      for (let sent = 0; sent < DELIVERIES; sent++) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, while runs go on behind
        times.push((await send()).ms);
        // oxlint-disable-next-line no-await-in-loop -- see above
        await pause(20);
      }
    } finally {
      await app.stop();
      await github.close();
    }
    return [
      {
        measure: `M13 answer while GitHub takes ${API_MS} ms, median`,
        measured: median(times),
        unit: 'ms',
        target: { atMost: 5 },
      },
      {
        measure: `answer while GitHub takes ${API_MS} ms, slowest of ${DELIVERIES}`,
        measured: Math.max(...times),
        unit: 'ms',
      },
    ];
  },
};

function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms);
  });
}
