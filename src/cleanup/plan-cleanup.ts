// What a cleanup takes back, what it leaves to people, and what nobody could read: purely, from one look.
import type { CleanupPlan, Left } from '../domain/cleanup-plan.ts';
import type { Known } from '../domain/known.ts';
import type { Leavings, LeftBranch, LeftLabel, LeftPull } from '../domain/leavings.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { Write } from '../domain/operation.ts';
import { render } from './render.ts';
import { standingMessages } from './standing-messages.ts';

const DUTY = 'cleanup';

/** Nothing that is unknown is taken for empty, and nothing is taken back that is not surely ours. */
export function planCleanup(leavings: Leavings): CleanupPlan {
  const { ownIssues, pins, labels, milestones, pulls, branches } = leavings;
  const issues = valueOf(ownIssues).filter(({ key }) => !isNameless(key));
  const names = labelPlan(labels, ownIssues);
  const gone = new Set(
    names.writes.flatMap((one) => (one.kind === 'delete-label' ? [one.name.toLowerCase()] : [])),
  );
  const writes: Write[] = [
    ...valueOf(pulls).flatMap(foldsOn),
    ...unique([
      ...names.writes.filter(({ kind }) => kind === 'remove-label'),
      ...valueOf(pulls).flatMap((pull) => labelsOn(pull, gone)),
    ]),
    ...names.writes.filter(({ kind }) => kind === 'delete-label'),
    ...valueOf(pulls).flatMap((pull): Write[] =>
      pull.isOwn ? [{ kind: 'close-pull', number: pull.number }] : [],
    ),
    ...valueOf(branches).flatMap(({ name, keptBecause }): Write[] =>
      keptBecause === undefined ? [{ kind: 'delete-branch', branch: name }] : [],
    ),
    ...issues.flatMap(standingMessages),
    ...valueOf(pins).flatMap((number): Write[] =>
      issues.some((issue) => issue.number === number) ? [{ kind: 'unpin-issue', number }] : [],
    ),
    ...valueOf(milestones).map((one): Write => ({ kind: 'close-milestone', ...one })),
    ...inTurn(issues).map(({ number }): Write => ({ kind: 'close-issue', number, notPlanned: true })),
  ];
  return {
    operations: writes.map((one) => ({ ...one, duty: DUTY, why: render.why() })),
    kept: [...names.kept, ...valueOf(branches).flatMap(keptBranch)],
    unread: [
      ...unreadOf(leavings),
      ...valueOf(ownIssues).flatMap(({ key, number, unsure }) =>
        isNameless(key) ? [{ what: render.issue(number), why: unsure ?? '' }] : [],
      ),
      ...names.unread,
      ...valueOf(pulls).flatMap(({ number, unread }) =>
        unread === undefined ? [] : [{ what: render.comments(number), why: unread }],
      ),
    ],
  };
}

/** Whether nothing is left to do, and nothing is unknown. */
export function isClean({ operations, unread }: CleanupPlan): boolean {
  return operations.length === 0 && unread.length === 0;
}

/** By our account, and nobody knows any more what we wrote into it. */
function isNameless(key: string): boolean {
  return key.startsWith('?/');
}

function inTurn(issues: readonly OwnIssue[]): OwnIssue[] {
  const open = issues.filter(({ state }) => state === 'open');
  return open.toSorted((a, b) => rank(a) - rank(b) || a.number - b.number);
}

function rank({ key }: OwnIssue): number {
  return Number(key.endsWith('/tracking-issue'));
}

function foldsOn({ number, comments }: LeftPull): Write[] {
  return comments.map((nodeId) => ({ kind: 'minimise-comment', number, nodeId, reason: 'outdated' }));
}

/** Those that go altogether need not be taken off one by one. */
function labelsOn({ number, labels }: LeftPull, gone: ReadonlySet<string>): Write[] {
  return labels
    .filter((name) => !gone.has(name.toLowerCase()))
    .map((label) => ({ kind: 'remove-label', number, label }));
}

interface LabelPlan {
  readonly writes: readonly Write[];
  readonly kept: readonly Left[];
  readonly unread: readonly Left[];
}

function labelPlan(labels: Leavings['labels'], ownIssues: Leavings['ownIssues']): LabelPlan {
  if (!labels.known) return NOTHING;
  // Without our issues nobody can tell which of those that carry a label are ours.
  if (!ownIssues.known)
    return {
      ...NOTHING,
      unread: labels.value.map(({ name }) => ({ what: render.label(name), why: render.issuesUnknown() })),
    };
  const own = new Set(ownIssues.value.map(({ number }) => number));
  const plans = labels.value.map((label) => planLabel(label, own));
  return {
    writes: plans.flatMap(({ writes }) => writes),
    kept: plans.flatMap(({ kept }) => kept),
    unread: plans.flatMap(({ unread }) => unread),
  };
}

const NOTHING: LabelPlan = { writes: [], kept: [], unread: [] };

function planLabel({ name, description, worn }: LeftLabel, own: ReadonlySet<number>): LabelPlan {
  const what = render.label(name);
  if (!worn.known) return { ...NOTHING, unread: [{ what, why: worn.why }] };
  const theirs = worn.value.theirs.filter((number) => !own.has(number));
  const ours = [...worn.value.ours, ...worn.value.theirs.filter((number) => own.has(number))];
  if (theirs.length > 0)
    return {
      ...NOTHING,
      writes: ours.map((number): Write => ({ kind: 'remove-label', number, label: name })),
      kept: [{ what, why: render.usedOn(theirs) }],
    };
  // Words that do not name us may be anybody's: then only what carries it says whose it is.
  if (ours.length === 0 && !description.includes('relcomms'))
    return { ...NOTHING, kept: [{ what, why: render.unclaimed() }] };
  return { ...NOTHING, writes: [{ kind: 'delete-label', name }] };
}

function keptBranch({ name, keptBecause }: LeftBranch): Left[] {
  return keptBecause === undefined ? [] : [{ what: render.branch(name), why: keptBecause }];
}

/** Each thing that could not be looked at, with what depends on it. */
function unreadOf({ ownIssues, pins, labels, milestones, pulls, branches }: Leavings): Left[] {
  const facts: readonly (readonly [string, Known<unknown>])[] = [
    [render.issues(), ownIssues],
    [render.pins(), pins],
    [render.labels(), labels],
    [render.milestones(), milestones],
    [render.pulls(), pulls],
    [render.branches(), branches],
  ];
  return facts.flatMap(([what, fact]) => (fact.known ? [] : [{ what, why: fact.why }]));
}

function valueOf<T>(fact: Known<readonly T[]>): readonly T[] {
  return fact.known ? fact.value : [];
}

function unique(writes: readonly Write[]): Write[] {
  return [...new Map(writes.map((one) => [JSON.stringify(one), one])).values()];
}
