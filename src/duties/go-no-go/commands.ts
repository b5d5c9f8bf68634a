// The commands by which people vote, and by which a release lead opens a vote early.
import { type Answer, type Given, type Measure, told } from '../../commands/command.ts';
import type { Ballot } from '../../domain/votes.ts';
import type { CommandScene, DutyCommand } from '../duty.ts';
import type { GoNoGoConfig } from './config.ts';
import type { Word } from './count.ts';
import { answers } from './render.ts';
import { type Vote, isUncounted, votesOf } from './votes.ts';

type Scene = CommandScene<GoNoGoConfig>;

/** A word, and the id of the milestone that it is about. */
export interface Said {
  readonly milestone: string;
  readonly word: Word;
}

export const goCommand = ballotCommand('go', answers.helpGo());

export const noGoCommand = ballotCommand('no-go', answers.helpNoGo());

/** Its effect is the id of the milestone. */
export const openCommand: DutyCommand<GoNoGoConfig, undefined, never, string> = {
  name: 'go-no-go',
  usage: 'MILESTONE',
  place: 'release',
  right: 'lead',
  help: answers.helpOpen(),
  off: answers.off(),
  carryOut: openEarly,
};

function ballotCommand(ballot: Ballot, help: string): DutyCommand<GoNoGoConfig, undefined, never, Said> {
  return {
    name: ballot,
    usage: '[MILESTONE] because REASON',
    place: 'release',
    right: 'voter',
    help,
    note: answers.note(ballot),
    off: answers.off(),
    measure,
    carryOut: (given, scene) => cast(ballot, given, scene),
  };
}

/** Who votes on the milestone of the command; where that is no open vote, all voters are told why. */
function measure({ words }: Given, scene: Scene): Measure | { readonly problem: string } {
  const { release, context, issues } = scene;
  if (isOff(scene)) return { problem: answers.off() };
  const found = voteOf(words, scene);
  const votes = 'problem' in found ? votesOf(release, context, issues) : [found];
  const voters = votes.flatMap((vote) => vote.voters);
  return {
    owner: {
      teams: voters.flatMap(({ team }) => team ?? []),
      people: voters.flatMap(({ people }) => people),
    },
  };
}

/** The config has no such section: a scene has none then, whatever its type says. */
function isOff({ context }: { readonly context: { readonly config: unknown } }): boolean {
  return context.config === undefined;
}

function cast(ballot: Ballot, { words, because, giver, comment }: Given, scene: Scene): Answer<never, Said> {
  const vote = voteOf(words, scene);
  if ('problem' in vote) return told(vote.problem);
  if (words.length > 1) return told(answers.unknown([vote]));
  const at = comment.at ?? scene.context.now;
  if (at > vote.ends) return told(answers.late(vote));
  const reason = because === undefined ? {} : { because };
  const word: Word = { login: giver.login, ballot, at, by: 'comment', ...reason };
  return { good: true, words: answers.voted(ballot), effect: { milestone: vote.milestone.id, word } };
}

/** The vote that is named, else the only one that is open. */
function voteOf(
  [named]: readonly string[],
  { release, context, issues }: Scene,
): Vote | { readonly problem: string } {
  const all = votesOf(release, context, issues);
  const open = all.filter(isUncounted);
  if (named === undefined) {
    const [only, ...more] = open;
    if (only !== undefined && more.length === 0) return only;
    if (only !== undefined) return { problem: answers.which(open) };
    const counted = all.filter(({ memory }) => memory?.result !== undefined).at(-1);
    return { problem: counted === undefined ? answers.none() : answers.late(counted) };
  }
  const vote = all.find(({ milestone }) => milestone.id === named.toLowerCase());
  if (vote === undefined) return { problem: answers.unknown(all) };
  if (vote.memory?.result !== undefined) return { problem: answers.late(vote) };
  return isUncounted(vote) ? vote : { problem: answers.notOpen(vote) };
}

function openEarly({ words }: Given, { release, context, issues }: Scene): Answer<never, string> {
  const all = votesOf(release, context, issues);
  const [named] = words;
  const vote = all.find(({ milestone }) => milestone.id === named?.toLowerCase());
  if (vote === undefined || words.length > 1) return told(answers.unknown(all));
  if (vote.memory?.result !== undefined || vote.ends <= context.now) return told(answers.late(vote));
  if (vote.record !== undefined) return told(answers.isOpen(vote));
  return { good: true, words: answers.opened(), effect: vote.milestone.id };
}
