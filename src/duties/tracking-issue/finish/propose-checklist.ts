// Turns what a cycle hands over into a pull request on the checklist: people decide, relcomms writes.
import { BRANCH_FOLDER } from '../../../text/own-branch.ts';
import { isError } from '../../../domain/problem.ts';
import { isDeepStrictEqual } from 'node:util';
import { spliceTasks, tasksYaml, writtenTaskIds } from '../../../config/splice-tasks.ts';
import { dayAt } from '../../../domain/day.ts';
import type { DesiredPull } from '../../../domain/desired.ts';
import type { Release } from '../../../domain/release.ts';
import type { ReleaseSpec, ScheduleSpec } from '../../../domain/spec.ts';
import type { TaskEdit } from '../../../domain/task-edit.ts';
import { buildReleases } from '../../../schedule/build-release.ts';
import { asWritten } from '../../../schedule/spec-of-release.ts';
import type { DutyContext } from '../../duty.ts';
import { branchWord } from '../../branch-word.ts';
import type { TrackingIssueConfig } from '../config.ts';
import type { HandOver } from './hand-over.ts';
import { type NextChecklist, nextChecklist } from './next-checklist.ts';
import { renderProposal, renderProposalTitle } from './render-proposal.ts';
import { render } from '../render.ts';
import type { Concerned, Proposal } from './proposal.ts';

export interface ProposalInput {
  readonly release: Release;
  readonly context: DutyContext<TrackingIssueConfig>;
  readonly given: HandOver;
  /** Number of the tracking issue, which the pull request points to. */
  readonly tracking: number;
  /** Key of the ledger entry that is withheld when it can't be opened. */
  readonly entry: string;
}

export function proposeChecklist(input: ProposalInput): Proposal {
  const { source } = input.context;
  const written = source.spec.releases.find(({ version }) => version === input.release.version);
  const { tasks } = asWritten(source.spec, written ?? {});
  const next = nextChecklist(input.release, input.given, tasks, writtenTaskIds(source.text));
  const edits = [...next.adds, ...next.drops].map(({ edit }): TaskEdit => edit);
  if (edits.length === 0) return { kind: 'nothing' };
  const yaml = tasksYaml(edits);
  // The tasks at the top are those of every kind; which of them a kind should have, people know.
  if (written?.plan !== undefined) return { kind: 'by-hand', why: render.ofKind(written.kind), yaml };
  const spliced = spliceTasks(source.text, edits);
  if ('problem' in spliced) return { kind: 'by-hand', why: spliced.problem.message, yaml };
  const read = source.reread(spliced.text);
  if ('problems' in read) return { kind: 'by-hand', why: render.unusable(read.problems.find(isError)), yaml };
  if (!saysOnly(source.spec, read.config.schedule, edits))
    return { kind: 'by-hand', why: render.saysMore(), yaml };
  return { kind: 'pull', pull: pullOf(input, next, spliced.text, read.config.schedule), yaml };
}

/** Whether the new config is the old one with exactly these tasks more and less, be it that kinds get them, too. */
function saysOnly(oldSpec: ScheduleSpec, newSpec: ScheduleSpec, edits: readonly TaskEdit[]): boolean {
  const [before, after] = [withoutEdited(oldSpec, edits), withoutEdited(newSpec, edits)];
  const kept = before.tasks.filter(
    ({ id }) => !edits.some((edit) => edit.kind === 'remove' && edit.id === id),
  );
  const fresh = after.tasks.slice(kept.length).map(({ id, title, due }) => ({ id, title, due }));
  const wanted = edits.flatMap((edit) =>
    edit.kind === 'add'
      ? [{ id: edit.id, title: edit.title, due: { kind: 'week', week: edit.week } as const }]
      : [],
  );
  return (
    isDeepStrictEqual({ ...after, tasks: after.tasks.slice(0, kept.length) }, { ...before, tasks: kept }) &&
    isDeepStrictEqual(fresh, wanted)
  );
}

/** Without these tasks in the plans of releases. */
function withoutEdited(spec: ScheduleSpec, edits: readonly TaskEdit[]): ScheduleSpec {
  const ids = new Set(edits.map(({ id }) => id));
  const releases = spec.releases.map((release): ReleaseSpec => {
    const { plan } = release;
    return plan === undefined
      ? release
      : { ...release, plan: { ...plan, tasks: plan.tasks.filter(({ id }) => !ids.has(id)) } };
  });
  return { ...spec, releases };
}

function pullOf(input: ProposalInput, next: NextChecklist, content: string, spec: ScheduleSpec): DesiredPull {
  const { release, context, tracking, entry } = input;
  return {
    kind: 'pull',
    branch: `${BRANCH_FOLDER}hand-over-${branchWord(release.version)}`,
    title: renderProposalTitle(release),
    body: renderProposal(release, next, concerned(input, next, spec), tracking),
    path: context.source.path,
    content,
    entry,
    unasked: true,
    why: render.whyProposal(),
  };
}

/** All releases of a file share its checklist: those whose cycle runs get the new tasks when it is merged. */
function concerned(
  { release, context }: ProposalInput,
  { adds }: NextChecklist,
  spec: ScheduleSpec,
): Concerned[] {
  const fresh = new Set(adds.map(({ edit }) => edit.id));
  return buildReleases(spec).releases.flatMap((other) => {
    const today = dayAt(context.now, other.timezone);
    if (other.version === release.version || today < other.start || today > other.end) return [];
    const overdue = other.tasks.filter(({ id, due }) => fresh.has(id) && due < today).length;
    return [{ release: other, overdue }];
  });
}
