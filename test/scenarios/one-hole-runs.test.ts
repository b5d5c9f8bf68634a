// Scenario: nothing is left to do, and GitHub refuses one field of what a run reads: nothing is made, closed or said for it, and the next run finds everything as it was.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { GitHub } from '../../src/github/client.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { testChannels } from '../support/channels.ts';
import { type FullLook, startFullLook } from '../support/full-look.ts';
import { expectNoViolations } from '../support/github.ts';
import { type Answered, type Hole, holesIn, recording, refusing } from '../support/holes.ts';
import { rounds } from '../support/long.ts';
import { writesSince } from '../support/runs.ts';
import { NOW } from '../support/switched-on.ts';
import { seen } from '../support/tracking.ts';

const REFUSAL = { type: 'FORBIDDEN', message: 'Resource not accessible by integration' };

let look: FullLook;
let github: EmbeddedGitHub;
let holes: readonly Hole[];
const channels = testChannels();

beforeAll(async () => {
  look = await startFullLook();
  ({ github } = look);
  for (let turn = 0; turn < 4; turn++) {
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    await run(await look.client());
  }
  const answers: Answered[] = [];
  await run(recording(await look.client(), answers));
  holes = holesIn(answers);
}, 300_000);

afterAll(async () => {
  expectNoViolations(github);
  await github.close();
});

function run(client: GitHub) {
  return reconcile({ github: client, now: NOW, channels: channels.run() });
}

/** Our own bodies may say that something is unknown; everything else stays. */
function isSaying(write: string): boolean {
  return /^PATCH \S+\/issues\/(?:comments\/)?\d+$/.test(write);
}

test('every field that a run reads is refused once', async () => {
  const before = seen(github);
  const words: string[] = [];
  const some = holes.filter((_, index) => index % rounds(40, 1) === 0);
  for (const hole of some) {
    const from = github.journal.length;
    const sent = channels.sent.length;
    try {
      // oxlint-disable-next-line no-await-in-loop -- one run after the other
      await run(refusing(await look.client(), hole, REFUSAL));
    } catch (error) {
      const { message } = error as Error;
      if (!message.includes(REFUSAL.message) && !message.includes('response errors'))
        words.push(`${hole.kind}: crashed with ${message}`);
    }
    const writes = writesSince(github, from);
    const more = writes.filter((write) => !isSaying(write));
    words.push(...more.map((write) => `${hole.kind}: ${write}`));
    if (channels.sent.length > sent) words.push(`${hole.kind}: something was sent`);
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (writes.length > 0) await run(await look.client());
    if (JSON.stringify(seen(github)) !== JSON.stringify(before)) {
      words.push(`${hole.kind}: the next run does not find it as it was`);
      break;
    }
  }
  expect(words).toEqual([]);
  expect(some.length).toBeGreaterThan(9);
}, 1_200_000);
