// The comments that a case file gets: a turn, a new team, or one step of the ladder; each once, and noted in the log.
import { type Day, dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredComment, DesiredEntry } from '../../../domain/desired.ts';
import type { Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { CaseMemory, Rung } from '../case/case-memory.ts';
import type { FailingTestsInput } from '../input.ts';
import { entryOf } from '../case/keys.ts';
import { plainMarkdown } from '../../../text/plain-markdown.ts';
import { canAssign } from './assigned.ts';
import { ladderOf, nextStep, peopleOf } from './ladder.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { closedWords, notices } from './render-notices.ts';
import { render } from './render.ts';

interface Notice {
  /** Parts of the key of its line in the log. */
  readonly name: readonly string[];
  /** Absent: nobody has to act, so the log and the issue itself say it. */
  readonly body?: string;
  /** For the log. */
  readonly text: string;
}

/** What is said on a case file in this run, and what it remembers of that. */
export function noticesFor(
  file: CaseFile,
  setting: NoticeSetting,
): { readonly memory: CaseMemory; readonly desired: readonly Desired[] } {
  const { memory } = file;
  const turned = turnNotice(file, setting);
  if (turned !== undefined) return { memory, desired: say(file, turned, setting) };
  if (file.kind !== 'open' || file.moved !== undefined) return { memory, desired: [] };
  // What is remembered as asked but not in the log could not be sent: that is the step of this run.
  const missed = missedNotice(file, setting);
  if (missed !== undefined) return { memory, desired: say(file, missed, setting) };
  return climb(file, setting);
}

function turnNotice(file: CaseFile, setting: NoticeSetting): Notice | undefined {
  const { isQuiet, input } = setting;
  const { memory, moved } = file;
  const turned = file.turned ?? missedTurn(file, setting);
  const people = file.owner.people.filter((login) => !isQuiet(login));
  if (file.kind === 'close' && turned !== undefined)
    // Closing waits for the comment: both are told of by one line.
    return {
      name: [`closed-${memory.turn}`],
      body: closedWords(file, input.config.greenRuns),
      text: render.closedEntry(file),
    };
  if (turned !== undefined) {
    const said = { name: [`${turned}-${memory.turn}`], text: notices.turnEntry(file, turned) };
    return turned === 'green' ? said : { ...said, body: notices.redAgain(file, people) };
  }
  if (moved === undefined) return undefined;
  return {
    name: ['moved', `to-${moved.commentId}`],
    body: notices.moved(file, moved.by, people),
    text: notices.movedEntry(file, moved.by),
  };
}

/** A turn that is remembered but not in the log could not be told: it is told now. */
function missedTurn(file: CaseFile, setting: NoticeSetting): 'green' | 'red' | undefined {
  const { state, turn } = file.memory;
  if (file.kind !== 'open' && file.kind !== 'close') return undefined;
  // The first red is told by the issue itself.
  if (state === 'red' && turn === 1) return undefined;
  return isSaid(file, [`${state}-${turn}`], setting) ? undefined : state;
}

function climb(file: CaseFile, setting: NoticeSetting): ReturnType<typeof noticesFor> {
  const { memory } = file;
  const { now } = setting.input;
  const { red, fresh } = file.members;
  // Nobody is pinged about tests of which nothing is known at the moment.
  if (red.length + fresh.length === 0) return { memory, desired: [] };
  const step = nextStep(ladderOf(file, setting));
  if (step === undefined) return { memory, desired: [] };
  if (step.kind === 'rung') {
    const rung = { name: step.rung, at: now };
    // Who follows the issue need not hear that somebody else was asked.
    if (canAssign(step.people, file, setting))
      return { memory: { ...memory, rung: { ...rung, assigned: true } }, desired: [] };
    const desired = say(file, rungNotice(file, step.rung, step.people), setting);
    return { memory: { ...memory, rung }, desired };
  }
  const eta = memory.eta && { ...memory.eta, asked: now };
  return {
    memory: { ...memory, eta },
    desired: say(file, etaNotice(file, memory.eta?.day, step.people), setting),
  };
}

function missedNotice(file: CaseFile, setting: NoticeSetting): Notice | undefined {
  const { rung, eta } = file.memory;
  if (file.memory.state !== 'red') return undefined;
  const asked =
    eta?.asked === undefined
      ? []
      : [
          etaNotice(
            file,
            eta.day,
            [eta.by].filter((login) => !setting.isQuiet(login)),
          ),
        ];
  const climbed =
    rung === undefined || rung.assigned === true
      ? []
      : [rungNotice(file, rung.name, peopleOf(rung.name, ladderOf(file, setting)))];
  return [...asked, ...climbed].find(({ name }) => !isSaid(file, name, setting));
}

function rungNotice(file: CaseFile, rung: Rung, people: readonly string[]): Notice {
  const { turn, owner } = file.memory;
  return {
    name: ['ladder', String(turn), owner, rung],
    body: notices.rung(file, rung, people),
    text: notices.rungEntry(file, rung),
  };
}

function etaNotice(file: CaseFile, day: Day | undefined, people: readonly string[]): Notice {
  return {
    name: ['eta', String(file.memory.turn), day ?? ''],
    body: notices.etaPassed(file, people),
    text: notices.etaEntry(file),
  };
}

function isSaid(file: CaseFile, name: readonly string[], { tracking }: NoticeSetting): boolean {
  const key = entryOf(file.key, ...name);
  return tracking?.ledger?.entries.some((entry) => entry.key === key) === true;
}

function say(file: CaseFile, notice: Notice, setting: NoticeSetting): Desired[] {
  if (isSaid(file, notice.name, setting)) return [];
  const { release, input } = setting;
  const key = entryOf(file.key, ...notice.name);
  const { body } = notice;
  const comment: DesiredComment[] =
    body === undefined
      ? []
      : [{ kind: 'comment', issue: file.key, key, entry: key, body, why: plainMarkdown(notice.text) }];
  return [...comment, logLine(file, notice.name, notice.text, release, input)];
}

/** A line in the log of the tracking issue. */
export function logLine(
  file: CaseFile,
  name: readonly string[],
  text: string,
  release: Release,
  { now }: Pick<FailingTestsInput, 'now'>,
): DesiredEntry {
  const day = dayAt(now, release.timezone);
  return {
    kind: 'entry',
    issue: trackingKey(release),
    key: entryOf(file.key, ...name),
    day,
    text,
    why: notices.why(),
  };
}
