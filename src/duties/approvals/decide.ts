// Decides all pull requests of a look together: what each waits for, who is mentioned now, and what should stand there.
import type { Desired, Skip } from '../../domain/desired.ts';
import { hasSections } from '../../domain/release.ts';
import type { Standing } from '../../domain/standing.ts';
import { wishesFor } from './say/comments.ts';
import { sectionFor } from './say/digest.ts';
import type { Owners } from './judge/groups.ts';
import { type KnownOwners, knownOwners } from './judge/known-owners.ts';
import type { ApprovalsInput } from './input.ts';
import { answerCommands, asMuted } from './answer/pull-commands.ts';
import { dueOffHours } from './remind/due.ts';
import { memoryOf } from './remind/memory.ts';
import { type Reminder, reminders } from './remind/reminders.ts';
import { render } from './say/render.ts';
import type { Lack } from '../../domain/standing.ts';
import { unknownLabels, unreadTeams, unsurePicks } from './lacks.ts';
import { standingOf } from './say/standing.ts';
import { type Judged, judge } from './judge/verdict.ts';
import { waitsOf } from './remind/waits.ts';
import type { Known } from '../../domain/known.ts';

/** What the approvals wish for. */
export type DesiredForPulls = Extract<
  Desired,
  { readonly kind: 'label' | 'pull-comment' | 'pull-label' | 'section' }
>;

export const DUTY = 'approvals';

export interface Decision {
  /** By number of the pull request. */
  readonly judged: readonly Judged[];
  /** By number of the pull request; absent where nobody is due. */
  readonly reminders: ReadonlyMap<number, Reminder>;
  /** By base branch. */
  readonly owners: ReadonlyMap<string, Known<KnownOwners>>;
}

export interface Approvals extends Decision {
  readonly desired: readonly Desired[];
  readonly skips: readonly Skip[];
  readonly standing: readonly Standing[];
  readonly lacks: readonly Lack[];
}

/** What is so, without what should be: the explanation needs no more. */
export function decide(input: ApprovalsInput): Decision {
  const owners = ownersByBranch(input);
  const judged = input.observed.pulls
    .toSorted((a, b) => a.number - b.number)
    .map((pull) => asMuted(pull, input))
    .map((pull) => judge(pull, ofBranch(owners.get(pull.base)), input));
  return { judged, reminders: input.isNarrow === true ? new Map() : reminders(judged, input), owners };
}

function ofBranch(found: Known<KnownOwners> | undefined): Known<Owners> {
  if (found === undefined)
    return { known: false, why: 'the code owners of its base branch were not looked at' };
  return found.known ? { known: true, value: found.value.owners } : found;
}

/** Everything that should stand on pull requests and in tracking issues. */
export function approvals(input: ApprovalsInput): Approvals {
  const decision = decide(input);
  const { judged } = decision;
  const waits = waitsOf(judged);
  const wishes = judged.flatMap((one) =>
    wishesFor(one, decision.reminders.get(one.pull.number), waits, input),
  );
  const answered = judged.flatMap((one) =>
    answerCommands(one, decision.reminders.get(one.pull.number), input),
  );
  const needsLabel = wishes.some((wish) => wish.kind === 'pull-label' && wish.present);
  const sections = input.releases
    .filter((release) => hasSections(release, input.now))
    .map((release) => sectionFor(release, judged, input));
  return {
    ...decision,
    desired: [...(needsLabel ? [labelFor(input)] : []), ...wishes, ...sections, ...answered],
    skips: [
      ...unreadParts(input),
      ...skipsForOwners(decision.owners),
      ...judged.flatMap((one) => skipsFor(one, decision.reminders.get(one.pull.number))),
      ...offHours(judged, input),
    ],
    standing: standingOf(judged, input),
    lacks: [...unknownLabels(input), ...unreadTeams(input), ...unsurePicks(input)],
  };
}

/** Each file is read once, not once for every pull request. */
function ownersByBranch({ observed }: ApprovalsInput): Map<string, Known<KnownOwners>> {
  return new Map(
    observed.branchOwners.map(({ branch, file, unknownOwners }): [string, Known<KnownOwners>] => {
      if (!file.known) return [branch, file];
      const read = knownOwners({ file: file.value, unknownOwners }, observed.fixes.repository);
      return [branch, { known: true, value: read }];
    }),
  );
}

/** What GitHub refused beside the pull requests themselves. */
function unreadParts({ observed: { branchOwners, fixes } }: ApprovalsInput): Skip[] {
  const ofFixes = fixes.unread === undefined ? [] : [{ what: render.fixes(), why: fixes.unread }];
  const ofBranches = branchOwners.flatMap(({ branch, unread }) =>
    unread === undefined ? [] : [{ what: render.rules(branch), why: unread }],
  );
  return [...ofFixes, ...ofBranches].map((part) => ({ duty: DUTY, ...part }));
}

/** Each once, however many branches have the same file. */
function skipsForOwners(owners: Decision['owners']): Skip[] {
  const left = [...owners.values()].flatMap((one) => (one.known ? one.value.left : []));
  const skips = left.map((one): readonly [string, Skip] => [
    `${one.path} ${one.line} ${one.name}`,
    { duty: DUTY, what: render.ownerLine(one), why: render.ownerLeft(one) },
  ]);
  return [...new Map(skips).values()];
}

function labelFor({ config }: ApprovalsInput): DesiredForPulls {
  return {
    kind: 'label',
    name: config.label,
    color: 'fbca04',
    description: render.labelDescription(),
    why: render.whyLabelMissing(),
  };
}

/** Runs come by at other hours than people work: what waits for theirs is named. */
function offHours(judged: readonly Judged[], input: ApprovalsInput): Skip[] {
  const memory = memoryOf(input.observed.pulls);
  return judged.flatMap((one) => {
    const waiting = dueOffHours(one, memory, input);
    if (waiting.length === 0) return [];
    return [{ duty: DUTY, what: render.pull(one.pull.number), why: render.offHours(waiting) }];
  });
}

function skipsFor({ pull, verdict }: Judged, reminder: Reminder | undefined): Skip[] {
  const what = render.pull(pull.number);
  const held = reminder?.held.map(({ name }) => name) ?? [];
  return [
    ...(verdict.kind === 'unknown' ? [{ duty: DUTY, what, why: render.unknown(verdict.why) }] : []),
    ...(held.length > 0 ? [{ duty: DUTY, what, why: render.held(held) }] : []),
  ];
}
