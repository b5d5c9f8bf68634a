// Looks at everything that relcomms needs for a repository, and writes nothing.
import type { Instant } from '../domain/day.ts';
import { isWorkflow } from '../github/accounts.ts';
import type { WikiPlace } from '../channels/wiki/git.ts';
import type { GitHub } from '../github/client.ts';
import { readConfig } from '../github/config/read-config.ts';
import { failureWords } from '../github/failure.ts';
import { type Prepared, prepareAt } from '../run/prepare.ts';
import { wholeRun } from '../run/whole-run.ts';
import type { Judge } from '../run/judgement.ts';
import type { Run } from '../run/reconcile.ts';
import { askNames } from './ask-names.ts';
import { type RepositoryLook, askRepository } from './ask-repository.ts';
import { type Checkup, unknown } from './checkup.ts';
import { type Asking, connectionTrouble } from './connection-words.ts';
import { examineChannels } from './examine-channels.ts';
import { channelsOf } from './wanted-channels.ts';
import { examineOnboarding } from './examine-onboarding.ts';
import { configTrouble, judgeConfig, problemCheckups } from './judge-config.ts';
import { judgeEvents } from './judge-events.ts';
import { judgeLook, lookTrouble } from './judge-look.ts';
import { judgeNames } from './judge-names.ts';
import { judgeRepositories } from './judge-repositories.ts';
import { judgeRepository } from './judge-repository.ts';
import { workflowCheckups } from './judge-workflows.ts';
import { namesOf } from './names.ts';
import { probeRights } from './probe-rights.ts';
import { judgeBudget } from './probes/budget.ts';
import { probe } from './probes/probe.ts';
import { judgeSunsets, noticingSunsets } from './probes/sunsets.ts';
import { dutiesOf, needsOfConfig } from './needs.ts';
import { type Grants, judgeRights } from './rights.ts';

export interface Exam {
  readonly asking: Asking;
  readonly github: GitHub;
  /** What the installation of an App grants; absent: it is found out. */
  readonly grants?: Extract<Grants, { kind: 'app' }>;
  /** The one `now` of the run. */
  readonly now: Instant;
  /** This machine's clock, in milliseconds: a trial may run as if it were another day. */
  readonly clock: number;
  readonly path: string;
  /** Text of a config that is not on the default branch yet. */
  readonly config?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Whether `env` is the environment that messages are sent from; on the machine of a person it is not. `never`: none is
   * sent for this repository, and its channels are nobody's business.
   */
  readonly sends: boolean | 'never';
  /** Where the wiki is, and how it is read; absent: it is not looked at. */
  readonly wiki?: (() => Promise<WikiPlace>) | undefined;
  readonly judge?: Judge | undefined;
  /** A run that has just looked at everything; absent: a look is made. */
  readonly run?: Run | undefined;
}

/** In the order in which things depend on each other: where something can't be reached, what builds on it is left out. */
export async function examine(given: Exam): Promise<readonly Checkup[]> {
  const { github, sunsets } = noticingSunsets(given.github);
  const exam = { ...given, github };
  const { asking, clock } = exam;
  let repository: RepositoryLook;
  try {
    repository = await askRepository(github);
  } catch (error) {
    return [connectionTrouble(error, asking)];
  }
  const first = judgeRepository(repository, asking, clock);
  const read = await readOwnConfig(exam);
  if ('checkups' in read) return [...first, ...read.checkups];
  const { prepared, viewer } = read;
  const grants = exam.grants ?? grantsOf(viewer, repository);
  const place = { ...exam, prepared, viewer, grants, repository };
  const [rights, names, probed, channels] = await Promise.all([
    examineRights(exam, prepared, grants, repository),
    examineNames(exam, prepared, viewer, repository),
    probe(place),
    exam.sends === 'never' ? [] : examineChannels(channelsOf(prepared), { env: exam.env, sends: exam.sends }),
  ]);
  // What it costs shows only where nothing else asks meanwhile.
  const look = await examineLook(exam, prepared);
  const config = judgeConfig(prepared, exam.path, asking);
  const found = [...first, ...rights, ...config, ...names, ...probed];
  return [...found, ...judgeSunsets(sunsets), ...look, ...channels];
}

