// A case file as it is in this run: its memory, its tests, who has it, and what has to be told of it.
import type { Verdict } from '../judge/judge.ts';
import { type Suspects, suspectsOf } from '../judge/suspects.ts';
import type { Refusal } from '../../../domain/command-comment.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Milestone } from '../../../domain/release.ts';
import type { Watched } from '../watched.ts';
import type { BranchTests } from '../../../domain/test-results.ts';
import { type CaseMemory, readMemory } from './case-memory.ts';
import { hear } from '../answer/hear.ts';
import type { FailingTestsInput } from '../input.ts';
import { caseKey, casePrefix } from './keys.ts';
import { threatened } from '../judge/milestone.ts';
import { type Places, placesOf } from './places.ts';
import { type KnownCase, type Members, isTold, membersOf } from './outage.ts';
import { type Owner, ownerById, ownerFinder } from '../judge/owner.ts';
import { type Turn, firstOf, turnOf } from './turn.ts';

export interface CaseFile {
  readonly key: string;
  /** Absent while it is not opened. */
  readonly issue: OwnIssue | undefined;
  readonly kind: Turn['kind'] | 'new';
  readonly memory: CaseMemory;
  readonly turned?: 'green' | 'red' | undefined;
  readonly owner: Owner;
  readonly members: Members;
  readonly suspects: Suspects;
  readonly places: Places;
  /** The next milestone, while it is red. */
  readonly threatens?: Milestone | undefined;
  /** Somebody has just handed it to its owner. */
  readonly moved?: { readonly by: string; readonly commentId: number } | undefined;
  /** Answers to commands, and their keys. */
  readonly answered: readonly Desired[];
  readonly answers: readonly string[];
  /** Comments on it that were refused. */
  readonly refusals: readonly Refusal[];
}

export interface CaseSetting {
  readonly release: Watched;
  readonly branch: BranchTests;
  readonly tracking: OwnIssue | undefined;
  readonly input: FailingTestsInput;
}

/** All case files of a release, the new ones last; `verdicts` by id. */
export function caseFilesOf(verdicts: ReadonlyMap<string, Verdict>, setting: CaseSetting): CaseFile[] {
  const { release, input } = setting;
  const known = knownCases(setting);
  const red = [...verdicts.values()].filter((verdict) => isTold(verdict, input.config.grace));
  const finder = ownerFinder(release, input);
  const joining = new Map<string, string[]>();
  const fresh = new Map<string, { owner: Owner; red: Verdict[] }>();
  for (const verdict of red) {
    const owner = finder(verdict.subject);
    const key = owner && caseKey(release, owner.id, verdict.since?.commit ?? '');
    const home = homeOf(verdict, key, known);
    if (home !== undefined) joining.set(home.key, [...(joining.get(home.key) ?? []), verdict.subject.id]);
    else if (owner !== undefined && key !== undefined)
      fresh.set(key, { owner, red: [...(fresh.get(key)?.red ?? []), verdict] });
  }
  const going = known.reduce((before: readonly CaseFile[], one) => {
    const refusals = [...(input.refusals ?? []), ...before.flatMap((other) => other.refusals)];
    return [...before, goOn(one, joining.get(one.key) ?? [], refusals, verdicts, setting)];
  }, []);
  return [
    ...going,
    ...[...fresh].map(([key, { owner, red: tests }]) => begin(key, owner, tests, verdicts, setting)),
  ];
}

function knownCases({ release, input }: CaseSetting): KnownCase[] {
  const prefix = casePrefix(release);
  const { ownIssues } = input.observed;
  return ownIssues
    .filter(
      ({ key }, index) => key.startsWith(prefix) && ownIssues.findIndex((one) => one.key === key) === index,
    )
    .map((issue) => ({ key: issue.key, issue, memory: readMemory(issue) }));
}

/** The case file that a test has been in: an open one before a closed one, the newest first. */
function homeOf(
  { subject }: Verdict,
  key: string | undefined,
  known: readonly KnownCase[],
): KnownCase | undefined {
  const having = known.filter(({ memory }) => memory.tests.includes(subject.id));
  const open = having.findLast(({ issue }) => issue.state === 'open');
  return open ?? having.at(-1) ?? known.find((one) => one.key === key);
}

function goOn(
  known: KnownCase,
  joining: readonly string[],
  refusals: readonly Refusal[],
  verdicts: ReadonlyMap<string, Verdict>,
  setting: CaseSetting,
): CaseFile {
  const { release, branch, tracking, input } = setting;
  const { config, now } = input;
  const heard = hear(known.issue, known.memory, refusals, { release, tracking, input });
  const tests = [...new Set([...heard.memory.tests, ...joining])];
  const members = membersOf(tests, verdicts, config.grace);
  const turn = turnOf({ ...known, memory: { ...heard.memory, tests } }, members, config.greenRuns, now);
  return {
    key: known.key,
    issue: known.issue,
    kind: turn.kind,
    memory: turn.memory,
    turned: 'turned' in turn ? turn.turned : undefined,
    owner: ownerById(turn.memory.owner, release, input),
    members,
    suspects: suspectsOf(branch, turn.memory.since, turn.memory.lastGood),
    places: placesOf(tracking, branch),
    threatens: threatened(release, now),
    moved: heard.moved,
    answered: heard.desired,
    answers: heard.answers,
    refusals: heard.refusals.slice(refusals.length),
  };
}

function begin(
  key: string,
  owner: Owner,
  red: readonly Verdict[],
  verdicts: ReadonlyMap<string, Verdict>,
  { release, branch, tracking, input }: CaseSetting,
): CaseFile {
  const { config, now } = input;
  const tests = red.map(({ subject }) => subject.id);
  const first = firstOf(red, { commit: '', at: now });
  return {
    key,
    issue: undefined,
    kind: 'new',
    memory: { owner: owner.id, turn: 1, state: 'red', redAt: now, tests, ...first },
    owner,
    members: membersOf(tests, verdicts, config.grace),
    suspects: suspectsOf(branch, first.since, first.lastGood),
    places: placesOf(tracking, branch),
    threatens: threatened(release, now),
    answered: [],
    answers: [],
    refusals: [],
  };
}
