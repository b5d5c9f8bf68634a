// Plays a random cycle on the embedded GitHub, two runs a day, with people who act, and keeps what everybody was sent.
import { type Day, type Instant, addDays } from '../../../src/domain/day.ts';
import type { OutsideNotice } from '../../../src/domain/notice.ts';
import type { Channels } from '../../../src/domain/outbox.ts';
import { reconcile } from '../../../src/run/reconcile.ts';
import { Octokit } from '@octokit/rest';
import { type GitHub, gitHub } from '../../../src/github/client.ts';
import { rememberPrepared } from '../../../src/run/remember-prepared.ts';
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  start as startGitHub,
} from '../../../packages/embedded-github/src/index.ts';
import type { Mail } from '../../../sandbox/mail/mail.ts';
import { createMailbox } from '../../../sandbox/mail/mailbox.ts';
import { testChannels } from '../channels.ts';
import { instant } from '../runs.ts';
import { act } from './act.ts';
import { AS_WRITTEN, FIRST_DAY } from './config-text.ts';
import type { Cycle, Hour } from './cycle.ts';
import { type Standing, standing } from './moved-config.ts';
import { seedOf } from './seed.ts';

/** A config from a moment on. */
export interface Since extends Standing {
  readonly at: Instant;
}

/** A message that was sent outside of GitHub. */
export interface Sent {
  readonly on: Day;
  readonly at: Instant;
  readonly notice: OutsideNotice;
}

/** What happened: the model decides from it who has to have heard of what. */
export interface Happened {
  /** Oldest first. */
  readonly configs: Since[];
  /** When a task was done, by `VERSION/TASK`. */
  readonly done: Map<string, Instant>;
  readonly pulls: OpenedPull[];
  /** Red runs of a team's job, oldest first; a green one empties the list of its branch. */
  readonly reds: Red[];
  /** Who said that their team has seen a day, and when. */
  readonly seen: { readonly by: string; readonly version: string; readonly on: Day }[];
}

export interface OpenedPull {
  readonly number: number;
  readonly version: string;
  readonly owner: string;
  readonly author: string;
  readonly at: Instant;
  readonly approveOn: Day | undefined;
  approvedAt?: Instant;
}

/** A job that failed in a row of runs. */
export interface Red {
  readonly version: string;
  readonly team: string;
  /** Moments of its runs. */
  readonly runs: Instant[];
  greenAt?: Instant;
}

export interface Played extends Happened {
  readonly cycle: Cycle;
  readonly first: Day;
  readonly last: Day;
  /** Of relcomms, oldest first. */
  readonly mails: readonly Mail[];
  readonly sent: readonly Sent[];
}

/** Refusals are part of the story; a run that fails fails the test. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** People act before each of the two runs of a day. */
const DAY: readonly (readonly [Hour, acts: string, runs: string])[] = [
  ['early', '08:00', '09:00'],
  ['noon', '12:00', '14:00'],
];

/** From the first day of the first week to a day after the last one. */
export async function play(cycle: Cycle): Promise<Played> {
  const begun = standing(cycle, AS_WRITTEN);
  if (begun === undefined) throw new Error('the cycle has mistakes');
  let now = instant(`${FIRST_DAY}T07:00:00Z`);
  const github = await startGitHub({ seed: seedOf(cycle, begun.text), now: () => now });
  const prepare = rememberPrepared();
  const client = clientOf(github);
  const mailbox = createMailbox({ people: cycle.people, teams: {} });
  const happened: Happened = {
    configs: [{ ...begun, at: now }],
    done: new Map(),
    pulls: [],
    reds: [],
    seen: [],
  };
  const sent: Sent[] = [];
  const channels = testChannels();
  let today = FIRST_DAY;
  try {
    for (; today <= lastDayOf(happened); today = addDays(today, 1)) {
      for (const [hour, acts, runs] of DAY) {
        // oxlint-disable no-await-in-loop -- time passes step by step
        now = instant(`${today}T${acts}:00Z`);
        await act({ github, cycle, happened, today, hour, now });
        now = instant(`${today}T${runs}:00Z`);
        const run = await reconcile({
          github: client,
          now,
          prepare,
          channels: noting(channels.run(), (notice) => sent.push({ on: today, at: now, notice })),
        });
        if (run.kind !== 'applied') throw new Error(`the run is ${run.kind}`);
        // oxlint-enable no-await-in-loop
      }
    }
    const mails = mailbox.after(github.deliveries).filter(({ from }) => from.endsWith('[bot]'));
    return { ...happened, cycle, first: FIRST_DAY, last: addDays(today, -1), mails, sent };
  } finally {
    await github.close();
  }
}

/** Without sockets and pauses: thousands of runs take minutes. */
function clientOf(github: EmbeddedGitHub): GitHub {
  const request = { fetch: github.fetch, parseSuccessResponseBody: false };
  const octokit = new Octokit({
    auth: github.token(ACTIONS_BOT),
    baseUrl: `${github.url}/api/v3`,
    log: SILENT,
    request,
  });
  return gitHub(octokit, { owner: 'acme', repo: 'demo' });
}

/** The same channels, which tell what is sent. */
function noting(channels: Channels, onSend: (notice: OutsideNotice) => void): Channels {
  return {
    ...channels,
    send: (notice, thread) => {
      onSend(notice);
      return channels.send(notice, thread);
    },
  };
}

function lastDayOf({ configs }: Happened): Day {
  const ends = configs.at(-1)?.releases.map(({ end }) => end) ?? [];
  return addDays(ends.toSorted().at(-1) ?? FIRST_DAY, 1);
}
