// How 48 comments to 48 people are written: with how many requests, and over how long.
import { crowdSeed } from '../../test/support/pull-crowd.ts';
import { clientOf } from '../../test/support/runs.ts';
import { virtualClock } from '../../test/support/virtual-clock.ts';
import { type JournalEntry, start as startGitHub } from '../../packages/embedded-github/src/index.ts';
import { startPacer } from '../../src/github/pacer.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { Measure } from '../measure.ts';
import { PULLS_NOW, openPulls } from '../../test/support/open-pulls.ts';

const COMMENTS = 48;

const PATH = '.github/relcomms.yml';

const REVIEWERS = Array.from({ length: COMMENTS }, (_, n) => `reviewer-${n}`);

export const manyComments: Measure = {
  name: 'many-comments',
  async run() {
    const plain = crowdSeed(
      openPulls(COMMENTS).map((pull, n) => ({ ...pull, people: [`reviewer-${n}`], reviews: [] })),
    );
    // Nobody is spared here: it is about the writing.
    const files = { ...plain.files, [PATH]: (plain.files[PATH] ?? '').replace(/, week: \d+/, ', week: 50') };
    const people = [...plain.people, ...REVIEWERS.map((login) => ({ login, permission: 'write' as const }))];
    const clock = virtualClock(PULLS_NOW);
    const github = await startGitHub({ seed: { ...plain, people, files }, now: clock.now, limits: true });
    try {
      const at: number[] = [];
      github.before((entry) => void (writesComments(entry) && at.push(clock.now())));
      for (let runs = 0; runs < 3 && commented(github) < COMMENTS; runs++)
        // oxlint-disable-next-line no-await-in-loop -- one run after the other
        await reconcile({ github: clientOf(github, undefined, startPacer(clock)), now: clock.now() });
      if (commented(github) !== COMMENTS) throw new Error(`${commented(github)} comments were written`);
      const seconds = ((at.at(-1) ?? 0) - (at[0] ?? 0)) / 1000;
      return [
        {
          measure: `M3 ${COMMENTS} comments, write requests`,
          measured: at.length,
          unit: '',
          target: { atMost: 4 },
        },
        {
          measure: `M14 ${COMMENTS} comments, from first to last`,
          measured: seconds,
          unit: 's',
          target: { atMost: 40 },
        },
      ];
    } finally {
      await github.close();
    }
  },
};

type Written = Pick<JournalEntry, 'operation' | 'path' | 'body' | 'write'>;

/** One by REST, or many by a mutation; the log below the tracking issue is none of them. */
function writesComments({ operation, path, body, write }: Written): boolean {
  if (!write) return false;
  const { query } = (body ?? {}) as { query?: string };
  return (
    (operation.endsWith('/issues/{issue_number}/comments') && numberIn(path) <= COMMENTS) ||
    query?.includes('addComment') === true
  );
}

function numberIn(path: string): number {
  return Number(/\/issues\/(\d+)\//.exec(path)?.[1]);
}

/** Pull requests with a comment. */
function commented(github: Awaited<ReturnType<typeof startGitHub>>): number {
  const issues = github.state()[0]?.issues ?? [];
  return issues.filter((issue) => issue.pull && issue.comments.length > 0).length;
}
