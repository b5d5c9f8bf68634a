// What is known while a plan is carried out: numbers and ids of what was there and of what was just made.
import type { Observation } from '../../domain/observed.ts';
import type { BranchHead } from '../../domain/manual-book.ts';
import type { IssueRef } from '../../domain/issue-ref.ts';
import type { Channels } from '../../domain/outbox.ts';
import type { GitHub } from '../client.ts';
import type { Setting } from '../facts/fact.ts';
import type { Receipts } from './receipts.ts';
import type { Written } from '../../domain/outcome.ts';

export interface KnownIssue {
  readonly number: number;
  /** GraphQL node id. */
  readonly id: string;
  /** REST id, which sub-issues are linked by. */
  readonly databaseId: number;
}

export interface World {
  readonly github: GitHub;
  readonly setting: Pick<Setting, 'accounts' | 'since'>;
  readonly observation: Observation;
  /** Issues made by this run, by key. */
  readonly made: Map<string, KnownIssue>;
  /** Numbers of GitHub milestones, by title in lower case. */
  readonly milestones: Map<string, number>;
  /** Ledger entries that must not be written, since what they say did not happen. */
  readonly withheld: Set<string>;
  /** Numbers of pull requests by branch, or that GitHub does not let us open them. */
  readonly pulls: Map<string, number | 'refused'>;
  /** Keys of log lines, answers and labels that could not be written: the command behind them is looked at once more. */
  readonly unwritten: Set<string>;
  /** Keys of answers that wait for the words of an issue: those stand for the command and could not be written. */
  readonly postponed: Set<string>;
  /** GraphQL node ids of labels that are there, by name in lower case. */
  readonly labelIds: Map<string, string>;
  /** Names of labels that could not be made, in lower case: GitHub would make them itself, in grey, for an issue that gets them. */
  readonly unmade: Set<string>;
  /** Numbers of pull requests on which a comment could not be made. */
  readonly silent: Set<number>;
  /** Ids of comments that this run made, by the number of the issue and the key: a list may not show them yet. */
  readonly told: Map<string, number>;
  /** Ids of comments that hold records, by key. */
  readonly records: Map<string, number>;
  /** What one of our accounts wrote last, as far as this run knows, by the id of the comment. */
  readonly ours: Map<number, string>;
  /** Receipts that this run wrote, and those that an earlier one could not write. */
  readonly receipts: Receipts;
  /** Absent: this run sends no messages. */
  readonly channels?: Channels | undefined;
  /** Why nothing more is written in this run; absent while writing goes on. */
  held?: string;
  /** Why no more issues are put below others in this run; absent until GitHub has said so. */
  noSubIssues?: LinkRefusal;
  /** Why no more dependencies are tried in this run. */
  noDependencies?: LinkRefusal;
  /** Keys of dependencies that were there before: people set them, so they stay. */
  readonly theirs: Set<string>;
  /** How many in a row GitHub did not put below another. */
  linksRefused?: number;
  /** Our issues among the newest of the repository, by key; absent until the first is to be made. */
  newest?: ReadonlyMap<string, number>;
  /** Absent until somebody asked for it. */
  targetField?: TargetField;
  /** Whether it was said in this run that there is no Target date. */
  saidNoTarget?: boolean;
  /** Where this run moved branches from and to, by their names. */
  readonly heads: Map<string, { readonly from: string; readonly to: BranchHead }>;
  /** A write failed that the remembered state tells of as done. */
  unsettled?: boolean;
}

export function startWorld(
  github: GitHub,
  setting: World['setting'],
  observation: Observation,
  channels?: Channels,
  receipts: Receipts = new Map(),
): World {
  const known = observation.githubMilestones.known ? observation.githubMilestones.value : [];
  const milestones = new Map(known.map(({ title, number }) => [title.toLowerCase(), number]));
  return {
    github,
    setting,
    observation,
    made: new Map(),
    milestones,
    withheld: new Set(),
    pulls: new Map(),
    unwritten: new Set(),
    postponed: new Set(),
    labelIds: idsOf(observation),
    unmade: new Set(),
    silent: new Set(),
    told: new Map(),
    records: new Map(),
    theirs: new Set(),
    heads: new Map(),
    ours: textsOf(observation),
    receipts,
    channels,
  };
}

