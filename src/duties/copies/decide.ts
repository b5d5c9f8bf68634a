// What a release needs for its copies: what is remembered, the rows of the report, and pull requests.
import type { CopiedRelease } from '../../copies/copied-release.ts';
import { copyKey } from '../../domain/copies.ts';
import { dayAt } from '../../domain/day.ts';
import type { Desired, Skip } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import type { Standing } from '../../domain/standing.ts';
import { type CopiesMemory, copiesMemoryLine, readCopiesMemory } from '../../memory/copies-memory.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { BRANCH_FOLDER } from '../../text/own-branch.ts';
import { branchWord } from '../branch-word.ts';
import type { DutyAnswer } from '../duty.ts';
import type { CopiesConfig } from './config.ts';
import { copiedRelease } from './former-days.ts';
import type { CopiesInput } from './input.ts';
import { type Judged, changeName, judge } from './judge.ts';
import { lacksOf } from './lacks.ts';
import { render } from './render.ts';

const BLOCK = 'copies';

type CopyFile = CopiesConfig['files'][number];

interface Known {
  readonly file: CopyFile;
  readonly memory?: Judged['memory'] | undefined;
  readonly content?: Judged['content'];
  readonly isNew: boolean;
  readonly why?: string | undefined;
}

/** `schedule` is the name of its days as they are now. */
export function decideRelease(release: Release, schedule: string, input: CopiesInput): DutyAnswer {
  const tracking = trackingOf(release, input);
  const before = tracking && readCopiesMemory(tracking.ownBody ?? tracking.body);
  const all = input.config.files.map((file) => knownOf(file, release, before, input));
  const pulls = tracking === undefined ? [] : all.flatMap((one) => pullOf(one, release, tracking, input));
  const memory = memoryOf(all, before, { day: dayAt(input.now, release.timezone), schedule }, pulls);
  return {
    desired: [
      {
        kind: 'section',
        issue: trackingKey(release),
        name: BLOCK,
        text: memory === undefined ? '' : copiesMemoryLine(memory),
        why: render.whyMemory(),
      },
      ...pulls.flatMap(({ desired }) => desired),
    ],
    skips: all.flatMap(({ file, why }): Skip[] => {
      return why === undefined ? [] : [{ duty: 'copies', what: render.place(file), why }];
    }),
    standing: all.flatMap((one) => standingOf(one, release)),
    lacks:
      tracking === undefined
        ? []
        : all.flatMap(({ file, memory: one }) => lacksOf(file, one, release.version)),
  };
}

function trackingOf(release: Release, { observed }: CopiesInput): OwnIssue | undefined {
  return observed.ownIssues.find(({ key }) => key === trackingKey(release));
}

function knownOf(
  file: CopyFile,
  release: Release,
  before: CopiesMemory | undefined,
  input: CopiesInput,
): Known {
  const key = copyKey(file);
  const issue = trackingKey(release);
  const read = input.observed.copies.find((one) => one.issue === issue && copyKey(one) === key);
  if (read === undefined) return { file, isNew: false, memory: before?.files.find((one) => one.key === key) };
  const others = input.releases.filter(({ version }) => version !== release.version);
  const known = (one: Release): CopiedRelease => copiedRelease(one, trackingOf(one, input));
  const judged = judge(file, read, { release: known(release), others: others.map(known) });
  return { file, isNew: true, ...judged, why: 'unread' in read ? read.why : undefined };
}

interface WantedPull {
  readonly key: string;
  readonly entry: string;
  readonly desired: readonly Desired[];
}

/** Once for each content: the log says that it was proposed. */
function pullOf(
  { file, memory, content }: Known,
  release: Release,
  tracking: OwnIssue,
  { now }: CopiesInput,
): WantedPull[] {
  if (!file.propose || memory === undefined || content === undefined) return [];
  const { key, wrong } = memory;
  const name = changeName(key, content);
  const entry = `${release.version}/copy/${name}`;
  if (tracking.ledger?.entries.some((one) => one.key === entry) === true)
    return [{ key, entry, desired: [] }];
  return [
    {
      key,
      entry,
      desired: [
        {
          kind: 'pull',
          branch: `${BRANCH_FOLDER}copy-${branchWord(release.version)}-${name}`,
          title: render.title(release, file),
          body: render.body(release, file, wrong, tracking.number),
          path: file.path,
          content,
          base: file.branch,
          entry,
          unasked: true,
          why: render.whyPull(),
        },
        {
          kind: 'entry',
          issue: trackingKey(release),
          key: entry,
          day: dayAt(now, release.timezone),
          text: render.proposed(file),
          why: render.whyEntry(),
        },
      ],
    },
  ];
}

/** As it was, where nothing was read. */
function memoryOf(
  all: readonly Known[],
  before: CopiesMemory | undefined,
  { day, schedule }: Pick<CopiesMemory, 'day' | 'schedule'>,
  pulls: readonly WantedPull[],
): CopiesMemory | undefined {
  if (!all.some(({ isNew }) => isNew)) return before;
  const files = all.flatMap(({ memory }) => {
    if (memory === undefined) return [];
    const entry = pulls.find(({ key }) => key === memory.key)?.entry ?? memory.entry;
    return [entry === undefined ? memory : { ...memory, entry }];
  });
  return { day, schedule, files };
}

function standingOf({ file, memory }: Known, { version, milestones }: Release): Standing[] {
  return (memory?.wrong ?? []).flatMap((wrong): Standing[] => {
    const milestone = milestones.find(({ id }) => id === wrong.milestone);
    if (milestone === undefined || milestone.day === wrong.says) return [];
    return [
      {
        release: version,
        kind: 'copy',
        key: `copy/${copyKey(file)}/${wrong.line}/${wrong.milestone}`,
        severity: 'amber',
        milestone: wrong.milestone,
        text: render.wrong(file, wrong, milestone),
        owner: render.owner(),
      },
    ];
  });
}
