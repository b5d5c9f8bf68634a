// The shape of a seed file: repositories, people with permissions, teams, issues, pull requests, checks, an App.
import * as z from 'zod';
import { login } from '../../src/config/fields/accounts.ts';
import { either, keys, list, table } from '../../src/config/fields/collections.ts';
import { oneOf, pattern, text, wholeNumber, yesNo } from '../../src/config/fields/text.ts';
import { day } from '../../src/config/fields/time.ts';
import { JOB_WORDS } from '../../packages/embedded-github/src/index.ts';
import { address, branch, jobName, name, path, raw } from './fields.ts';

const permission = () => oneOf(['admin', 'maintain', 'write', 'triage', 'read']);
const files = () => table(path(), raw()).default({});
const comment = () => keys({ by: login(), body: raw() });

const person = () =>
  either(permission(), keys({ permission: permission(), name: text({ max: 100 }).optional() }));

const check = () =>
  keys({
    name: text({ max: 100 }),
    conclusion: oneOf([
      'success',
      'failure',
      'neutral',
      'cancelled',
      'timed_out',
      'action_required',
      'skipped',
    ]).optional(),
    summary: raw().default(''),
    annotations: list(
      keys({
        path: path(),
        line: wholeNumber({ min: 1, max: 1_000_000 }),
        level: oneOf(['notice', 'warning', 'failure']).default('warning'),
        message: raw(),
      }),
    ).default([]),
  });

const commit = () =>
  keys({
    branch: branch().default('main'),
    message: text({ max: 256 }),
    by: login().optional(),
    workflow: text({ max: 100 }).optional(),
    /** Several words are as many attempts. */
    jobs: table(jobName(), list(oneOf(JOB_WORDS))).default({}),
    statuses: table(jobName(), oneOf(['error', 'failure', 'pending', 'success'])).default({}),
  });

const thread = {
  title: text({ max: 256 }),
  by: login(),
  body: raw().default(''),
  labels: list(text({ max: 50 })).default([]),
  assignees: list(login()).default([]),
  comments: list(comment()).default([]),
};

const issue = () =>
  keys({ ...thread, milestone: text().optional(), state: oneOf(['open', 'closed']).default('open') });

const pull = () =>
  keys({
    ...thread,
    branch: branch(),
    files: files(),
    draft: yesNo().default(false),
    reviewers: list(login()).default([]),
    reviews: list(
      keys({
        by: login(),
        state: oneOf(['approved', 'changes_requested', 'commented']),
        body: raw().default(''),
      }),
    ).default([]),
    checks: list(check()).default([]),
    state: oneOf(['open', 'closed', 'merged']).default('open'),
  });

const label = () =>
  either(
    text({ max: 50 }),
    keys({
      name: text({ max: 50 }),
      color: pattern({
        pattern: /^[0-9a-f]{6}$/i,
        code: 'bad-colour',
        what: 'a colour',
        mend: "Write six hexadecimal digits in quotes, for example 'd73a4a'.",
      }).optional(),
      description: text({ max: 100 }).optional(),
    }),
  );

const repository = () =>
  keys({
    private: yesNo().default(false),
    /** Where they differ from those of `people`. */
    permissions: table(login(), permission()).default({}),
    files: files(),
    labels: list(label()).default([]),
    milestones: list(
      keys({
        title: text(),
        due: day().optional(),
        description: text({ max: 1000, lines: true }).optional(),
        state: oneOf(['open', 'closed']).default('open'),
      }),
    ).default([]),
    /** Oldest first; a branch that is not there begins at the default branch. */
    commits: list(commit()).default([]),
    issues: list(issue()).default([]),
    pulls: list(pull()).default([]),
    /** On the default branch. */
    checks: list(check()).default([]),
  });

export const seedSchema = keys({
  owner: login(),
  people: table(login(), person()),
  teams: table(name('a team', 'api'), list(login())).default({}),
  app: keys({
    slug: name('the name of an App', 'my-app').default('my-app'),
    webhook: address().optional(),
    secret: text().default('secret'),
    permissions: table(
      pattern({
        pattern: /^[a-z_]{1,60}$/,
        code: 'bad-permission',
        what: 'a permission',
        mend: 'Write GitHub’s word for it, for example issues or pull_requests.',
      }),
      oneOf(['read', 'write']),
    ).optional(),
  }).optional(),
  repositories: table(name('a repository', 'demo'), repository()),
});

export type SeedFile = z.infer<typeof seedSchema>;
export type RepositorySeed = SeedFile['repositories'][string];
export type IssueSeed = RepositorySeed['issues'][number];
export type PullSeed = RepositorySeed['pulls'][number];
export type CheckSeed = RepositorySeed['checks'][number];
