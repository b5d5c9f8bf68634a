// Reads merged pull requests whose label asks for a cherry-pick, and what was merged to the release branches of late.
import type { BranchCommit, BranchPicks, Fix, Fixes, KnownCommit, MergedPull } from '../../../domain/pull.ts';
import type { Instant } from '../../../domain/day.ts';
import type { Author } from '../../accounts.ts';
import { authorOf } from '../../author-of.ts';
import type { PartialAnswer } from '../../graphql.ts';
import { instantOf } from './decode-pull.ts';
import { present } from '../../present.ts';
import type { PullsQuestion } from './question.ts';

/** The newest with one label; whoever leaves the label on for good is not told of older ones. */
const FIXES = 50;
/** The newest with one GitHub milestone, of the newest whose titles hold that of it. */
const IN_MILESTONE = 40;
const MILESTONES = 3;
/** The newest that were merged to one branch, and the newest commits on it. */
const MERGED = 100;
/** The newest commits of a fix: which of them somebody picked is known by these. */
const OF_FIX = 20;

const COMMIT = 'oid messageHeadline authoredDate';

export interface FixFields {
  /** Aliased fields under the repository. */
  readonly parts: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly names: readonly string[];
}

type FixQuestion = Pick<PullsQuestion, 'fixLabels' | 'fixMilestones' | 'branches'>;

const NEWEST = 'orderBy: { field: UPDATED_AT, direction: DESC }';
const HISTORY = `target { ... on Commit {
      history(first: ${MERGED}) { nodes { oid message authoredDate committedDate } }
    } }`;
const FIX = `number title baseRefName mergedAt updatedAt author { __typename login } milestone { title }
        labels(first: 50) { nodes { name } }
        mergeCommit { ${COMMIT} }
        commits(last: ${OF_FIX}) { nodes { commit { ${COMMIT} } } }`;

/** Nothing is asked while no release has a branch, or neither label nor GitHub milestone is named. */
export function fixFields({
  fixLabels: labels,
  fixMilestones: titles = [],
  branches,
}: FixQuestion): FixFields {
  if (labels.length + titles.length === 0 || branches.length === 0)
    return { parts: [], variables: {}, names: [] };
  const fixes = labels.map(
    (_, index) =>
      `fixes${index}: pullRequests(states: [MERGED], labels: [$fixLabel${index}], first: ${FIXES}, ${NEWEST}) {
      nodes { ${FIX} }
    }`,
  );
  const ofMilestones = titles.map(
    (_, index) =>
      `fixTitle${index}: milestones(first: ${MILESTONES}, query: $fixTitle${index}, orderBy: { field: NUMBER, direction: DESC }) { nodes { title
      pullRequests(states: [MERGED], first: ${IN_MILESTONE}, ${NEWEST}) { nodes { ${FIX} } }
    } }`,
  );
  const main = titles.length === 0 ? [] : [`pickMain: defaultBranchRef { name ${HISTORY} }`];
  const merged = branches.flatMap((_, index) => [
    `pickRef${index}: ref(qualifiedName: $pickRef${index}) { name ${HISTORY} }`,
    `picks${index}: pullRequests(states: [MERGED], baseRefName: $pickBranch${index}, first: ${MERGED}, ${NEWEST}) {
      nodes { number title body headRefName updatedAt mergedAt mergeCommit { oid } }
    }`,
  ]);
  return {
    parts: [...fixes, ...ofMilestones, ...main, ...merged],
    variables: Object.fromEntries([
      ...labels.map((label, index) => [`fixLabel${index}`, label]),
      ...titles.map((title, index) => [`fixTitle${index}`, title]),
      ...branches.flatMap((branch, index) => [
        [`pickRef${index}`, `refs/heads/${branch}`],
        [`pickBranch${index}`, branch],
      ]),
    ]) as Record<string, string>,
    names: [
      ...labels.map((_, index) => `fixes${index}`),
      ...titles.map((_, index) => `fixTitle${index}`),
      ...(main.length === 0 ? [] : ['pickMain']),
      ...branches.flatMap((_, index) => [`pickRef${index}`, `picks${index}`]),
    ],
  };
}

interface RawCommit {
  readonly oid: string;
  readonly messageHeadline: string;
  readonly authoredDate: string;
}

interface Found<T> {
  readonly nodes: readonly (T | null)[] | null;
}

interface RawFix {
  readonly number: number;
  readonly title: string;
  readonly baseRefName: string;
  readonly mergedAt: string | null;
  readonly updatedAt: string;
  readonly author: Author | null;
  readonly milestone: { readonly title: string } | null;
  readonly labels: Found<{ readonly name: string }> | null;
  readonly mergeCommit: RawCommit | null;
  readonly commits: Found<{ readonly commit: RawCommit }> | null;
}

