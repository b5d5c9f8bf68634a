// The description of a commit status: plain text, 140 characters at most.
import type { Instant } from '../../domain/day.ts';
import { shortenWords } from '../../text/shorten.ts';
import type { FreezeConfig } from './config.ts';
import { allowedWords, untilWords } from './render-freeze.ts';
import type { Verdict } from './verdict.ts';

/** GitHub takes so many characters. */
const MOST = 140;

export function renderStatus(verdict: Verdict, { allow }: FreezeConfig, now: Instant): string {
  return shortenWords(wordsOf(verdict, allow, now), MOST);
}

function wordsOf(verdict: Verdict, allow: readonly string[], now: Instant): string {
  if (verdict.kind === 'open') return 'Nothing is frozen for this branch.';
  if (verdict.kind === 'labelled') return `Allowed in the freeze by the label ${verdict.label}.`;
  const { freeze, exception } = verdict;
  if (exception === 'accepted') return 'Allowed in the freeze by an exception.';
  const until = `Frozen ${untilWords(freeze, now, plain)}.`;
  if (exception === 'pending') return `${until} An exception waits for a decision.`;
  const allowed = `Allowed: ${allowedWords(allow, plain)}.`;
  return exception === 'refused' ? `${until} Its exception was refused. ${allowed}` : `${until} ${allowed}`;
}

function plain(text: string): string {
  return text;
}
