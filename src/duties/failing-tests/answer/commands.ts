// Carries out the commands on case files: what they change of the memory, and how each comment is answered.
import { parseCommand } from '../../../commands/parse.ts';
import { type Giver, may } from '../../../commands/may.ts';
import { dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredReaction } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { MOST_COMMANDS } from '../../../text/command-lines.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { type Answer, type CommandSetting, carryOut, told } from './carry-out.ts';
import type { CaseMemory } from '../case/case-memory.ts';
import type { FailingTestsInput } from '../input.ts';
import { commandEntry } from '../case/keys.ts';
import { type Owner, ownerById } from '../judge/owner.ts';
import { answers, renderReplies } from './render-answers.ts';
import type { CommandComment } from '../../../domain/command-comment.ts';

export interface Heard {
  readonly memory: CaseMemory;
  readonly desired: readonly Desired[];
  /** Keys of the answers: they wait until the memory is written. */
  readonly answers: readonly string[];
  /** The team that it was handed to, by whom, and the comment that did it. */
  readonly moved?: { readonly by: string; readonly commentId: number } | undefined;
}

/** Goes through the comments on one case file in order; later ones win. */
export function hear(
  issue: OwnIssue,
  memory: CaseMemory,
  release: Release,
  tracking: OwnIssue | undefined,
  input: FailingTestsInput,
): Heard {
  const own = input.observed.commands.filter(
    (comment) => comment.issue === issue.key && comment.number === issue.number,
  );
  const refusedNow = new Set<string>();
  return own.reduce(
    (before: Heard, comment): Heard => {
      const setting: CommandSetting = {
        release,
        input,
        owner: ownerById(before.memory.owner, release, input),
      };
      const { memory: after, given } = lines(comment, before.memory, setting, issue.state === 'closed');
      const { desired, key } = answerTo({ comment, given, release, tracking, refusedNow, input });
      const handed = after.owner !== before.memory.owner;
      const heard = given.some(({ good }) => good) && after !== before.memory;
      return {
        memory: heard ? { ...after, heardAt: input.now } : after,
        desired: [...before.desired, ...desired],
        answers: [...before.answers, key],
        moved: handed ? { by: comment.author, commentId: comment.commentId } : before.moved,
      };
    },
    { memory, desired: [], answers: [] },
  );
}

type Given = Answer & { readonly line: string };

function lines(comment: CommandComment, memory: CaseMemory, setting: CommandSetting, closed: boolean) {
  const given: Given[] = [];
  let after = memory;
  for (const [index, line] of comment.lines.entries()) {
    const answer =
      index < MOST_COMMANDS
        ? carryOutLine(line, comment, after, setting, closed)
        : told(answers.tooMany(MOST_COMMANDS));
    after = answer.memory ?? after;
    given.push({ ...answer, line });
  }
  return { memory: after, given };
}

function carryOutLine(
  line: string,
  comment: CommandComment,
  memory: CaseMemory,
  setting: CommandSetting,
  closed: boolean,
): Answer {
  const giver: Giver = { login: comment.author, permission: comment.permission, teams: comment.teams };
  const right = may('owner', giver, setting.release, undefined, ownersOf(setting.owner));
  if (!right && !may('team', giver, setting.release))
    return { good: false, refused: true, words: 'refused, no right to it', reply: answers.refused(giver) };
  const parsed = parseCommand(line);
  if (parsed.kind === 'mistake') return told(parsed.message);
  const { row, words, because } = parsed;
  if (row.about !== 'case') return told(answers.notHere(row.name));
  if (!right)
    return { good: false, refused: true, words: 'refused, no right to it', reply: answers.refused(giver) };
  if (closed) return told(answers.closed());
  return carryOut({ name: row.name, words, because }, comment, memory, setting);
}

function ownersOf({ team, people, lead }: Owner) {
  return { teams: team === undefined ? [] : [team], people: lead === undefined ? people : [...people, lead] };
}

interface Answered {
  readonly comment: CommandComment;
  readonly given: readonly Given[];
  readonly release: Release;
  readonly tracking: OwnIssue | undefined;
  /** People who were told in this run that they may not. */
  readonly refusedNow: Set<string>;
  readonly input: FailingTestsInput;
}

/** Refusals of one person that the log lists; more of them only get their 😕. */
const MOST_REFUSALS = 5;

function answerTo({ comment, given, release, tracking, refusedNow, input }: Answered) {
  const { author, commentId, issue } = comment;
  const refused = given.every((one) => one.refused === true);
  const key = commandEntry(release, ...(refused ? ['refused', author] : ['command']), String(commentId));
  const before = refused ? refusalsOf(author, release, tracking) + (refusedNow.has(author) ? 1 : 0) : 0;
  if (refused) refusedNow.add(author);
  const why = `${author} asked for it`;
  const replies = given.flatMap(({ line, reply }) => (reply === undefined ? [] : [{ line, reply }]));
  const silent = replies.length === 0 || before > 0;
  const reaction: DesiredReaction = {
    kind: 'reaction',
    commentId,
    content: given.every(({ good }) => good) ? '+1' : 'confused',
    entry: key,
    why,
  };
  const text = given.map(({ line, words }) => answers.entry(author, line, words)).join('; ');
  const day = dayAt(input.now, release.timezone);
  const desired: Desired[] = [
    ...(silent
      ? []
      : [
          {
            kind: 'comment' as const,
            issue,
            key: `${key}/reply`,
            entry: key,
            body: renderReplies(author, replies),
            why,
          },
        ]),
    reaction,
    ...(before >= MOST_REFUSALS
      ? []
      : [{ kind: 'entry' as const, issue: trackingKey(release), key, day, text, why }]),
  ];
  return { desired, key };
}

function refusalsOf(author: string, release: Release, tracking: OwnIssue | undefined): number {
  const prefix = `${commandEntry(release, 'refused', author)}/`;
  return tracking?.ledger?.entries.filter(({ key }) => key.startsWith(prefix)).length ?? 0;
}
