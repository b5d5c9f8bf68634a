// CPU time and memory of deliveries that lead to nothing, over the same ones to a Probot app that does nothing.
import { start as startGitHub } from '../../packages/embedded-github/src/index.ts';
import { kubernetesSeed } from '../../test/support/kubernetes-seed.ts';
import type { Measure, Row } from '../measure.ts';
import { median } from '../median.ts';
import { type Answered, type Webhook, signedSender } from '../post-signed.ts';
import { type Server, startServer } from '../server.ts';
import { IGNORED, UNHEARD } from '../webhooks.ts';

const ROUNDS = 9;
const DELIVERIES = 512;
const PARALLEL = 16;

/** Until memory is looked at. */
const ALL = 5000;

interface Both {
  readonly bare: Server;
  readonly ours: Server;
  readonly secret: string;
}

export const appDelivery: Measure = {
  name: 'app-delivery',
  async run() {
    const github = await startGitHub({ seed: kubernetesSeed() });
    const servers = await Promise.all([startServer('bare-probot', github), startServer('relcomms', github)]);
    const [bare, ours] = servers;
    const both = { bare, ours, secret: github.app.webhookSecret };
    try {
      // The first look at the repository is no part of it.
      await new Promise((done) => setTimeout(done, 3000));
      const before = github.journal.length;
      const rows = [
        await compare(both, {
          ...UNHEARD,
          name: 'M12 App, delivery that it does not hear, CPU',
          atMost: 0.8,
        }),
        await compare(both, { ...IGNORED, name: 'M12 App, delivery heard and ignored, CPU', atMost: 1.15 }),
        await memory(both),
      ];
      if (github.journal.length > before)
        throw new Error('a delivery that leads to nothing led to a request');
      return rows.flat();
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      await github.close();
    }
  },
};

type Kind = Webhook & { readonly name: string; readonly atMost: number };

async function compare({ bare, ours, secret }: Both, { name, atMost, ...webhook }: Kind): Promise<Row[]> {
  const figures = { bare: [] as number[], ours: [] as number[] };
  await perDelivery(bare, secret, webhook);
  await perDelivery(ours, secret, webhook);
  for (let round = 0; round < ROUNDS; round++) {
    // oxlint-disable-next-line no-await-in-loop -- by turns, so that both meet the same noise
    figures.bare.push(await perDelivery(bare, secret, webhook));
    // oxlint-disable-next-line no-await-in-loop -- see above
    figures.ours.push(await perDelivery(ours, secret, webhook));
  }
  const ratio = median(figures.ours.map((figure, round) => figure / (figures.bare[round] ?? figure)));
  return [
    { measure: `bare Probot, ${webhook.event}, CPU a delivery`, measured: median(figures.bare), unit: 'ms' },
    { measure: `${name} over bare Probot`, measured: ratio, unit: '×', target: { atMost } },
  ];
}

async function memory({ bare, ours, secret }: Both): Promise<Row[]> {
  for (const server of [bare, ours])
    // oxlint-disable-next-line no-await-in-loop -- one server at a time
    for (let sent = 0; sent < ALL; sent += DELIVERIES) await perDelivery(server, secret, IGNORED);
  const [theirs, own] = [await bare.usage(), await ours.usage()];
  const note = `after ${ALL} more deliveries`;
  return [
    { measure: 'bare Probot, memory', measured: theirs.rss, unit: 'MB', note },
    {
      measure: 'M12 App, memory over bare Probot',
      measured: own.rss / theirs.rss,
      unit: '×',
      note,
      target: { atMost: 1.2 },
      allowed: 'The App holds its duties beside Probot: some 20 MB, which do not grow with deliveries.',
    },
  ];
}

/** Milliseconds of CPU per delivery, over one round. */
async function perDelivery(server: Server, secret: string, webhook: Webhook): Promise<number> {
  const send = signedSender(server.url, secret, webhook);
  const before = await server.usage();
  await Promise.all(Array.from({ length: PARALLEL }, () => sendMany(send, DELIVERIES / PARALLEL)));
  const after = await server.usage();
  return (after.cpu - before.cpu) / DELIVERIES;
}

async function sendMany(send: () => Promise<Answered>, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other on each connection
    const { status } = await send();
    if (status !== 200) throw new Error(`the webhook was answered with ${status}`);
  }
}
