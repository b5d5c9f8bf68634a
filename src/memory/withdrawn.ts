// What the log of a release keeps of its being withdrawn: who said so, why, and what to do.
import type { Day } from '../domain/day.ts';
import type { LedgerEntry, OwnIssue } from '../domain/observed.ts';
import type { Release } from '../domain/release.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { keyOf } from '../text/marker.ts';
import { plainMarkdown } from '../text/plain-markdown.ts';

/** All texts are plain, as people wrote them. */
export interface Withdrawal {
  readonly by: string;
  readonly because: string;
  /** A sentence for everybody who uses the release. */
  readonly advice: string;
  readonly day: Day;
}

/** What to do where nobody said it. */
export const DEFAULT_ADVICE = 'Do not install it. If you did, go back to the version that you had before.';

function keysOf({ version }: Pick<Release, 'version'>) {
  return { said: keyOf(version, 'withdrawn'), advice: keyOf(version, 'withdrawn', 'advice') };
}

/** Two lines of the log. */
export function withdrawalEntries(release: Pick<Release, 'version'>, withdrawal: Withdrawal): LedgerEntry[] {
  const { by, because, advice, day } = withdrawal;
  const keys = keysOf(release);
  return [
    { key: keys.said, day, text: `Withdrawn by ${escapeMarkdown(by)}: ${escapeMarkdown(because)}` },
    { key: keys.advice, day, text: `What to do: ${escapeMarkdown(advice)}` },
  ];
}

/** Undefined: it is not withdrawn. */
export function withdrawalOf(
  release: Pick<Release, 'version'>,
  tracking: Pick<OwnIssue, 'ledger'> | undefined,
): Withdrawal | undefined {
  const entries = tracking?.ledger?.entries ?? [];
  const keys = keysOf(release);
  const said = entries.find(({ key }) => key === keys.said);
  if (said === undefined) return undefined;
  const advice = entries.find(({ key }) => key === keys.advice);
  const [, by = '', because = ''] = /^Withdrawn by (\S+): (.*)$/s.exec(plainMarkdown(said.text)) ?? [];
  const words = advice === undefined ? '' : plainMarkdown(advice.text).replace(/^What to do: /, '');
  return { by, because, advice: words === '' ? DEFAULT_ADVICE : words, day: said.day };
}
