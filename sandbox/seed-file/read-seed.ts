// From the text of a seed file to a seed, or to everything that is wrong with it, each at its line.
import { issueProblem } from '../../src/config/issue-problem.ts';
import { locate, nodeAt } from '../../src/config/locate.ts';
import { orderProblems } from '../../src/config/order-problems.ts';
import { valueOf } from '../../src/config/value-of.ts';
import type { MapNode } from '../../src/config/yaml/node.ts';
import { readYaml } from '../../src/config/yaml/read-yaml.ts';
import type { LocatedProblem, Path, Problem } from '../../src/domain/problem.ts';
import { type SeedFile, seedSchema } from './schema.ts';

export type SeedReading =
  | { readonly ok: true; readonly seed: SeedFile }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** Reads YAML, and JSON as a part of it. Never throws for any text. */
export function readSeed(source: string): SeedReading {
  const { tree, problems: unreadable } = readYaml(source);
  if (tree === undefined) return { ok: false, problems: unreadable };
  const decoded = seedSchema.safeParse(valueOf(tree));
  const schema = decoded.success
    ? missingNames(decoded.data)
    : decoded.error.issues.map((issue) => issueProblem(issue, nodeAt(tree, issue.path as Path), true));
  const problems = orderProblems({
    unreadable,
    rules: [],
    schema: schema.map((problem) => place(tree, problem)),
  });
  return decoded.success && problems.length === 0
    ? { ok: true, seed: decoded.data }
    : { ok: false, problems };
}

/** Nobody describes a seed in docs/configuration.md. */
function place(tree: MapNode, problem: Problem): LocatedProblem {
  const mend = problem.mend.replace('docs/configuration.md describes', 'docs/sandbox.md shows');
  return locate(tree, new Map(), { ...problem, mend });
}

/** What the file names and does not have: people, milestones; and what every GitHub needs. */
function missingNames(seed: SeedFile): Problem[] {
  const known = new Set(Object.keys(seed.people).map((login) => login.toLowerCase()));
  const people = namedIn(seed)
    .filter(({ login }) => !known.has(login.toLowerCase()))
    .map(({ login, path }) =>
      wrong(path, `${login} is not one of the people.`, `Add ${login} to "people", with a permission.`),
    );
  const admins = Object.values(seed.people).filter((person) => permissionOf(person) === 'admin');
  const admin = wrong(['people'], 'Nobody is an admin.', 'Give one of the people the permission admin.');
  const none = wrong(['repositories'], 'There is no repository.', 'Write one, for example "demo: {}".');
  return [
    ...people,
    ...milestoneProblems(seed),
    ...(admins.length === 0 ? [admin] : []),
    ...(Object.keys(seed.repositories).length === 0 ? [none] : []),
  ];
}

export function permissionOf(person: SeedFile['people'][string]) {
  return typeof person === 'string' ? person : person.permission;
}

interface Named {
  readonly login: string;
  readonly path: Path;
}

function namedIn({ teams, repositories }: SeedFile): Named[] {
  const members = Object.entries(teams).flatMap(([slug, logins]) => each(logins, ['teams', slug]));
  const rest = Object.entries(repositories).flatMap(([repo, { permissions, commits, issues, pulls }]) => {
    const at: Path = ['repositories', repo];
    const logins = Object.keys(permissions).map((login) => ({ login, path: [...at, 'permissions', login] }));
    return [
      ...logins,
      ...commits.flatMap(({ by }, index) =>
        by === undefined ? [] : [{ login: by, path: [...at, 'commits', index, 'by'] }],
      ),
      ...issues.flatMap((issue, index) => inThread(issue, [...at, 'issues', index])),
      ...pulls.flatMap((pull, index) => inPull(pull, [...at, 'pulls', index])),
    ];
  });
  return [...members, ...rest];
}

type Thread = SeedFile['repositories'][string]['issues'][number];
type Pull = SeedFile['repositories'][string]['pulls'][number];

function inThread(
  { by, assignees, comments }: Pick<Thread, 'by' | 'assignees' | 'comments'>,
  at: Path,
): Named[] {
  return [
    { login: by, path: [...at, 'by'] },
    ...each(assignees, [...at, 'assignees']),
    ...comments.map((comment, index) => ({ login: comment.by, path: [...at, 'comments', index, 'by'] })),
  ];
}

function inPull(pull: Pull, at: Path): Named[] {
  return [
    ...inThread(pull, at),
    ...each(pull.reviewers, [...at, 'reviewers']),
    ...pull.reviews.map((review, index) => ({ login: review.by, path: [...at, 'reviews', index, 'by'] })),
  ];
}

function each(logins: readonly string[], at: Path): Named[] {
  return logins.map((login, index) => ({ login, path: [...at, index] }));
}

function milestoneProblems({ repositories }: SeedFile): Problem[] {
  return Object.entries(repositories).flatMap(([repo, { issues, milestones }]) =>
    issues.flatMap(({ milestone }, index) =>
      milestone === undefined || milestones.some(({ title }) => title === milestone)
        ? []
        : [
            wrong(
              ['repositories', repo, 'issues', index, 'milestone'],
              `The repository has no milestone ${milestone}.`,
              'Write it under "milestones" of the repository.',
            ),
          ],
    ),
  );
}

function wrong(path: Path, message: string, mend: string): Problem {
  return { code: 'unknown-name', severity: 'error', path, message, mend };
}
