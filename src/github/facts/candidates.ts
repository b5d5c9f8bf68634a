// The fact `candidates`: pull requests with the label of a candidate, the check of each, and deployments to named environments.
import * as z from 'zod';
import type { CandidateCheck, CandidatePull, Candidates, Deployment } from '../../domain/candidates.ts';
import { CANDIDATE_CHECK } from '../../domain/check-name.ts';
import { parseInstant } from '../../domain/day.ts';
import type { Known } from '../../domain/known.ts';
import type { GitHub } from '../client.ts';
import { findChecks } from '../config/find-checks.ts';
import { failureWords } from '../failure.ts';
import { type PartialAnswer, valueAt } from '../graphql.ts';
import { isHeld } from '../held.ts';
import { present } from '../present.ts';
import { sideBySide } from '../side-by-side.ts';
import { type Fields, type FactSource, type Look, known } from './fact.ts';
import { NAMES, aliases, namedBy, union } from './name-list.ts';
import { needing } from './needing.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    readonly candidates: Candidates;
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    readonly candidates?: CandidatesQuestion | undefined;
  }
}

export interface CandidatesQuestion {
  /** Of pull requests. */
  readonly labels: readonly string[];
  /** Names of environments at GitHub. */
  readonly deployments: readonly string[];
}

/** Pull requests with a label, of those that changed last; and those of them whose check is read. */
const MOST = { listed: 20, checked: 10 };

export const candidates: FactSource<'candidates', 'candidates'> = {
  question: 'candidates',
  facts: ['candidates'],
  permission: 'pull_requests: read',
  bare: { labels: [], deployments: [] },
  shape: z.strictObject({ labels: NAMES, deployments: NAMES }),
  join: (a, b) => ({
    labels: union(a.labels, b.labels),
    deployments: union(a.deployments, b.deployments),
  }),
  count: ({ labels, deployments }) => labels.length + deployments.length,
  fields,
  read: async (look) => ({ candidates: known(await readAll(look)) }),
};

function fields({ labels, deployments }: CandidatesQuestion): Fields {
  const pulls = aliases('candidateLabel', labels).map(
    (
      name,
    ) => `${name}: pullRequests(labels: [$${name}], states: [OPEN, MERGED], first: ${MOST.listed}, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number title state baseRefName headRefName headRefOid }
    }`,
  );
  const deployed = aliases('deployedTo', deployments).map(
    (
      name,
    ) => `${name}: deployments(environments: [$${name}], first: 1, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { id latestStatus { state environmentUrl createdAt } }
    }`,
  );
  return {
    parts: [...pulls, ...deployed],
    variables: { ...namedBy('candidateLabel', labels), ...namedBy('deployedTo', deployments) },
  };
}

interface RawPull {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly baseRefName: string;
  readonly headRefName: string;
  readonly headRefOid: string;
}

interface RawDeployment {
  readonly id: string;
  readonly latestStatus: {
    readonly state: string;
    readonly environmentUrl: string | null;
    readonly createdAt: string;
  } | null;
}

interface Nodes<T> {
  readonly nodes: readonly (T | null)[] | null;
}

async function readAll(look: Look<'candidates'>): Promise<Candidates> {
  const { question, asked, answer } = look;
  const deployments = question.deployments.map((name) => ({
    name,
    found: orUnknown('deployments: read', () =>
      deploymentIn(wholeAt(answer, aliases('deployedTo', [name], asked.deployments)[0] ?? '')),
    ),
  }));
  const listed = orUnknown('pull_requests: read', () => listedPulls(look));
  if (!listed.known) return { pulls: listed, merged: [], deployments };
  const open = listed.value.filter(({ raw }) => raw.state === 'OPEN').slice(0, MOST.checked);
  const merged = listed.value.flatMap(({ raw }) => (raw.state === 'MERGED' ? [raw.number] : []));
  const pulls = await sideBySide(open.map((one) => async () => await withCheck(one, look)));
  return { pulls: known(pulls.toSorted((a, b) => a.number - b.number)), merged, deployments };
}

interface ListedPull {
  readonly raw: RawPull;
  readonly labels: readonly string[];
}

/** Each once, with those of the labels that it wears. */
function listedPulls({ question: { labels }, asked, answer }: Look<'candidates'>): ListedPull[] {
  const found = new Map<number, ListedPull>();
  for (const label of labels) {
    const [alias = ''] = aliases('candidateLabel', [label], asked.labels);
    for (const raw of present((wholeAt(answer, alias) as Nodes<RawPull>).nodes)) {
      const before = found.get(raw.number)?.labels ?? [];
      found.set(raw.number, { raw, labels: [...before, label] });
    }
  }
  return [...found.values()];
}

async function withCheck({ raw, labels }: ListedPull, look: Look<'candidates'>): Promise<CandidatePull> {
  const { number, title, baseRefName: base, headRefName: branch, headRefOid: head } = raw;
  return { number, title, labels, base, branch, head, check: await checkOf(head, look.github, look.setting) };
}

async function checkOf(
  head: string,
  github: GitHub,
  { accounts }: Look<'candidates'>['setting'],
): Promise<Known<CandidateCheck | undefined>> {
  try {
    const [newest] = await findChecks(github, head, CANDIDATE_CHECK, accounts);
    return known(newest && { externalId: newest.externalId });
  } catch (error) {
    if (isHeld(error)) throw error;
    return { known: false, why: needing(failureWords(error), 'checks: read') };
  }
}

function deploymentIn(value: unknown): Deployment | undefined {
  const [newest] = present((value as Nodes<RawDeployment>).nodes);
  const status = newest?.latestStatus;
  if (newest === undefined || status === undefined || status === null) return undefined;
  const at = parseInstant(status.createdAt);
  if (at === undefined) throw new Error('GitHub gives no time of its deployment');
  const url = status.environmentUrl ?? '';
  return {
    id: newest.id,
    state: status.state.toLowerCase(),
    at,
    ...(url.startsWith('https://') ? { url } : {}),
  };
}

/** What stands under an alias, and nothing where a part of it is hidden: it might be the part that decides. */
function wholeAt(answer: PartialAnswer, alias: string): unknown {
  const hole = answer.holes?.find(({ path }) => path[0] === alias);
  if (hole !== undefined) throw new Error(hole.why);
  return valueAt(answer, alias);
}

function orUnknown<T>(permission: string, read: () => T): Known<T> {
  try {
    return known(read());
  } catch (error) {
    return { known: false, why: needing(failureWords(error), permission) };
  }
}
