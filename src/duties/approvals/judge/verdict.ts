// What a pull request waits for, decided rule by rule; every rule leaves its reason.
import type { Checks, Pull } from '../../../domain/pull.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { deadlinesOf } from './deadline.ts';
import { type Group, type Owners, groupsOf } from './groups.ts';
import { QUIET_LABEL } from '../../quiet-label.ts';
import type { ApprovalsInput } from '../input.ts';
import { includesName } from '../../../people/names.ts';
import { type Pending, pendingOf } from './pending.ts';
import type { Reason } from './reason.ts';
import { type Relation, relationOf } from './related.ts';
import { reasons } from './render-reasons.ts';
import type { Known } from '../../../domain/known.ts';

/** What the author has to fix before anybody is asked. */
export type Fault =
  | { readonly kind: 'checks'; readonly names: readonly string[] }
  | { readonly kind: 'conflict'; readonly base: string }
  | { readonly kind: 'changes'; readonly by: readonly string[] };

export type Verdict =
  | { readonly kind: 'gone'; readonly state: 'merged' | 'closed' }
  | { readonly kind: 'unrelated' }
  | { readonly kind: 'left'; readonly because: 'quiet' | 'draft' | 'bot' }
  /** Something could not be read; nothing is said on a guess. */
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'approved' }
  | { readonly kind: 'with-author'; readonly fault: Fault }
  /** It needs an approval, and nobody is known who could give it. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'waiting'; readonly pending: Pending };

export interface Judged {
  readonly pull: Pull;
  readonly release?: Release | undefined;
  /** What it has to be approved for; absent after the last such milestone. */
  readonly deadline?: Milestone | undefined;
  /** The last one that it was too late for. */
  readonly passed?: Milestone | undefined;
  /** Pull requests that it says it takes a fix from. */
  readonly pickedFrom: readonly number[];
  readonly groups: readonly Group[];
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

export function judge(pull: Pull, owners: Known<Owners>, input: ApprovalsInput): Judged {
  const base = { pull, pickedFrom: [], groups: [] };
  if (pull.state !== 'open') {
    const gone: Verdict = { kind: 'gone', state: pull.state };
    return { ...base, verdict: gone, reasons: [reasons.gone(pull.state)] };
  }
  const relation = relationOf(pull, input);
  const { release } = relation;
  if (release === undefined) return { ...base, verdict: { kind: 'unrelated' }, reasons: relation.reasons };
  return judgeRelated(pull, release, relation, owners, input);
}

function judgeRelated(
  pull: Pull,
  release: Release,
  { picked, unsure, reasons: ways }: Relation,
  owners: Known<Owners>,
  input: ApprovalsInput,
): Judged {
  const { next, passed } = deadlinesOf(pull, release, picked !== undefined, input.config, input.now);
  const groups = owners.known ? groupsOf(pull, owners.value, input) : [];
  const known = [...ways, next === undefined ? reasons.noDeadline() : reasons.deadline(next)];
  const base = { pull, release, deadline: next, passed, groups, pickedFrom: picked?.sources ?? [] };
  const { verdict, why } =
    leftAlone(pull, input) ??
    unreadable(pull, owners, unsure) ??
    approved(pull) ??
    withAuthor(pull) ??
    waiting(pull, release.version, groups, input);
  return { ...base, verdict, reasons: [...known, ...why] };
}

interface Step {
  readonly verdict: Verdict;
  readonly why: readonly Reason[];
}

function leftAlone(pull: Pull, { config }: ApprovalsInput): Step | undefined {
  if (includesName(pull.labels, QUIET_LABEL)) return left('quiet', reasons.quiet());
  if (pull.draft && !config.drafts) return left('draft', reasons.draft());
  return pull.author.bot && !config.bots ? left('bot', reasons.bot(pull.author.login)) : undefined;
}

function left(because: 'quiet' | 'draft' | 'bot', why: Reason): Step {
  return { verdict: { kind: 'left', because }, why: [why] };
}

/** Unknown is not empty: without these facts nobody is asked and nothing is changed. */
function unreadable(pull: Pull, owners: Known<Owners>, unsure: string | undefined): Step | undefined {
  const hidden = pull.unread ?? unsure;
  if (hidden !== undefined)
    return { verdict: { kind: 'unknown', why: hidden }, why: [reasons.unreadable(hidden)] };
  for (const fact of [pull.comments, pull.checks, owners] as const) {
    if (!fact.known)
      return { verdict: { kind: 'unknown', why: fact.why }, why: [reasons.unreadable(fact.why)] };
  }
  return undefined;
}

/** Where no rule of the branch asks for reviews, one approval and no open objection are enough. */
function approved({ decision, reviews }: Pull): Step | undefined {
  const verdict: Verdict = { kind: 'approved' };
  if (decision === 'approved') return { verdict, why: [reasons.approved()] };
  const first = reviews.find((review) => review.state === 'approved');
  if (decision !== 'none' || first === undefined || objections(reviews).length > 0) return undefined;
  return { verdict, why: [reasons.approvedBy(first.author)] };
}

function withAuthor(pull: Pull): Step | undefined {
  const by = objections(pull.reviews);
  if (pull.decision === 'changes-requested' || (pull.decision === 'none' && by.length > 0))
    return back({ kind: 'changes', by }, reasons.changes(by));
  if (pull.mergeable === 'conflict')
    return back({ kind: 'conflict', base: pull.base }, reasons.conflict(pull.base));
  const failing = failingChecks(pull.checks);
  return failing.length === 0 ? undefined : back({ kind: 'checks', names: failing }, reasons.checks(failing));
}

function back(fault: Fault, why: Reason): Step {
  return { verdict: { kind: 'with-author', fault }, why: [why] };
}

function waiting(pull: Pull, version: string, groups: readonly Group[], input: ApprovalsInput): Step {
  const pending = pendingOf(pull, version, groups, input);
  const told = groups.map((group) => reasons.group(group));
  const { unread } = pull.requested;
  const partly = [
    ...(pull.filesComplete ? [] : [reasons.filesPartly(pull.files.length)]),
    ...(unread === undefined ? [] : [reasons.requestedPartly(unread)]),
  ];
  // Somebody was asked, or owns one of the files that are not shown: nobody says that there is nobody.
  const hidden = unread ?? (pull.filesComplete ? undefined : 'GitHub does not list all of its files');
  if (pending === undefined && hidden !== undefined)
    return { verdict: { kind: 'unknown', why: hidden }, why: [...told, ...partly] };
  if (pending === undefined)
    return { verdict: { kind: 'nobody' }, why: [...told, ...partly, reasons.nobody()] };
  const names = pending.asks.map(({ name }) => name);
  return {
    verdict: { kind: 'waiting', pending },
    why: [reasons.waits(pull.decision), ...told, ...partly, reasons.fewest(names)],
  };
}

function objections(reviews: Pull['reviews']): string[] {
  return reviews
    .filter((review) => review.state === 'changes-requested')
    .map((review) => review.author)
    .toSorted();
}

function failingChecks(checks: Known<Checks>): readonly string[] {
  return checks.known ? checks.value.requiredFailing.toSorted() : [];
}
