// CPU time of a delivery that the App ignores, over the same delivery to a Probot app that does nothing.
import { start as startGitHub } from '../../packages/embedded-github/src/index.ts';
import { kubernetesSeed } from '../../test/support/kubernetes-seed.ts';
import type { Measure } from '../measure.ts';
import { median } from '../median.ts';
import { type Answered, signedSender } from '../post-signed.ts';
import { type Server, startServer } from '../server.ts';

const ROUNDS = 9;
const DELIVERIES = 500;
const PARALLEL = 16;

/** A payload of the size of a `pull_request` webhook, of a kind that no duty waits for. */
const WEBHOOK = {
  event: 'star',
  payload: {
    action: 'created',
    installation: { id: 1 },
    sender: { login: 'dave' },
    repository: {
      name: 'demo',
      owner: { login: 'acme' },
      words: Array.from({ length: 700 }, (_, n) => ({ n, word: 'twenty letters here.' })),
    },
  },
};

export const appDelivery: Measure = {
  name: 'app-delivery',
  async run() {
    const github = await startGitHub({ seed: kubernetesSeed() });
    const bare = await startServer('bare-probot', github);
    const ours = await startServer('relcomms', github);
    const secret = github.app.webhookSecret;
    const figures = { bare: [] as number[], ours: [] as number[] };
    try {
      await perDelivery(bare, secret);
      await perDelivery(ours, secret);
      for (let round = 0; round < ROUNDS; round++) {
        // oxlint-disable-next-line no-await-in-loop -- by turns, so that both meet the same noise
        figures.bare.push(await perDelivery(bare, secret));
        // oxlint-disable-next-line no-await-in-loop -- see above
        figures.ours.push(await perDelivery(ours, secret));
      }
    } finally {
      await Promise.all([bare.stop(), ours.stop()]);
      await github.close();
    }
    const ratio = median(figures.ours.map((figure, round) => figure / (figures.bare[round] ?? figure)));
    return [
      { measure: 'bare Probot, ignored delivery, CPU', measured: median(figures.bare), unit: 'ms' },
      {
        measure: 'App, ignored delivery, CPU over bare Probot',
        measured: ratio,
        unit: '×',
        target: { atMost: 1.15 },
      },
    ];
  },
};

/** Milliseconds of CPU per delivery, over one round. */
async function perDelivery(server: Server, secret: string): Promise<number> {
  const send = signedSender(server.url, secret, WEBHOOK);
  const before = await server.usage();
  await Promise.all(Array.from({ length: PARALLEL }, () => sendMany(send, Math.ceil(DELIVERIES / PARALLEL))));
  const after = await server.usage();
  return (after.cpu - before.cpu) / (PARALLEL * Math.ceil(DELIVERIES / PARALLEL));
}

async function sendMany(send: () => Promise<Answered>, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other on each connection
    const { status } = await send();
    if (status !== 200) throw new Error(`the webhook was answered with ${status}`);
  }
}
