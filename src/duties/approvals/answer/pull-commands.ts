// Answers the commands that people write on pull requests: why, mute and unmute.
import { type Setting, carryOutComment } from '../../../commands/carry-out.ts';
import { type Said, effectsOf } from '../../../commands/effects-of.ts';
import { formatInstant } from '../../../domain/day.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { Pull, PullCommand } from '../../../domain/pull.ts';
import type { Release } from '../../../domain/release.ts';
import { keyOf } from '../../../text/marker.ts';
import { PULL_PLACE } from '../../pull-place.ts';
import { type PullAt, quietCommands } from './commands.ts';
import { explain } from './explain.ts';
import { QUIET_LABEL } from '../../quiet-label.ts';
import type { ApprovalsInput } from '../input.ts';
import { includesName, sameName } from '../../../people/names.ts';
import type { Reminder } from '../remind/reminders.ts';
import { answers } from './render-answers.ts';
import { renderExplanation } from './render-explain.ts';
import type { Judged } from '../judge/verdict.ts';
import { NO_COMMANDS } from '../../../commands/book.ts';

/** The pull request as it is once its newest `mute` or `unmute` has been carried out. */
export function asMuted(pull: Pull, input: ApprovalsInput): Pull {
  const said = mutesOn(pull, input).at(-1)?.effect;
  if (said === undefined || said === includesName(pull.labels, QUIET_LABEL)) return pull;
  const labels = said
    ? [...pull.labels, QUIET_LABEL]
    : pull.labels.filter((name) => !sameName(name, QUIET_LABEL));
  return { ...pull, labels };
}

/** Reactions, replies, and the label that mutes. */
export function answerCommands(
  judged: Judged,
  reminder: Reminder | undefined,
  input: ApprovalsInput,
): Desired[] {
  const { pull } = judged;
  const release = judged.release ?? input.releases.at(-1);
  if (release === undefined) return [];
  const last = mutesOn(pull, input).at(-1);
  return [
    ...(last === undefined ? [] : quietLabel(pull, last.effect, answerKey(last.by, pull, release))),
    ...answersTo(judged, reminder, release, input),
  ];
}

/** One answer for each person, written anew when they ask again: so that asking mails nobody twice. */
function answerKey(author: string, { number, comments }: Pull, { version }: Release): string {
  const key = keyOf(version, 'approval', String(number), 'why', author.toLowerCase());
  const own = comments.known ? comments.value.filter((one) => `${one.key}/`.startsWith(`${key}/`)) : [];
  // Those that people folded away stay so.
  const folded = own.filter(({ minimised }) => minimised).length;
  return folded === 0 ? key : `${key}/${folded + 1}`;
}

function quietLabel({ number }: Pull, present: boolean, entry: string): Desired[] {
  const why = answers.whyQuiet(present);
  const label: Desired = {
    kind: 'label',
    name: QUIET_LABEL,
    color: 'ededed',
    description: answers.quietLabel(),
    why,
  };
  return [
    ...(present ? [label] : []),
    { kind: 'pull-label', pull: number, name: QUIET_LABEL, present, entry, why },
  ];
}

/** One comment for each person who gets words, and a reaction to each of their comments. */
function answersTo(
  judged: Judged,
  reminder: Reminder | undefined,
  release: Release,
  input: ApprovalsInput,
): Desired[] {
  const { pull } = judged;
  const all = pull.commands.map((command) => ({
    command,
    key: answerKey(command.author, pull, release),
    why: answers.asked(command.author),
    given: answersIn(command, judged, reminder, release, input),
  }));
  // What is asked twice is told once: a comment has an end.
  const comments = [...new Map(all.map((one) => [one.key, one])).values()].flatMap(({ key, why }) => {
    const given = all.filter((one) => one.key === key).flatMap((one) => one.given);
    const replies = [...new Set(given.flatMap(({ reply }) => reply ?? []))];
    const body = replies.join('\n\n');
    return body === '' ? [] : [{ kind: 'pull-comment' as const, pull: pull.number, key, body, why }];
  });
  const reactions = all.map(({ command, key, why, given }) => ({
    kind: 'reaction' as const,
    commentId: command.commentId,
    content: given.every(({ good }) => good) ? ('+1' as const) : ('confused' as const),
    entry: key,
    why,
  }));
  return [...comments, ...reactions];
}

/** Who may not is answered by the reaction alone: pull requests are public places. */
function answersIn(
  command: PullCommand,
  judged: Judged,
  reminder: Reminder | undefined,
  release: Release,
  input: ApprovalsInput,
) {
  const explanation = () => renderExplanation(explain(judged, reminder, input), lookedAt(release, input));
  const at: PullAt = { explanation, pull: judged.pull };
  const { answers: given } = carryOutComment(command, at, pullSetting(judged.pull, input));
  return given.map(({ good, refused, reply }) => ({ good, reply: refused === true ? undefined : reply }));
}

/** The answer is written anew when somebody asks again, so it says of when it is. */
function lookedAt({ timezone }: Release, { now }: ApprovalsInput): string {
  return `${formatInstant(now, timezone, 'ddd D MMM YYYY HH:mm')} ${timezone}`;
}

/** What was said of muting it, or of taking that back. */
function mutesOn(pull: Pull, input: ApprovalsInput): Said<boolean>[] {
  return effectsOf(quietCommands, pull.commands, pullSetting(pull, input));
}

/** The team of any release has the right to the commands, and so has whoever opened the pull request. */
function pullSetting<A>(pull: Pull, input: ApprovalsInput): Setting<A> {
  const { releases, commands: book = NO_COMMANDS } = input;
  return {
    book,
    place: PULL_PLACE.name,
    releases,
    own: pull.author.login,
    scene: ({ config }, at) => ({ context: { ...input, config }, issues: input.observed.ownIssues, at }),
  };
}
