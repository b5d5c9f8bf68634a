// Kills a run over 120 tasks at one of its writes, resumes, and shows what everybody sees at the end.
import type { Instant } from '../../src/domain/day.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from './github.ts';
import { killedAfter } from './kill.ts';
import { largeSeed } from './large-release.ts';
import { clientOf, noon, runAction, writesSince } from './runs.ts';
import { seen } from './tracking.ts';

const MONDAY = noon('2020-01-06');
const MIDDLE = noon('2020-02-11');

/** A run to be killed, after everything that comes before it. */
export interface Story {
  readonly name: string;
  readonly operations: number;
  readonly now: Instant;
  readonly before: (github: EmbeddedGitHub) => Promise<void>;
}

/** The run that opens the release, with all of its task issues at once. */
export const OPENING: Story = { name: 'opening', operations: 500, now: MONDAY, before: async () => {} };

/** A run in week 6: people have ticked ten boxes and closed three issues. */
export const IN_THE_MIDDLE: Story = {
  name: 'middle',
  operations: 500,
  now: MIDDLE,
  before: async (github) => {
    await settle(github, MONDAY);
    let left = 10;
    await github
      .as('bob')
      .editBody(1, (body) => body.replaceAll('- [ ]', (box) => (left-- > 0 ? '- [x]' : box)));
    for (const number of [40, 50, 60]) {
      // oxlint-disable-next-line no-await-in-loop -- people do one thing after the other
      await github.as('alice').close(number);
    }
  },
};

async function settle(github: EmbeddedGitHub, now: Instant): Promise<void> {
  for (let before = -1; before !== writesSince(github, 0).length;) {
    before = writesSince(github, 0).length;
    // oxlint-disable-next-line no-await-in-loop -- each run begins where the last one ended
    await runAction(github, now);
  }
}

/** The next run comes minutes later, when lists have long learned of what was made; these follow at once. */
function begin(operations: number): Promise<EmbeddedGitHub> {
  return startTestGitHub({ seed: largeSeed({ operations }), lag: 0 });
}

export interface Undisturbed {
  readonly writes: number;
  readonly end: unknown;
}

/** How many writes the run of the story makes by itself, and what is there in the end. */
export async function undisturbed({ before, now, operations }: Story): Promise<Undisturbed> {
  const github = await begin(operations);
  await before(github);
  const start = github.journal.length;
  await runAction(github, now);
  const writes = writesSince(github, start).length;
  await settle(github, now);
  return { writes, end: await ended(github) };
}

/** The same with the run killed right before its write number `kill`, counted from 0. */
export async function killed({ before, now, operations }: Story, kill: number): Promise<unknown> {
  const github = await begin(operations);
  await before(github);
  const start = github.journal.length;
  await reconcile({ github: killedAfter(clientOf(github), kill), now });
  if (writesSince(github, start).length !== kill) throw new Error(`the run was not killed at write ${kill}`);
  await settle(github, now);
  return ended(github);
}

async function ended(github: EmbeddedGitHub): Promise<unknown> {
  expectNoViolations(github);
  const end = seen(github);
  await github.close();
  return end;
}
