// What one vote needs in this run: to be opened, counted, asked about, or ended with its result.
import { commandKey } from '../../commands/answer-comment.ts';
import { dayAt } from '../../domain/day.ts';
import type { Desired, DesiredRecord } from '../../domain/desired.ts';
import type { Known } from '../../domain/known.ts';
import type { Ballot, VotesSeen } from '../../domain/votes.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { DutyAnswer, DutyInput } from '../duty.ts';
import type { Said as SaidByCommand } from '../../commands/effects-of.ts';
import type { Said } from './commands.ts';
import type { GoNoGoConfig } from './config.ts';
import { type MembersOf, type Tally, type Word, lastWords, resultOf, tallyOf } from './count.ts';
import { type VoteMemory, type VoteResult, rowsOfVote } from './memory.ts';
import { render } from './render.ts';
import { openText, resultText, voteTitle } from './render-vote.ts';
import { silenceAt } from './times.ts';
import { type Vote, keys } from './votes.ts';
import { afterNoGo } from './after-no-go.ts';
import { openStanding, noGoStanding, notKnownStanding } from './standing.ts';

export type GoNoGoFact = 'ownIssues' | 'commands' | 'votes';

export type GoNoGoInput = DutyInput<GoNoGoConfig, GoNoGoFact>;

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

function recordOf(
  vote: Vote,
  memory: VoteMemory,
  about: string,
  answers: readonly string[] = [],
): DesiredRecord {
  return {
    kind: 'record',
    issue: trackingKey(vote.release),
    name: vote.name,
    title: voteTitle(vote),
    about,
    isShown: true,
    rows: rowsOfVote(memory),
    ...(answers.length === 0 ? {} : { answers }),
    why: memory.result === undefined ? render.whyOpen() : render.whyResult(),
  };
}

/** Silence is named once. People who want no pings are not asked. */
function ask(vote: Vote, { opened }: VoteMemory, { casts }: Tally, input: GoNoGoInput): Desired[] {
  const key = keys.asked(vote);
  if (vote.tracking.ledger?.entries.some((entry) => entry.key === key) === true) return [];
  const { version } = vote.release;
  const missing = casts
    .filter(({ ballot }) => ballot === undefined)
    .map(({ voter }) => voter)
    .filter(({ kind, name }) => kind === 'team' || !input.isQuiet(name, version));
  const { zone } = vote.milestone;
  const when = silenceAt({ opened, ends: vote.ends, zone }, input.now, input.source.spec.holidays);
  if (missing.length === 0 || when === 'not-yet') return [];
  const why = render.whyAsk();
  return [
    {
      kind: 'comment',
      issue: trackingKey(vote.release),
      key,
      entry: key,
      body: render.ask(vote, missing),
      mayWait: when === 'may-wait',
      why,
    },
    entryOf(vote, key, render.askEntry(vote, missing), why, input),
  ];
}

/** The result is written into its comment, told once, and never counted again. */
function ended(
  vote: Vote,
  memory: VoteMemory,
  kept: VoteResult,
  input: GoNoGoInput,
  answers: readonly string[] = [],
): DutyAnswer {
  if (kept.result === 'moved') return NOTHING;
  const key = keys.result(vote, kept.result);
  const of = (ballot: Ballot | undefined): string[] =>
    kept.votes.filter((one) => one.ballot === ballot).map(({ name }) => name);
  const standing = kept.result === 'no-go' ? [noGoStanding(vote, of('no-go'))] : [];
  if (vote.tracking.ledger?.entries.some((entry) => entry.key === key) === true)
    return { ...NOTHING, standing };
  const body = render.result(vote, kept.result, of('no-go'), of(undefined));
  const slip = kept.result === 'no-go' ? afterNoGo(vote, key, input) : { words: [], pulls: [] };
  const why = render.whyResult();
  return {
    desired: [
      recordOf(vote, { ...memory, result: kept }, resultText(vote, kept), answers),
      ...slip.pulls,
      {
        kind: 'comment',
        issue: trackingKey(vote.release),
        key,
        entry: key,
        body: [body, ...slip.words].join('\n\n'),
        ...(slip.pull === undefined ? {} : { pull: slip.pull }),
        why,
      },
      entryOf(vote, key, render.resultEntry(vote, kept.result), why, input, true),
    ],
    skips: [],
    standing,
  };
}

function entryOf(
  vote: Vote,
  key: string,
  text: string,
  why: string,
  { now }: GoNoGoInput,
  isShown = false,
): Desired {
  const day = dayAt(now, vote.release.timezone);
  const issue = trackingKey(vote.release);
  return { kind: 'entry', issue, key, day, text, ...(isShown ? { shown: true } : {}), why };
}
