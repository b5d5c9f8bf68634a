// The commands about a release as a whole, and with them all that this duty declares.
import { NO_COMMANDS } from '../../../commands/book.ts';
import { commandKey } from '../../../commands/answer-comment.ts';
import { type Answer, type Given, told } from '../../../commands/command.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import type { Effects, ReleaseCommand, ReleaseScene } from './effects.ts';
import { muteCommands } from './mute-commands.ts';
import { RELEASE_PLACE } from './place.ts';
import { proposeCandidate } from './propose-candidate.ts';
import { SLIP_RIGHT } from '../../slip-change.ts';
import { proposeSlip } from './propose-slip.ts';
import { proposeSwap } from './propose-swap.ts';
import { proposeSwitchOff } from './propose-switch-off.ts';
import { renderCleanup } from './render-cleanup.ts';
import { answer, renderHelp } from './render-command.ts';
import { taskCommands } from './task-commands.ts';

const asking: readonly ReleaseCommand[] = [
  {
    name: 'help',
    usage: '',
    place: RELEASE_PLACE.name,
    right: 'team',
    help: 'lists the commands',
    bare: true,
    carryOut: (_, { context }) => ({
      good: true,
      words: 'answered',
      reply: renderHelp(context.commands ?? NO_COMMANDS),
    }),
  },
  {
    name: 'status',
    usage: '',
    place: RELEASE_PLACE.name,
    right: 'team',
    help: 'shows where the release stands',
    carryOut: (_, { at }) => ({ good: true, words: 'answered', reply: at.status(doneNow(at)) }),
  },
  {
    name: 'audit',
    usage: '',
    place: RELEASE_PLACE.name,
    right: 'team',
    help: 'shows everything that still blocks the next milestone, with owners',
    carryOut: (_, { at }) => ({ good: true, words: 'answered', reply: at.audit(doneNow(at)) }),
  },
  {
    name: 'mine',
    usage: '',
    place: RELEASE_PLACE.name,
    right: 'team',
    help: 'shows what waits for you this week: tasks, approvals, failing tests of your team, and dates to confirm',
    carryOut: ({ giver }, { at }) => ({
      good: true,
      words: 'answered',
      reply: at.mine(giver, doneNow(at)),
    }),
  },
];

const slip: ReleaseCommand = {
  name: 'slip',
  usage: 'MILESTONE DAY because REASON',
  place: RELEASE_PLACE.name,
  right: SLIP_RIGHT,
  help: 'opens a pull request that moves a date',
  note: 'DAY is a day or an amount: `2026-11-17`, `+2 weeks`, `-3d`, `+5wd` (working days). Several dates move in one pull request: `/release slip release=+1w rc2=+1w because REASON`. A milestone that is `later` gets its first day the same way. The pull request has a checkbox for each other date that may have to move: check it, and relcomms adds the move to the pull request; uncheck it to take the move back. A checkbox needs the same right as the command.',
  carryOut: propose,
};

const candidate: ReleaseCommand = {
  name: 'candidate',
  usage: '[DAY] because REASON',
  place: RELEASE_PLACE.name,
  right: 'lead',
  help: 'opens a pull request for the next release candidate, and names what blocks the last one',
  note: 'The next candidate comes `candidates.every` after the last, on a day that is not past. Release day moves so that it is `candidates.then` after it. While the last candidate is ahead, write the day of the next.',
  carryOut: proposeCandidate,
};

const swap: ReleaseCommand = {
  name: 'swap',
  usage: 'ROLE VERSION VERSION',
  place: RELEASE_PLACE.name,
  right: 'lead',
  help: 'opens a pull request that swaps the people of a role between two releases',
  note: 'With one VERSION, `swap` swaps with the release of the tracking issue: `/release swap lead 1.32.0`.',
  carryOut: proposeRoleSwap,
};

const close: ReleaseCommand = {
  name: 'close',
  usage: '',
  place: RELEASE_PLACE.name,
  right: 'lead',
  help: 'on a tracking issue that you closed: closes its task issues and GitHub milestone, and unpins it',
  carryOut: (_, { at }) =>
    at.asksToClose === true
      ? { good: true, words: 'closed what belongs to it', after: { ...at.effects, closes: true } }
      : told(answer.notClosed()),
};

const cleanup: ReleaseCommand = {
  name: 'cleanup',
  usage: '[confirm]',
  place: RELEASE_PLACE.name,
  right: 'admin',
  help: 'lists what relcomms takes back when it is removed; with `confirm`, opens the pull request that removes it',
  carryOut: proposeRemoval,
};

export const releaseCommands: readonly ReleaseCommand[] = [
  ...asking,
  ...taskCommands,
  slip,
  candidate,
  swap,
  close,
  cleanup,
  ...muteCommands,
];

/** Dates are moved by people: the command opens a pull request, and a person merges it. */
function propose({ words, because, comment }: Given, scene: ReleaseScene): Answer<Effects> {
  const { release, context, issues, at } = scene;
  const wish = proposeSlip({
    words,
    because,
    release,
    context,
    done: at.done,
    tracking: issues.find((issue) => issue.key === trackingKey(release))?.number,
    entry: commandKey(release, comment.commentId),
    why: `${comment.author} asked for it`,
  });
  if ('problem' in wish) return told(escapeMarkdown(wish.problem));
  return { good: true, words: 'opened a pull request', desired: wish, risk: answer.noPull() };
}

function proposeRoleSwap({ words, comment }: Given, scene: ReleaseScene): Answer<Effects> {
  const { release, context, issues } = scene;
  const wish = proposeSwap({
    words,
    release,
    context,
    tracking: issues.find((issue) => issue.key === trackingKey(release))?.number,
    entry: commandKey(release, comment.commentId),
    why: `${comment.author} asked for it`,
  });
  if ('problem' in wish) return told(escapeMarkdown(wish.problem));
  return { good: true, words: 'opened a pull request', desired: wish, risk: answer.noSwap() };
}

/** Runs go on as long as the config says so: merging the pull request ends them, and takes everything back. */
function proposeRemoval(
  { words, comment }: Given,
  { release, context, issues }: ReleaseScene,
): Answer<Effects> {
  const [word, ...more] = words;
  if (word === undefined)
    return {
      good: true,
      words: 'answered',
      reply: renderCleanup(issues.filter(({ state }) => state === 'open')),
    };
  if (word.toLowerCase() !== 'confirm' || more.length > 0) return told(answer.cleanupForm());
  const wish = proposeSwitchOff({
    source: context.source,
    tracking: issues.find((issue) => issue.key === trackingKey(release))?.number,
    entry: commandKey(release, comment.commentId),
    why: `${comment.author} asked for it`,
  });
  if ('problem' in wish) return told(escapeMarkdown(wish.problem));
  return { good: true, words: 'opened a pull request', desired: wish, risk: answer.noRemoval() };
}

/** With what the commands before this one changed. */
function doneNow({ done: before, effects }: ReleaseScene['at']): ReadonlySet<string> {
  const done = new Set(before);
  for (const [id, isDone] of effects.done) {
    if (isDone) done.add(id);
    else done.delete(id);
  }
  return done;
}