interface RawMerged {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly headRefName: string;
  readonly updatedAt: string;
  readonly mergedAt: string | null;
  readonly mergeCommit: { readonly oid: string } | null;
}

interface RawBranchCommit {
  readonly oid: string;
  readonly message: string;
  readonly authoredDate: string;
  readonly committedDate: string;
}

interface RawRef {
  readonly name: string;
  readonly target: { readonly history?: Found<RawBranchCommit> } | null;
}

interface RawTitle {
  readonly title: string;
  readonly pullRequests: Found<RawFix>;
}

/** Each fix once, by number; branches that are not there yet have nothing to be picked to. */
export function decodeFixes({ data }: PartialAnswer, question: FixQuestion): Fixes {
  const { fixLabels: labels, fixMilestones: titles = [], branches } = question;
  const pages = labels.map((_, index) =>
    present((data[`fixes${index}`] as Found<RawFix> | undefined)?.nodes),
  );
  const named = titles.map((title, index) => inMilestone(title, data[`fixTitle${index}`]));
  const ofMilestones = named.flatMap(({ page }) => (page === undefined ? [] : [page]));
  const all = [...ofMilestones, ...pages].flat();
  const fixes = new Map(all.map((one): [number, Fix] => [one.number, fixOf(one)]));
  const main = (data['pickMain'] ?? undefined) as RawRef | undefined;
  const known = {
    since: latest(pages.map((page) => sinceOf(page, FIXES))),
    sinceByMilestone: latest([
      ...ofMilestones.map((page) => sinceOf(page, IN_MILESTONE)),
      ...named.map(({ isHidden }) => (isHidden ? (Number.MAX_SAFE_INTEGER as Instant) : undefined)),
    ]),
    main: main && picksOf(main.name, main, []),
  };
  return {
    fixes: [...fixes.values()].toSorted((a, b) => a.number - b.number),
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    branches: branches.flatMap((branch, index): BranchPicks[] => {
      const ref = (data[`pickRef${index}`] ?? undefined) as RawRef | undefined;
      if (ref === undefined) return [];
      return [picksOf(branch, ref, present((data[`picks${index}`] as Found<RawMerged>).nodes))];
    }),
  };
}

/** The page of the milestone with this very title; hidden: others like it took all the places. */
function inMilestone(
  title: string,
  answer: unknown,
): { readonly page?: readonly RawFix[]; readonly isHidden: boolean } {
  const like = present((answer as Found<RawTitle> | undefined)?.nodes);
  const own = like.find((one) => one.title.toLowerCase() === title.toLowerCase());
  if (own === undefined) return { isHidden: like.length >= MILESTONES };
  return { page: present(own.pullRequests.nodes), isHidden: false };
}

/** The last touched come first: what was merged after the last touch of the oldest one is all there. */
function picksOf(branch: string, { target }: RawRef, raw: readonly RawMerged[]): BranchPicks {
  const history = present(target?.history?.nodes);
  const oldest = history.length < MERGED ? undefined : history.at(-1);
  return {
    branch,
    since: latest([sinceOf(raw, MERGED), oldest && instantOf(oldest.committedDate)]),
    merged: raw.map(mergedOf),
    commits: history.map(branchCommitOf),
  };
}

/** The last touch of the oldest, of a page that is full. */
function sinceOf(page: readonly { readonly updatedAt: string }[], most: number): Instant | undefined {
  const oldest = page.length < most ? undefined : page.at(-1);
  return oldest && instantOf(oldest.updatedAt);
}

function latest(times: readonly (Instant | undefined)[]): Instant | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : (Math.max(...known) as Instant);
}

function mergedOf({ number, title, body, headRefName, mergedAt, mergeCommit }: RawMerged): MergedPull {
  return {
    number,
    title,
    body,
    head: headRefName,
    commit: mergeCommit?.oid,
    mergedAt: instantOf(mergedAt ?? ''),
  };
}

function branchCommitOf({ oid, message, authoredDate, committedDate }: RawBranchCommit): BranchCommit {
  return { oid, message, authoredAt: instantOf(authoredDate), committedAt: instantOf(committedDate) };
}

function fixOf(raw: RawFix): Fix {
  const { number, title, baseRefName, mergedAt, author, milestone, labels, mergeCommit, commits } = raw;
  const own = present(commits?.nodes).map(({ commit }) => commit);
  return {
    number,
    title,
    author: authorOf(author),
    base: baseRefName,
    milestone: milestone?.title,
    mergedAt: instantOf(mergedAt ?? ''),
    labels: present(labels?.nodes).map(({ name }) => name),
    commits: [...(mergeCommit === null ? [] : [mergeCommit]), ...own].map(knownCommitOf),
  };
}

function knownCommitOf({ oid, messageHeadline, authoredDate }: RawCommit): KnownCommit {
  return { oid, title: messageHeadline, authoredAt: instantOf(authoredDate) };
}
