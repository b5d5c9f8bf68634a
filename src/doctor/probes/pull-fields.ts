// Whether GitHub shows this token each nested field of pull requests: one that it refuses makes what builds on it unknown.
import { type PartialAnswer, holesBelow, queryRepository, whyMissing } from '../../github/graphql.ts';
import { type Checkup, broken, limited, ok, unknown } from '../checkup.ts';
import { isGranted, mendRight, neverHas } from '../mend-right.ts';
import type { Place } from './place.ts';

interface Field {
  readonly name: string;
  /** What of a pull request, or of a commit, leads to it; lists are gone through. */
  readonly path: readonly string[];
  readonly fields: string;
  /** Asked for only where one of them is on. */
  readonly sections: readonly string[];
  /** Any one of them may be what is missing. */
  readonly rights: readonly [string, ...string[]];
  /** Something that shows it. */
  readonly of: string;
  readonly lost: string;
}

/** Newest pull requests that are looked at. */
const PULLS = 5;

const ON_COMMIT = ['commits', 'nodes', 'commit'];
const onCommit = (fields: string): string => `commits(last: 1) { nodes { commit { ${fields} } } }`;

const FIELDS: readonly Field[] = [
  {
    name: 'requestedReviewer',
    path: ['reviewRequests', 'nodes', 'requestedReviewer'],
    fields: 'reviewRequests(first: 5) { nodes { requestedReviewer { __typename } } }',
    sections: ['approvals'],
    rights: ['members'],
    of: 'a pull request that asks for a review',
    lost: 'which teams were asked for a review is not known, so relcomms asks the code owners',
  },
  {
    name: 'onBehalfOf',
    path: ['latestOpinionatedReviews', 'nodes', 'onBehalfOf'],
    fields: 'latestOpinionatedReviews(first: 5) { nodes { onBehalfOf(first: 1) { nodes { slug } } } }',
    sections: ['approvals'],
    rights: ['members', 'pull_requests'],
    of: 'a review',
    lost: 'for which team somebody approved is not known, so relcomms asks that team again',
  },
  {
    name: 'contexts',
    path: [...ON_COMMIT, 'statusCheckRollup', 'contexts', 'nodes'],
    fields: onCommit('statusCheckRollup { contexts(first: 5) { nodes { __typename } } }'),
    sections: ['approvals'],
    rights: ['checks', 'statuses'],
    of: 'a pull request with checks',
    lost: 'whether required checks fail is not known, so relcomms asks people too early or not at all',
  },
  {
    name: 'status',
    path: [...ON_COMMIT, 'status'],
    fields: onCommit('status { state }'),
    sections: ['failing-tests'],
    rights: ['statuses'],
    of: 'a commit status',
    lost: 'jobs that report as statuses are not watched on the release branch',
  },
  {
    name: 'workflowRun',
    path: [...ON_COMMIT, 'checkSuites', 'nodes', 'workflowRun'],
    fields: onCommit('checkSuites(first: 5) { nodes { workflowRun { databaseId } } }'),
    sections: ['failing-tests'],
    rights: ['actions', 'checks'],
    of: 'a workflow run of a pull request',
    lost: 'which workflow a job belongs to is not known, and its test reports are not read',
  },
  {
    name: 'associatedPullRequests',
    path: [...ON_COMMIT, 'associatedPullRequests'],
    fields: onCommit('associatedPullRequests(first: 1) { nodes { number } }'),
    sections: ['failing-tests'],
    rights: ['pull_requests'],
    of: 'a pull request',
    lost: 'who brought a change is not known, so failing tests are reported to the team only',
  },
];

/** Each field under an alias of its own: what GitHub refuses of one takes nothing of the others along. */
export async function pullFieldCheckups(place: Place): Promise<readonly Checkup[]> {
  const { sections } = place.prepared.config;
  const asked = FIELDS.filter((field) => field.sections.some((name) => sections[name] !== undefined));
  if (asked.length === 0) return [];
  const order = 'orderBy: { field: UPDATED_AT, direction: DESC }';
  const parts = asked.map(
    ({ name, fields }) => `${name}: pullRequests(first: ${PULLS}, ${order}) { nodes { ${fields} } }`,
  );
  const query = `query RelcommsDoctorPulls($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    ${parts.join('\n    ')}
  }
}`;
  const answer = await queryRepository(place.github, query, {});
  return judgePullFields(asked, answer, place);
}

function judgePullFields(asked: readonly Field[], answer: PartialAnswer, place: Place): Checkup[] {
  const judged = asked.map((field) => ({ field, state: stateOf(field, answer) }));
  const seen = judged.filter(({ state }) => state === 'seen').map(({ field }) => field.name);
  const untried = judged.filter(({ state }) => state === 'untried').map(({ field }) => field.of);
  return [
    ...(seen.length === 0 ? [] : [ok('Answers', 'pull requests', `GitHub shows ${seen.join(', ')} of them`)]),
    ...judged.flatMap(({ field, state }) =>
      typeof state === 'string' ? [] : [refused(field, state, place)],
    ),
    ...(untried.length === 0 ? [] : [notTried('pull requests, not tried', untried)]),
  ];
}

/** So far there is nothing to try it with. */
export function notTried(subject: string, missing: readonly string[]): Checkup {
  const found = `among the newest there is none to try it with: ${[...new Set(missing)].join(', ')}`;
  return unknown('Answers', subject, found, 'Run this again once there is one.');
}

type State = 'seen' | 'untried' | { readonly why: string };

function stateOf({ name, path }: Field, answer: PartialAnswer): State {
  const values = valuesAt(answer.data[name], ['nodes', ...path]);
  const [hole] = holesBelow(answer.holes ?? [], name);
  const why = whyMissing(answer, name) ?? hole?.why;
  if (why !== undefined) return { why };
  if (values.some((value) => value !== null)) return 'seen';
  // A reviewer who is not shown is there all the same: of nobody GitHub makes no request.
  return name === 'requestedReviewer' && values.length > 0
    ? { why: 'GitHub names nobody in a request for a review' }
    : 'untried';
}

/** What stands at a path, in all members of the lists on it; a step that is not there ends it. */
function valuesAt(value: unknown, [step, ...more]: readonly string[]): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((one) => valuesAt(one, step === undefined ? [] : [step, ...more]));
  if (step === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Readonly<Record<string, unknown>>)[step], more);
}

function refused({ name, lost, rights }: Field, { why }: { readonly why: string }, place: Place): Checkup {
  const { grants, where } = place;
  const right = rights.find((one) => !isGranted(one, 'read', grants)) ?? rights[0];
  const judge = neverHas(right, grants) ? limited : broken;
  return judge('Answers', `${name} of pull requests`, {
    found: `GitHub does not show it: ${why}`.replace(/\.$/, ''),
    lost,
    ...mendRight(right, 'read', grants, where),
  });
}
