// What one vote needs in this run: to be opened, counted, asked about, or ended with its result.
import { commandKey } from '../../commands/answer-comment.ts';
import type { Said as SaidByCommand } from '../../commands/effects-of.ts';
import type { Known } from '../../domain/known.ts';
import type { VotesSeen } from '../../domain/votes.ts';
import type { DutyAnswer } from '../duty.ts';
import { ask } from './ask.ts';
import type { Said } from './commands.ts';
import { type MembersOf, type Tally, type Word, lastWords, resultOf, tallyOf } from './count.ts';
import { ended } from './ended.ts';
import type { GoNoGoInput } from './input.ts';
import type { VoteMemory, VoteResult } from './memory.ts';
import { render } from './render.ts';
import { openText } from './render-vote.ts';
import { noGoStanding, notKnownStanding, openStanding } from './standing.ts';
import { type Vote, keys } from './votes.ts';
import { entryOf, recordOf } from './wishes.ts';

/** What people said to one vote in this run. */
export interface SaidNow {
  readonly words: readonly SaidByCommand<Said>[];
  /** Comments that open it early. */
  readonly opened: readonly number[];
}

export function decideVote(vote: Vote, said: SaidNow, input: GoNoGoInput): DutyAnswer {
  const { record, memory } = vote;
  if (record !== undefined && memory === undefined) return { ...NOTHING, standing: [notKnownStanding(vote)] };
  if (memory === undefined) return begin(vote, said, input);
  if (memory.result !== undefined) return ended(vote, memory, memory.result, input);
  const answers = said.words.map(({ commentId }) => commandKey(vote.release, commentId));
  const words = [...memory.said, ...said.words.map(({ effect }) => effect.word)];
  const spoken = { ...memory, said: lastWords(words, vote.ends) };
  const tally = tallyNow(vote, spoken, input);
  const now = { ...spoken, tally: tally.known ? namesIn(tally.value).votes : undefined };
  if (input.now <= vote.ends) return open(vote, now, tally, answers, input);
  const result =
    tally.known && !input.observed.votes.hasUnheard ? resultOf(vote.config.rule, tally.value) : undefined;
  if (!tally.known || result === undefined) {
    const text = openText(vote, tally, true);
    return {
      desired: [recordOf(vote, now, text, answers)],
      skips: [],
      standing: [notKnownStanding(vote)],
    };
  }
  const kept = { result, rule: vote.config.rule, counted: input.now, ...namesIn(tally.value) };
  return ended(vote, now, kept, input, answers);
}

const NOTHING: DutyAnswer = { desired: [], skips: [] };

/** The vote begins when its window does, or by command; never after its end. What was logged before, somebody deleted. */
function begin(vote: Vote, { opened }: SaidNow, input: GoNoGoInput): DutyAnswer {
  const entries = vote.tracking.ledger?.entries ?? [];
  const kept = (['go', 'no-go'] as const).find((one) =>
    entries.some(({ key }) => key === keys.result(vote, one)),
  );
  if (kept === 'go') return NOTHING;
  if (kept === 'no-go') return { ...NOTHING, standing: [noGoStanding(vote, [])] };
  const wasOpen = entries.some(({ key }) => key === keys.opened(vote));
  if (input.now > vote.ends) return wasOpen ? { ...NOTHING, standing: [notKnownStanding(vote)] } : NOTHING;
  if (!wasOpen && input.now < vote.opens && opened.length === 0) return NOTHING;
  const memory: VoteMemory = { opened: input.now, said: [] };
  const answers = opened.map((commentId) => commandKey(vote.release, commentId));
  return open(vote, memory, { known: true, value: tallyOf(vote.voters, [], NOBODY) }, answers, input);
}

const NOBODY: MembersOf = () => ({ known: true, value: [] });

function open(
  vote: Vote,
  memory: VoteMemory,
  tally: Known<Tally>,
  answers: readonly string[],
  input: GoNoGoInput,
): DutyAnswer {
  return {
    desired: [
      recordOf(vote, memory, openText(vote, tally, false), answers),
      entryOf(vote, keys.opened(vote), render.openedEntry(vote), render.whyOpen(), input, true),
      ...(tally.known ? ask(vote, memory, tally.value, input) : []),
    ],
    skips: tally.known ? [] : [{ duty: 'go-no-go', what: render.unread(vote), why: tally.why }],
    standing: [openStanding(vote, tally, input)],
  };
}

/** By the reactions of this look; what could not be read is not taken for silence. */
function tallyNow(vote: Vote, { said }: VoteMemory, { observed: { votes } }: GoNoGoInput): Known<Tally> {
  const read = votes.reactions.find(({ commentId }) => commentId === vote.record?.commentId);
  const found: VotesSeen['reactions'][number]['found'] = read?.found ?? { known: false, why: UNASKED };
  if (!found.known) return found;
  const reactions = found.value.map((one): Word => ({ ...one, by: 'reaction' }));
  const membersOf: MembersOf = (team) =>
    votes.members.find((one) => one.team === team)?.found ?? { known: false, why: UNASKED };
  return {
    known: true,
    value: tallyOf(vote.voters, lastWords([...said, ...reactions], vote.ends), membersOf),
  };
}

const UNASKED = 'this run did not read it';

function namesIn({ casts, also }: Tally): Pick<VoteResult, 'votes' | 'also'> {
  return {
    votes: casts.map(({ voter: { name }, ballot, words }) => ({
      name,
      ...(ballot === undefined ? {} : { ballot }),
      words: [...words],
    })),
    also: [...also],
  };
}
