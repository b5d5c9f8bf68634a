// The comment of a vote: who votes, what they said and why, who is missing, and the result.
import type { Known } from '../../domain/known.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { markdownTable } from '../../text/table.ts';
import { andMore } from '../../text/more-words.ts';
import { listWords } from '../../text/words.ts';
import type { Cast, Tally, Word } from './count.ts';
import type { VoteResult } from './memory.ts';
import { RULE_WORDS, clock, dated, endOf, names, pinged } from './render.ts';
import type { Vote } from './votes.ts';

/** Rows that are shown; a vote of more people is counted all the same. */
const MOST_ROWS = 100;
const MOST_ALSO = 20;

const IN_CONFIG = 'the config names all voters';
const ON_ISSUE = 'all are on this issue';

export function voteTitle(vote: Vote): string {
  return `Go or no-go: ${dated(vote.milestone)}`;
}

/** While the vote is open, and after it while nobody knows the result. */
export function openText(vote: Vote, tally: Known<Tally>, hasEnded: boolean): string {
  const { voters, config } = vote;
  const missing = tally.known ? tally.value.casts.filter(({ ballot }) => ballot === undefined) : [];
  const when = hasEnded
    ? `The vote ended ${endOf(vote)}. Its result is not known yet${tally.known ? '' : `: ${escapeMarkdown(tally.why)}`}.`
    : `Please vote until ${endOf(vote)}: react to this comment with 👍 for go or 👎 for no-go, or comment \`/release go\` or \`/release no-go because REASON\`. Until then you can change your vote.`;
  return [
    `${voters.map(pinged).join(', ')}: ${when}`,
    `It is go if ${RULE_WORDS[config.rule]}.`,
    ...(tally.known ? [tableOf(tally.value.casts)] : ['The votes could not be read.']),
    ...(missing.length === 0 || hasEnded ? [] : [`Missing: ${names(missing.map(({ voter }) => voter))}.`]),
    ...(tally.known ? [...unsureText(tally.value), ...alsoText(tally.value.also)] : []),
  ].join('\n\n');
}

/** From what was kept alone: it says the same for ever. */
export function resultText(vote: Vote, { result, rule, counted, votes, also }: VoteResult): string {
  if (result === 'moved')
    return 'The milestone has another day now. This vote ended without a result; the new day gets a vote of its own.';
  const casts = votes.map(({ name, ...cast }) => ({ voter: { name }, ...cast }));
  return [
    `**${result === 'go' ? 'Go' : 'No-go'}.** The vote ended ${endOf(vote)} and was counted ${clock(vote, counted)}.`,
    `The rule: go if ${RULE_WORDS[rule]}.`,
    tableOf(casts),
    ...alsoText(also),
  ].join('\n\n');
}

type Row = Pick<Cast, 'ballot' | 'words' | 'isUnsure'> & { readonly voter: { readonly name: string } };

function tableOf(casts: readonly Row[]): string {
  const rows = casts.slice(0, MOST_ROWS).map(({ voter: { name }, ballot, words, isUnsure }) => [
    escapeMarkdown(name),
    isUnsure === true ? 'not known' : (ballot ?? 'no vote yet'),
    words
      .filter(({ login }) => login.toLowerCase() !== name.toLowerCase())
      .map(({ login }) => escapeMarkdown(login))
      .join(', '),
    words.flatMap(({ because }) => (because === undefined ? [] : [escapeMarkdown(because)])).join('; '),
  ]);
  const more = andMore(casts.length - MOST_ROWS, IN_CONFIG, 'votes');
  return [markdownTable(['Voter', 'Vote', 'By', 'Reason'], rows), ...more].join('\n\n');
}

/** Teams of which GitHub does not say who is in them. */
function unsureText({ casts }: Tally): string[] {
  const teams = casts.flatMap(({ isUnsure, voter }) => (isUnsure === true ? [voter] : []));
  if (teams.length === 0) return [];
  return [
    `GitHub does not show relcomms who is in ${names(teams)}, so some votes cannot be counted. List the \`people\` of the team in the config.`,
  ];
}

function alsoText(also: readonly Word[]): string[] {
  if (also.length === 0) return [];
  const said = also.slice(0, MOST_ALSO).map(({ login, ballot }) => `${escapeMarkdown(login)} (${ballot})`);
  const more = andMore(also.length - MOST_ALSO, ON_ISSUE, 'people');
  return [[`Also said, without a vote: ${listWords(said)}.`, ...more].join(' ')];
}