interface OwnConfig {
  readonly prepared: Prepared;
  /** Login of the token. */
  readonly viewer: string;
}

async function readOwnConfig(exam: Exam): Promise<OwnConfig | { readonly checkups: readonly Checkup[] }> {
  const { github, path, asking } = exam;
  try {
    const start = await readConfig(github, path);
    const { config: file, viewer } = start;
    if (exam.config === undefined && file.kind === 'missing')
      return { checkups: [await examineOnboarding(exam, start)] };
    if (exam.config === undefined && file.kind === 'unreadable')
      return { checkups: [configTrouble(file, path, asking)] };
    const prepared = prepareAt(exam.config ?? (file.kind === 'file' ? file.text : ''), exam.now);
    if ('problems' in prepared) return { checkups: problemCheckups(prepared.problems, path, asking) };
    return { prepared, viewer };
  } catch (error) {
    const fix = 'Give the token contents: read, or run this again later.';
    return { checkups: [unknown('Config', path, `it could not be read: ${failureWords(error)}`, fix)] };
  }
}

async function examineRights(
  exam: Exam,
  { config }: Prepared,
  grants: Grants,
  repository: RepositoryLook,
): Promise<Checkup[]> {
  const duties = dutiesOf(config);
  const needs = needsOfConfig(config, repository.isOrganization);
  const probes =
    grants.kind === 'app' || grants.kind === 'classic'
      ? new Map<string, never>()
      : await probeRights(
          exam.github,
          needs.map(({ right }) => right),
        );
  return [
    ...judgeRights(needs, grants, probes, exam.asking),
    ...(grants.kind === 'app' ? judgeEvents(grants, duties) : []),
  ];
}

function grantsOf(viewer: string, { scopes, isPrivate, role }: RepositoryLook): Grants {
  if (scopes !== undefined)
    return { kind: 'classic', scopes, isPrivate, mayPush: role['push'] === true || role['admin'] === true };
  return isWorkflow([viewer]) ? { kind: 'workflow' } : { kind: 'other', isApp: viewer.endsWith('[bot]') };
}

/** Workflows are in the same answer as names. */
async function examineNames(
  exam: Exam,
  prepared: Prepared,
  viewer: string,
  repository: RepositoryLook,
): Promise<Checkup[]> {
  const { github, asking, path, grants, now } = exam;
  const named = namesOf(prepared, now);
  try {
    const mayTeams = repository.isOrganization && !isWorkflow([viewer]);
    const look = await askNames(github, named, mayTeams);
    return [
      ...workflowCheckups(look.workflows, prepared, path, asking, grants !== undefined),
      ...judgeNames(named, look, repository, asking),
    ];
  } catch (error) {
    return [
      unknown('Names', 'names', `they could not be read: ${failureWords(error)}`, 'Run this again later.'),
    ];
  }
}

async function examineLook(exam: Exam, { text }: Prepared): Promise<Checkup[]> {
  const { github, now, path, judge } = exam;
  if (exam.run !== undefined) return [...judgeRepositories(exam.run, exam.asking), ...judgeLook(exam.run)];
  const { counts, budgets } = github;
  const before = { ...counts };
  try {
    const run = await wholeRun({ github, now, path, config: text, judge }, 'plan');
    const requests = counts.reads + counts.writes - before.reads - before.writes;
    const cost = { requests, points: counts.points - before.points, left: budgets.get('graphql') };
    const repositories = judgeRepositories(run, exam.asking);
    return [...repositories, ...judgeLook(run), judgeBudget(cost, exam.clock as Instant)];
  } catch (error) {
    return [lookTrouble(error)];
  }
}
