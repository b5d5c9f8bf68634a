// What a seed file names and does not have.
import { permissionOf } from './permission-of.ts';
import type { Path } from './places.ts';
import type { SeedFile } from './schema.ts';

export interface NameProblem {
  readonly path: Path;
  readonly message: string;
  readonly mend: string;
}

/** What the file names and does not have: people, milestones; and what every GitHub needs. */
export function missingNames(seed: SeedFile): NameProblem[] {
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

function milestoneProblems({ repositories }: SeedFile): NameProblem[] {
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

function wrong(path: Path, message: string, mend: string): NameProblem {
  return { path, message, mend };
}
