// What the App asks of GitHub for one webhook about one pull request, by the number of those that are open.
import { instant, quiet, startTestApp } from '../../test/support/runs.ts';
import type { Measure, Row } from '../measure.ts';
import { countedSince, settledPulls } from '../../test/support/open-pulls.ts';

const SIZES = [10, 100, 1000];

export const oneWebhook: Measure = {
  name: 'one-webhook',
  async run() {
    const rows: Row[] = [];
    // oxlint-disable-next-line no-await-in-loop -- one GitHub at a time
    for (const size of SIZES) rows.push(...(await webhookAt(size)));
    return rows;
  },
};

async function webhookAt(size: number): Promise<Row[]> {
  const github = await settledPulls(size);
  const app = await startTestApp(github, () => instant('2026-10-20T10:00:00Z'));
  try {
    // What the App sees and the Action did not is settled first.
    await app.tick();
    await quiet(github, app);
    await app.tick();
    await quiet(github, app);
    const before = github.journal.length;
    await github.as('bob').review(1, 'COMMENT', 'I looked at it.');
    await quiet(github, app);
    const { requests, points } = countedSince(github, before);
    const note = `${size} open pull requests`;
    return [
      { measure: 'M1 one webhook, requests', measured: requests, unit: '', note, target: { atMost: 3 } },
      { measure: 'M1 one webhook, points', measured: points, unit: '', note, target: { atMost: 10 } },
    ];
  } finally {
    await app.close();
    await github.close();
  }
}
