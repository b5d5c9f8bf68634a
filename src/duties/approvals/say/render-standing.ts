// The words about one pull request that stands before a milestone: what it lacks, and who has to act.
import type { Pull } from '../../../domain/pull.ts';
import type { Milestone } from '../../../domain/release.ts';
import type { Standing } from '../../../domain/standing.ts';
import { unpickedWords } from '../../../picks/render.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { dayWords } from '../../../text/words.ts';
import { faultWords, named, pullWords } from './render-digest.ts';
import type { Unpicked } from '../judge/unpicked.ts';
import type { Judged } from '../judge/verdict.ts';

/** `sources` are open pull requests that it takes a fix from. Names stand here without a ping. */
export function renderStanding(one: Judged, sources: readonly number[]): Pick<Standing, 'text' | 'owner'> {
  const from = sources.length === 0 ? '' : `, takes a fix from ${numbers(sources)}, not merged yet`;
  const words = stateWords(one);
  return { text: `${pullWords(one.pull)}${words === '' ? '' : `, ${words}`}${from}`, owner: ownerOf(one) };
}

/** What those do who were asked. */
export function renderAsk(pull: Pull, { day }: Milestone): string {
  return `approve ${pullWords(pull)} by ${dayWords(day)}`;
}

/** The words about a fix that the release branch lacks; its author has to act. */
export function renderUnpicked({ fix, branch }: Unpicked): Pick<Standing, 'text' | 'owner'> {
  return {
    text: unpickedWords(fix, [branch]),
    owner: escapeMarkdown(fix.author.login),
  };
}

function stateWords({ verdict }: Judged): string {
  switch (verdict.kind) {
    case 'with-author':
      return faultWords(verdict.fault);
    case 'unknown':
      return 'approval unknown';
    case 'approved':
      return 'approved and not merged';
    default:
      return '';
  }
}

function ownerOf({ verdict, pull }: Judged): string {
  switch (verdict.kind) {
    case 'waiting':
      return named(verdict.pending.asks.map(({ name }) => name));
    case 'nobody':
      return 'no review requested';
    default:
      return escapeMarkdown(pull.author.login);
  }
}

function numbers(sources: readonly number[]): string {
  return sources
    .slice(0, 3)
    .map((number) => `#${number}`)
    .join(', ');
}
