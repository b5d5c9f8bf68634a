// Carries out one command on a case file: a day, a word about how it goes, or another team.
import type { CaseCommandName } from '../../../commands/table.ts';
import { dayAt } from '../../../domain/day.ts';
import { nearest } from '../../../domain/nearest.ts';
import type { Release } from '../../../domain/release.ts';
import { shorten } from '../../../text/shorten.ts';
import type { CaseMemory } from '../case/case-memory.ts';
import { etaDay } from './eta.ts';
import type { FailingTestsInput } from '../input.ts';
import { type Owner, idOfTeam } from '../judge/owner.ts';
import { answers } from './render-answers.ts';
import type { CommandComment } from '../../../domain/command-comment.ts';

/** What became of one line. */
export interface Answer {
  readonly good: boolean;
  /** For the log. */
  readonly words: string;
  /** Markdown, told in a comment. */
  readonly reply?: string;
  /** The giver has no right to it. */
  readonly refused?: boolean;
  /** The memory as it is afterwards; absent when it stays. */
  readonly memory?: CaseMemory;
}

/** Not carried out, and told why, since the person has the right to know. */
export function told(problem: string): Answer {
  return { good: false, words: 'not carried out', reply: problem };
}

export interface CommandSetting {
  readonly release: Release;
  readonly input: FailingTestsInput;
  readonly owner: Owner;
}

interface CaseCommand {
  readonly name: CaseCommandName;
  readonly words: readonly string[];
  readonly because: string | undefined;
}

/** Longest text about progress that is kept, in characters. */
const LONGEST = 300;

export function carryOut(
  command: CaseCommand,
  { author: by }: CommandComment,
  memory: CaseMemory,
  setting: CommandSetting,
): Answer {
  const { release, input } = setting;
  const { name, words, because } = command;
  switch (name) {
    case 'eta': {
      const today = dayAt(input.now, release.timezone);
      const day = etaDay(words.join(' '), today, input.source.spec.holidays);
      if (day === undefined) return told(answers.whichDay());
      const eta = because === undefined ? { day, by } : { day, by, because };
      return { good: true, words: 'noted', memory: { ...memory, eta } };
    }
    case 'progress': {
      // The word "because" begins no reason here.
      const text = [...words, ...(because === undefined ? [] : ['because', because])].join(' ');
      if (text === '') return told(answers.whatProgress());
      return {
        good: true,
        words: 'noted',
        memory: { ...memory, progress: { text: shorten(text, LONGEST), by, at: input.now } },
      };
    }
    case 'not-ours':
      return handOver(words.join(' '), memory, setting);
  }
}

/** Another team begins with its own time to answer. */
function handOver(text: string, memory: CaseMemory, { input, owner }: CommandSetting): Answer {
  const wanted = text.replace(/^@/, '');
  const ids = Object.keys(input.teams);
  const id = ids.find((one) => one === wanted.toLowerCase()) ?? idOfTeam(wanted, input);
  if (id === undefined) return told(answers.whichTeam(ids, nearest(wanted, ids)));
  if (id === owner.id) return told(answers.sameTeam(id));
  return {
    good: true,
    words: `handed to ${id}`,
    memory: { ...memory, owner: id, rung: undefined, eta: undefined },
  };
}
