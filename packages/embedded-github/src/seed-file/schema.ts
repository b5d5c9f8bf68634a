// The shape of a seed file: repositories, people with permissions, teams, issues, pull requests, checks, an App.
import type * as z from 'zod';
import { JOB_WORDS } from '../job-words.ts';
import {
  day,
  either,
  keys,
  leaf,
  list,
  oneOf,
  pattern,
  raw,
  table,
  text,
  wholeNumber,
  yesNo,
} from './fields.ts';

const login = () =>
  pattern(
    /^(?=.{1,39}$)-*[a-z\d][a-z\d-]*(?:_[a-z\d]+)?$/i,
    'a login',
    'Write the login without @, for example alice.',
  );

const name = (what: string, example: string) =>
  pattern(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    what,
    `Write letters, digits, dots and hyphens, for example ${example}.`,
  );

const path = () =>
  pattern(
    /^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\\0]{1,300}$/,
    'the path of a file',
    'Write it from the root of the repository, for example docs/notes.md.',
  );

const branch = () =>
  pattern(
    /^[A-Za-z0-9][\w./-]{0,199}$/,
    'the name of a branch',
    'Write letters, digits, hyphens and slashes, for example fix/typo.',
  );

/** The webhook may be on this machine, so http is as good as https. */
const address = () =>
  leaf({
    what: 'the address of a web server',
    mend: 'Write where the App listens, for example http://127.0.0.1:3001/api/github/webhooks.',
    read: (value) => (/^https?:\/\//.test(value) && URL.canParse(value) ? value : undefined),
  });

/** Of a job or a status. */
const jobName = () =>
  pattern(/^[^\n]{1,100}$/, 'the name of a job', 'Write one line, for example unit tests.');
const permission = () => oneOf(['admin', 'maintain', 'write', 'triage', 'read']);
const files = () => table(path(), raw()).default({});
const comment = () => keys({ by: login(), body: raw() });

const person = () => either(permission(), keys({ permission: permission(), name: text(100).optional() }));

const CONCLUSIONS = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'timed_out',
  'action_required',
  'skipped',
] as const;

const check = () =>
  keys({
    name: text(100),
    conclusion: oneOf(CONCLUSIONS).optional(),
    summary: raw().default(''),
    annotations: list(
      keys({
        path: path(),
        line: wholeNumber(1, 1_000_000),
        level: oneOf(['notice', 'warning', 'failure']).default('warning'),
        message: raw(),
      }),
    ).default([]),
  });

const commit = () =>
  keys({
    branch: branch().default('main'),
    message: text(256),
    by: login().optional(),
    workflow: text(100).optional(),
    /** Several words are as many attempts. */
    jobs: table(jobName(), list(oneOf(JOB_WORDS))).default({}),
    statuses: table(jobName(), oneOf(['error', 'failure', 'pending', 'success'])).default({}),
  });

const thread = {
  title: text(256),
  by: login(),
  body: raw().default(''),
  labels: list(text(50)).default([]),
  assignees: list(login()).default([]),
  comments: list(comment()).default([]),
};

const issue = () =>
  keys({ ...thread, milestone: text().optional(), state: oneOf(['open', 'closed']).default('open') });

const review = () =>
  keys({
    by: login(),
    state: oneOf(['approved', 'changes_requested', 'commented']),
    body: raw().default(''),
  });

const pull = () =>
  keys({
    ...thread,
    branch: branch(),
    files: files(),
    draft: yesNo().default(false),
    reviewers: list(login()).default([]),
    reviews: list(review()).default([]),
    checks: list(check()).default([]),
    state: oneOf(['open', 'closed', 'merged']).default('open'),
  });

const color = () =>
  pattern(/^[0-9a-f]{6}$/i, 'a color', "Write six hexadecimal digits in quotes, for example 'd73a4a'.");

const label = () =>
  either(text(50), keys({ name: text(50), color: color().optional(), description: text(100).optional() }));

const milestone = () =>
  keys({
    title: text(),
    due: day().optional(),
    description: text(1000, true).optional(),
    state: oneOf(['open', 'closed']).default('open'),
  });

const repository = () =>
  keys({
    private: yesNo().default(false),
    /** Where they differ from those of `people`. */
    permissions: table(login(), permission()).default({}),
    files: files(),
    labels: list(label()).default([]),
    milestones: list(milestone()).default([]),
    /** Oldest first; a branch that is not there begins at the default branch. */
    commits: list(commit()).default([]),
    issues: list(issue()).default([]),
    pulls: list(pull()).default([]),
    /** On the default branch. */
    checks: list(check()).default([]),
  });

const app = () =>
  keys({
    slug: name('the name of an App', 'my-app').default('my-app'),
    webhook: address().optional(),
    secret: text().default('secret'),
    permissions: table(
      pattern(
        /^[a-z_]{1,60}$/,
        'a permission',
        'Write GitHub’s word for it, for example issues or pull_requests.',
      ),
      oneOf(['read', 'write']),
    ).optional(),
  });

export const seedSchema = keys({
  owner: login(),
  people: table(login(), person()),
  teams: table(name('a team', 'api'), list(login())).default({}),
  app: app().optional(),
  repositories: table(name('a repository', 'demo'), repository()),
});

/** What a seed file says, with everything filled in that it leaves out. */
export type SeedFile = z.infer<typeof seedSchema>;
export type RepositorySeed = SeedFile['repositories'][string];
export type IssueSeed = RepositorySeed['issues'][number];
export type PullSeed = RepositorySeed['pulls'][number];
export type CheckSeed = RepositorySeed['checks'][number];
