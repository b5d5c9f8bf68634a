// One repository, events on its pull requests, and what people see of it: for runs that read a few pull requests only.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { Instant } from '../../src/domain/day.ts';
import { type LastLook, lookOf } from '../../src/run/last-look.ts';
import { type Run, reconcile } from '../../src/run/reconcile.ts';
import { rememberPrepared } from '../../src/run/remember-prepared.ts';
import { startTestGitHub } from './github.ts';
import { crowdSeed } from './pull-crowd.ts';
import { clientOf, instant } from './runs.ts';
import { repository } from './tracking.ts';

/** Ten working days before the freeze, when people are asked. */
export const ASKED = instant('2026-10-20T10:00:00Z');

const prepare = rememberPrepared();
const FOLDERS = ['a', 'b', 'c', 'd', 'e', 'b'];

export interface NarrowWorld {
  readonly github: EmbeddedGitHub;
  /** Minutes after `ASKED`. */
  at(minutes: number): void;
  /** A run that looks at everything. */
  whole(): Promise<Run>;
  /** A run about some pull requests, with what the run before it has found. */
  narrow(about: readonly number[], isAsked?: boolean): Promise<Run>;
}

/** Six pull requests for the release, which wait for an owner each. */
export async function startNarrowWorld(): Promise<NarrowWorld> {
  let now: Instant = ASKED;
  let last: LastLook | undefined;
  const pulls = FOLDERS.map((folder, index) => ({
    title: `Change ${index + 1}`,
    author: 'frank',
    base: 'release-1.10',
    files: [`${folder}/change-${index}.ts`],
    checks: [{ name: 'build', conclusion: 'success' }],
    createdAt: '2026-09-21T10:00:00Z',
  }));
  const github = await startTestGitHub({ seed: crowdSeed(pulls), now: () => now, lag: 0 });
  const run = async (about: readonly number[] | undefined, isAsked = false): Promise<Run> => {
    const before = last;
    const scope = { github: clientOf(github), now, prepare };
    const narrow = about !== undefined && before !== undefined ? { about, isAsked, last: before } : undefined;
    const done = await reconcile({ ...scope, about: narrow });
    if (done.kind !== 'applied') throw new Error(`the run ended as ${done.kind}`);
    const failed = done.applied.filter(({ outcome }) => outcome === 'failed');
    if (failed.length > 0) throw new Error(JSON.stringify(failed));
    last = lookOf({ ...done, kept: done.setting.narrow === undefined ? undefined : before }, now);
    return done;
  };
  return {
    github,
    at: (minutes) => {
      now = (ASKED + minutes * 60_000) as Instant;
    },
    whole: () => run(undefined),
    narrow: (about, isAsked) => run(about, isAsked),
  };
}

/** Labels and our comments of every pull request, and the bodies of our issues. */
export function seenOf(github: EmbeddedGitHub): unknown {
  return repository(github).issues.map(({ number, state, labels, comments, body, author }) => ({
    number,
    state,
    labels: labels.toSorted(),
    body: author.includes('[bot]') ? body : undefined,
    ours: comments
      .filter((one) => one.author.includes('[bot]'))
      // An answer says of when it is, and what is folded away of what was so before.
      .map(({ minimized, body: text }) => ({
        // The first look that sees it says why it is folded; a later one leaves that.
        isFolded: minimized !== null,
        body: minimized === null ? text.split('What relcomms found here on')[0] : '',
      })),
    answered: comments.map((one) => one.reactions.toSorted()),
  }));
}
