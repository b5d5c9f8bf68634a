// Explains one pull request from what a run has seen: the rules, the people, and the time of the next reminder.
import type { Instant } from '../domain/day.ts';
import type { ApprovalsConfig } from '../duties/approvals/config.ts';
import { decide } from '../duties/approvals/decide.ts';
import { explain } from '../duties/approvals/answer/explain.ts';
import { bookOf } from '../duties/book-of.ts';
import type { Reason } from '../duties/approvals/judge/reason.ts';
import { printExplanation } from '../duties/approvals/answer/render-explain.ts';
import { quietOf } from '../people/quiet.ts';
import { type Run, dutyRun } from '../run/reconcile.ts';

export interface Explained {
  readonly pull: number;
  readonly reasons: readonly Reason[];
  /** The same for a terminal. */
  readonly text: string;
}

/** Or in words why nothing can be said. */
export function explainPull(
  run: Extract<Run, { plan: unknown }>,
  number: number,
  now: Instant,
): Explained | { readonly why: string } {
  const config = run.config.sections['approvals'] as ApprovalsConfig | undefined;
  if (config === undefined)
    return { why: 'The config has no section "approvals", so relcomms says nothing on pull requests.' };
  const { pulls, openPulls, fixes, branchOwners, teamMembers, ownIssues, commands, labels } = run.observation;
  if (!pulls.known) return unread(pulls.why);
  if (!openPulls.known) return unread(openPulls.why);
  if (!fixes.known) return unread(fixes.why);
  if (!branchOwners.known) return unread(branchOwners.why);
  if (!teamMembers.known) return unread(teamMembers.why);
  if (!ownIssues.known) return unread(ownIssues.why);
  const { duties, sections, ...shared } = dutyRun(run, { now });
  const book = bookOf({ duties, sections });
  const quiet = quietOf({
    ...shared,
    book,
    clock: { now, zone: shared.source.spec.timezone },
    issues: ownIssues,
    commands: commands.known ? commands.value : [],
  });
  const observed = {
    pulls: pulls.value,
    openPulls: openPulls.value,
    fixes: fixes.value,
    branchOwners: branchOwners.value,
    teamMembers: teamMembers.value,
    ownIssues: ownIssues.value,
    // What is said of one pull request does not hang on them.
    labels: labels.known ? labels.value : [],
  };
  const input = { ...shared, ...quiet, commands: book, config, observed };
  const decision = decide(input);
  const judged = decision.judged.find(({ pull }) => pull.number === number);
  if (judged === undefined)
    return {
      why: `There is no open pull request #${number}, and it is none of the 50 that were closed last.`,
    };
  const reasons = explain(judged, decision.reminders.get(number), input);
  return { pull: number, reasons, text: printExplanation(reasons) };
}

function unread(why: string): { readonly why: string } {
  return { why: `The pull requests could not be read: ${why}` };
}
