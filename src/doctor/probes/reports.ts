// Whether workflows leave the artifacts that a config reads test reports from.
import type { FailingTestsConfig } from '../../duties/failing-tests/config.ts';
import type { GitHub } from '../../github/client.ts';
import { type Checkup, broken, ok, unknown } from '../checkup.ts';
import { type Where, pageOf } from '../where.ts';
import type { Place } from './place.ts';

/** Names that are asked for by themselves, when the newest artifacts have none of them. */
const MOST_ASKED = 5;

/** Throws what GitHub says when it refuses the list. */
export async function reportCheckups({ github, where, prepared }: Place): Promise<readonly Checkup[]> {
  const section = prepared.config.sections['failing-tests'] as FailingTestsConfig | undefined;
  const patterns = section?.artifacts ?? [];
  if (patterns.length === 0) return [];
  const newest = await namesOf(github);
  const missing = patterns.filter((pattern) => !newest.some((name) => fits(pattern, name)));
  const exact = missing.filter((pattern) => !pattern.endsWith('*')).slice(0, MOST_ASKED);
  const older = await Promise.all(
    exact.map(async (name) => ((await namesOf(github, name)).length > 0 ? [name] : [])),
  );
  return judgeReports(
    patterns,
    missing.filter((name) => !older.flat().includes(name)),
    newest.length > 0,
    where,
  );
}

/** Of the 100 newest artifacts of the repository, or of those with a name. */
async function namesOf({ request, owner, repo }: GitHub, name?: string): Promise<string[]> {
  const { data } = await request('GET /repos/{owner}/{repo}/actions/artifacts', {
    owner,
    repo,
    per_page: name === undefined ? 100 : 1,
    ...(name === undefined ? {} : { name }),
  });
  return data.artifacts.map((artifact) => artifact.name);
}

function judgeReports(
  patterns: readonly string[],
  missing: readonly string[],
  isAny: boolean,
  where: Where,
): Checkup[] {
  const there = patterns.filter((pattern) => !missing.includes(pattern));
  const found = there.length === 0 ? [] : [ok('Names', 'artifacts', there.join(', '))];
  if (!isAny && there.length === 0)
    return [
      unknown(
        'Names',
        'artifacts',
        `no workflow has left an artifact yet, so ${missing.join(', ')} could not be looked for`,
        'Run this again after a run of the workflow with the tests.',
      ),
    ];
  return [
    ...found,
    ...missing.map((name) =>
      broken('Names', `artifact ${name}`, {
        found: 'no newer run of a workflow has left one of this name',
        lost: 'single tests are not known, only jobs',
        fix: 'Upload the reports under this name, or correct "failing-tests.artifacts".',
        link: pageOf(where, 'actions'),
      }),
    ),
  ];
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
