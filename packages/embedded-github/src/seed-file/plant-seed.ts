// Fills an embedded GitHub with what a seed file lists, as the people of the file would do it.
import type { EmbeddedGitHub } from '../embedded-github.ts';
import { ACTIONS_BOT } from '../emulator-seed.ts';
import type { Person } from '../person.ts';
import type { GitHubSeed, RepoSeed } from '../seed.ts';
import { permissionOf } from './permission-of.ts';
import type { CheckSeed, IssueSeed, PullSeed, RepositorySeed, SeedFile } from './schema.ts';

/** What an embedded GitHub starts with; everything else is planted. Webhooks wait until all is planted. */
export function githubSeedOf({ owner, people, teams, app, repositories }: SeedFile): GitHubSeed {
  const [first, ...others] = Object.entries(repositories).map(([repo, seed]): RepoSeed => {
    const { files, permissions } = seed;
    return { repo, files, private: seed.private, permissions, ...historyOf(seed) };
  });
  if (first === undefined) throw new Error('a seed needs a repository');
  return {
    ...first,
    owner,
    people: Object.entries(people).map(([login, person]) => ({
      login,
      permission: permissionOf(person),
      ...(typeof person === 'string' || person.name === undefined ? {} : { name: person.name }),
    })),
    teams: Object.entries(teams).map(([slug, members]) => ({ slug, members })),
    app: {
      slug: app?.slug ?? 'my-app',
      webhookSecret: app?.secret ?? 'secret',
      ...(app?.permissions === undefined ? {} : { permissions: app.permissions }),
    },
    repos: others,
  };
}

/** Commits are there before everything else. */
function historyOf({ commits }: RepositorySeed): Pick<RepoSeed, 'commits' | 'branches'> {
  const branches = commits.map(({ branch }) => branch).filter((branch) => branch !== 'main');
  return {
    branches: Object.fromEntries(branches.map((branch) => [branch, {}])),
    commits: commits.map(({ by, workflow, ...commit }) => ({
      ...commit,
      ...(by === undefined ? {} : { author: by }),
      ...(workflow === undefined ? {} : { workflow }),
    })),
  };
}

/** In the order of the file: numbers count issues first, then pull requests. */
export async function plantSeed(github: EmbeddedGitHub, seed: SeedFile): Promise<void> {
  const admin = Object.entries(seed.people).find(([, person]) => permissionOf(person) === 'admin')?.[0] ?? '';
  for (const [repo, repository] of Object.entries(seed.repositories)) {
    const ground: Ground = {
      admin: github.as(admin, repo),
      as: (login) => github.as(login, repo),
      path: `/repos/${seed.owner}/${repo}`,
    };
    // oxlint-disable-next-line no-await-in-loop -- one after the other, for numbers
    await plantRepository(ground, repository);
  }
}

interface Ground {
  readonly admin: Person;
  readonly as: (login: string) => Person;
  readonly path: string;
}

async function plantRepository(ground: Ground, repository: RepositorySeed): Promise<void> {
  const { labels, milestones, issues, pulls, checks } = repository;
  await inOrder(labels, (label) =>
    must(ground.admin, 'POST', `${ground.path}/labels`, typeof label === 'string' ? { name: label } : label),
  );
  await inOrder(milestones, ({ due, ...milestone }) =>
    must(ground.admin, 'POST', `${ground.path}/milestones`, {
      ...milestone,
      ...(due === undefined ? {} : { due_on: `${due}T12:00:00Z` }),
    }),
  );
  await inOrder(issues, (issue) => plantIssue(ground, issue, repository));
  await inOrder(pulls, (pull) => plantPull(ground, pull));
  await inOrder(checks, (check) => plantCheck(ground, check, 'git/ref/heads/main', 'object'));
}

async function plantIssue(ground: Ground, issue: IssueSeed, { milestones }: RepositorySeed): Promise<void> {
  const number = await ground.as(issue.by).openIssue({ title: issue.title, body: issue.body });
  const milestone = milestones.findIndex(({ title }) => title === issue.milestone) + 1;
  await must(ground.admin, 'PATCH', `${ground.path}/issues/${number}`, {
    labels: issue.labels,
    assignees: issue.assignees,
    ...(milestone === 0 ? {} : { milestone }),
  });
  await inOrder(issue.comments, ({ by, body }) => ground.as(by).comment(number, body));
  if (issue.state === 'closed') await ground.admin.close(number);
}

const EVENTS = { approved: 'APPROVE', changes_requested: 'REQUEST_CHANGES', commented: 'COMMENT' } as const;

/** The branch is pushed by an admin: who may only read has none of their own here. */
async function plantPull(ground: Ground, pull: PullSeed): Promise<void> {
  const { title, body, branch: head, draft } = pull;
  await ground.admin.pushBranch(head, pull.files, title);
  const number = await ground.as(pull.by).openPull({ title, body, head, draft });
  await must(ground.admin, 'PATCH', `${ground.path}/issues/${number}`, {
    labels: pull.labels,
    assignees: pull.assignees,
  });
  if (pull.reviewers.length > 0) await ground.admin.requestReview(number, ...pull.reviewers);
  await inOrder(pull.comments, ({ by, body: words }) => ground.as(by).comment(number, words));
  await inOrder(pull.reviews, ({ by, state, body: words }) =>
    ground.as(by).review(number, EVENTS[state], words),
  );
  await inOrder(pull.checks, (check) => plantCheck(ground, check, `pulls/${number}`, 'head'));
  if (pull.state === 'merged') await ground.admin.merge(number);
  if (pull.state === 'closed') await ground.admin.close(number);
}

async function plantCheck(ground: Ground, check: CheckSeed, at: string, key: string): Promise<void> {
  const bot = ground.as(ACTIONS_BOT);
  const found = (await must(bot, 'GET', `${ground.path}/${at}`)) as Record<string, { sha: string }>;
  const { name, conclusion, summary, annotations } = check;
  await must(bot, 'POST', `${ground.path}/check-runs`, {
    name,
    head_sha: found[key]?.sha,
    ...(conclusion === undefined ? { status: 'in_progress' } : { status: 'completed', conclusion }),
    output: {
      title: name,
      summary,
      annotations: annotations.map(({ path, line, level, message }) => ({
        path,
        start_line: line,
        end_line: line,
        annotation_level: level,
        message,
      })),
    },
  });
}

async function must(person: Person, method: string, path: string, body?: unknown): Promise<unknown> {
  const { status, json } = await person.request(method, path, body);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
  return json;
}

async function inOrder<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) {
    // oxlint-disable-next-line no-await-in-loop -- in the order of the file
    await work(item);
  }
}
