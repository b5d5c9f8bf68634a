// A POST of 60 MB without a signature: how soon it is refused, and what it leaves in memory.
import { request } from 'node:http';
import { start as startGitHub } from '../../packages/embedded-github/src/index.ts';
import { kubernetesSeed } from '../../test/support/kubernetes-seed.ts';
import type { Measure } from '../measure.ts';
import { median } from '../median.ts';
import { startServer } from '../server.ts';

const BODY = Buffer.alloc(60 * 1024 * 1024, 0x61);
const POSTS = 9;

export const unsignedPost: Measure = {
  name: 'unsigned-post',
  async run() {
    const github = await startGitHub({ seed: kubernetesSeed() });
    const app = await startServer('relcomms', github);
    try {
      // The first run of the App and the first answer need memory of their own.
      await refusalTime(app.url);
      await new Promise((done) => setTimeout(done, 2000));
      const before = await app.usage();
      const times: number[] = [];
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (let sent = 0; sent < POSTS; sent++) times.push(await refusalTime(app.url));
      const after = await app.usage();
      return [
        {
          measure: 'unsigned POST of 60 MB, refused after, median',
          measured: median(times),
          unit: 'ms',
          target: { atMost: 50 },
        },
        {
          measure: `unsigned POSTs of 60 MB, growth of memory after ${POSTS}`,
          measured: Math.max(0, after.rss - before.rss),
          unit: 'MB',
          target: { atMost: 5 },
        },
      ];
    } finally {
      await app.stop();
      await github.close();
    }
  },
};

/** Milliseconds until it is refused: by an answer, or by a closed connection, whichever reaches us first. */
function refusalTime(url: string): Promise<number> {
  return new Promise((done, reject) => {
    const begin = performance.now();
    const headers = {
      'content-type': 'application/json',
      'content-length': BODY.length,
      'x-github-event': 'push',
    };
    const sent = request(url, { method: 'POST', headers }, ({ statusCode }) => {
      if (statusCode === 401) done(performance.now() - begin);
      else reject(new Error(`it was answered with ${statusCode}`));
      sent.destroy();
    });
    sent.on('error', () => done(performance.now() - begin));
    sent.end(BODY);
  });
}
