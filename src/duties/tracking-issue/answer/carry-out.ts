// Carries out one command: checks the right, then says what it changes and how it is answered.
import { type Giver, may } from '../../../commands/may.ts';
import { announcedText } from '../../../commands/message-commands.ts';
import { parseCommand } from '../../../commands/parse.ts';
import { teamsOf } from '../../../commands/teams-of.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { type Answer, type Command, type CommandInput, type Effects, refused, told } from './answer.ts';
import { proposeSlip } from './propose-slip.ts';
import { answer, renderHelp, renderMuted } from './render-command.ts';
import { entryKey } from '../stage.ts';
import { aboutTask } from './task-command.ts';
import type { CommandComment } from '../../../domain/command-comment.ts';

export function carryOut(
  line: string,
  comment: CommandComment,
  input: CommandInput,
  effects: Effects,
): Answer {
  const giver: Giver = { login: comment.author, permission: comment.permission, teams: comment.teams };
  const { release } = input;
  const parsed = parseCommand(line);
  if (parsed.kind === 'mistake')
    return may('team', giver, release)
      ? told(parsed.message)
      : { good: false, refused: true, words: 'not understood' };
  const { row, words, because } = parsed;
  const command: Command = { words, because, giver, comment, input, effects };
  if (row.about === 'task') return aboutTask(row.name, row.right, command);
  if (row.name === 'seen') return seen(command);
  if (!may(row.right, giver, release)) return refused(row.right, giver);
  if (row.about === 'pull') return told(answer.onPulls(row.name));
  if (row.about === 'case') return told(answer.onCases(row.name));
  switch (row.name) {
    case 'help':
      return { good: true, words: 'answered', reply: renderHelp() };
    case 'status':
      return { good: true, words: 'answered', reply: input.status(doneNow(command)) };
    case 'audit':
      return { good: true, words: 'answered', reply: input.audit(doneNow(command)) };
    case 'slip':
      return proposed(command);
    case 'announce':
      return announced(line, command);
    case 'approve':
      return approved(command);
    case 'mute':
    case 'unmute':
      return mute(row.name === 'mute', command);
  }
}

/** The messages are sent by the duty that sends all; their failure turns the answer. */
function announced(line: string, { input }: Command): Answer {
  if (announcedText(line) === '') return told(answer.nothingToAnnounce());
  if (!input.announces) return told(answer.nobodyToTell());
  return { good: true, words: 'announced', risk: answer.notAnnounced() };
}

/** What it means is noted by the duty that asked. */
function seen({ giver, input }: Command): Answer {
  const { release, context, asksTeams } = input;
  const teams = Object.values(context.teams);
  const owner = { teams: teams.map(({ github }) => github), people: teams.flatMap(({ lead }) => lead ?? []) };
  if (!may('member', giver, release, undefined, owner)) return refused('member', giver);
  if (!asksTeams) return told(answer.nothingAsked());
  const own = teamsOf(giver, context.teams);
  if (own.length === 0) return told(answer.noTeam());
  return { good: true, words: 'seen' };
}

/** A message whose preview stands here. */
function approved({ words, input }: Command): Answer {
  const { release, issues } = input;
  const id = words[0]?.toLowerCase() ?? '';
  const ledger = issues.find((issue) => issue.key === trackingKey(release))?.ledger;
  const shown = ledger?.entries.some(({ key }) => key === entryKey(release, `preview/${id}`)) === true;
  return shown ? { good: true, words: 'approved' } : told(answer.noSuchMessage());
}

/** About oneself only, so it takes no name. What it means holds for all duties of the run already. */
function mute(on: boolean, { words, giver, input }: Command): Answer {
  if (words.length > 0) return told(answer.muteName(on));
  const optedOut = Object.entries(input.context.people).some(
    ([login, person]) => person.optOut === true && login.toLowerCase() === giver.login.toLowerCase(),
  );
  return {
    good: true,
    words: on ? 'no pings in this release any more' : 'pings again',
    reply: renderMuted(on, optedOut, input.release),
  };
}

/** Dates are moved by people: the command opens a pull request, and a person merges it. */
function proposed({ words, because, comment, input }: Command): Answer {
  const { release, context, issues } = input;
  const wish = proposeSlip({
    words,
    because,
    release,
    context,
    done: input.done,
    tracking: issues.find((issue) => issue.key === trackingKey(release))?.number,
    entry: entryKey(release, `command/${comment.commentId}`),
    why: `${comment.author} asked for it`,
  });
  if ('problem' in wish) return told(escapeMarkdown(wish.problem));
  return { good: true, words: 'opened a pull request', desired: wish, risk: answer.noPull() };
}

/** With what the commands before this one changed. */
function doneNow({ input, effects }: Command): ReadonlySet<string> {
  const done = new Set(input.done);
  for (const [id, isDone] of effects.done) {
    if (isDone) done.add(id);
    else done.delete(id);
  }
  return done;
}