function idsOf({ labels }: Partial<Observation>): Map<string, string> {
  const known = labels?.known === true ? labels.value : [];
  return new Map(known.flatMap(({ name, id }) => (id === undefined ? [] : [[name.toLowerCase(), id]])));
}

/** What the look showed of our comments, in our own words. */
function textsOf({ ownIssues, pulls }: Partial<Observation>): Map<number, string> {
  const issues = ownIssues?.known === true ? ownIssues.value : [];
  const ofIssues = issues.flatMap(({ ledger, records = [] }) => [
    ...(ledger === undefined ? [] : [ledger, ...(ledger.doubles ?? [])]),
    ...records.flatMap((record) => [record, ...(record.doubles ?? [])]),
  ]);
  const ofPulls =
    pulls?.known === true
      ? pulls.value.flatMap(({ comments }) => (comments.known ? comments.value : []))
      : [];
  return new Map([...ofIssues, ...ofPulls].map(({ commentId, body }) => [commentId, body]));
}

/** Remembers what a comment says as ours. */
export function know({ ours }: World, commentId: number, text: string): void {
  ours.set(commentId, text);
}

/** The issue that a reference means; undefined when this run should have opened it and could not. */
export function resolveIssue(world: World, ref: IssueRef): KnownIssue | undefined {
  if ('key' in ref) return world.made.get(ref.key);
  const issues = world.observation.ownIssues.known ? world.observation.ownIssues.value : [];
  const found = issues.find((issue) => issue.number === ref.number);
  return found === undefined
    ? undefined
    : { number: found.number, id: found.id, databaseId: found.databaseId };
}

/** Those of some labels that an issue can get in this run. */
export function labelsThere({ unmade }: World, labels: readonly string[]): string[] {
  return labels.filter((name) => !unmade.has(name.toLowerCase()));
}

/** The number of our issue with a key, those that this run has opened included. */
export function numberOf(world: World, key: string): number | undefined {
  const issues = world.observation.ownIssues.known ? world.observation.ownIssues.value : [];
  const found = issues.filter((issue) => issue.key === key).map((issue) => issue.number);
  return world.made.get(key)?.number ?? found.toSorted((a, b) => a - b)[0];
}

/**
 * Withholds a ledger entry until what it says has happened; the answer releases it. What another write of the
 * same entry could not do stays withheld.
 */
export function holdBack({ withheld }: World, entry: string): () => void {
  const failedBefore = withheld.has(entry);
  withheld.add(entry);
  return () => {
    if (!failedBefore) withheld.delete(entry);
  };
}

/** Neither noted nor answered: the next run carries the command out once more. What another write postponed stays so. */
export function postpone(world: World, answer: string): () => void {
  const release = holdBack(world, answer);
  const postponedBefore = world.postponed.has(answer);
  world.postponed.add(answer);
  return () => {
    release();
    if (!postponedBefore) world.postponed.delete(answer);
  };
}

/** Carries out a write on which a ledger entry depends, if it names one: the entry is withheld unless it came out. */
export async function holding(
  world: World,
  entry: string | undefined,
  write: () => Promise<Written>,
): Promise<Written> {
  if (entry === undefined) return await write();
  const release = holdBack(world, entry);
  const written = await write();
  if (written.outcome === 'done' || written.outcome === 'already') release();
  return written;
}

/** Lets the answer to a command wait until this is written; what throws leaves it waiting for the next run. */
export async function owing<T>(
  { unwritten }: World,
  entry: string | undefined,
  write: () => Promise<T>,
): Promise<T> {
  if (entry === undefined) return await write();
  unwritten.add(entry);
  const written = await write();
  unwritten.delete(entry);
  return written;
}

/** The id of the field, or why there is none, in words. */
export type TargetField =
  | { readonly kind: 'field'; readonly id: number }
  | { readonly kind: 'none'; readonly why: string };

/** Why an issue was not put below another, and whether that will not change. */
export interface LinkRefusal {
  readonly detail: string;
  readonly final: boolean;
}
