// The command by which a release lead takes back a release that is out.
import { type Answer, type Given, told } from '../../commands/command.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { linesOf } from '../../domain/release-line.ts';
import type { Release } from '../../domain/release.ts';
import { DEFAULT_ADVICE, type Withdrawal, withdrawalOf } from '../../memory/withdrawn.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { noticePrefix, rowsOf } from '../../notices/rows.ts';
import type { CommandScene, DutyCommand } from '../duty.ts';
import type { SlackConfig } from './config.ts';
import { withdrawAnswers } from './render-withdrawn.ts';

type Scene = CommandScene<SlackConfig>;

/** What was said; who and when is known to the run. */
export type WithdrawWish = Pick<Withdrawal, 'because' | 'advice'>;

export const withdrawCommand: DutyCommand<SlackConfig, undefined, never, WithdrawWish> = {
  name: 'withdraw',
  usage: '[instead ADVICE] because REASON',
  place: 'release',
  right: 'lead',
  help: 'takes back a release: relcomms sends everybody who got the news that it is out that it is withdrawn, once',
  note: `ADVICE says what to do: a version, or a sentence. Without it, relcomms writes "${DEFAULT_ADVICE}" External audiences get REASON and ADVICE word for word. It can't be undone: the fixed version is another release.`,
  example: '/release withdraw instead 1.10.1 because uploads lose data',
  off: withdrawAnswers.off(),
  carryOut: withdraw,
};

function withdraw(
  { words, because }: Given,
  { release, issues, context }: Scene,
): Answer<never, WithdrawWish> {
  const tracking = issues.find(({ key }) => key === trackingKey(release));
  const before = withdrawalOf(release, tracking);
  if (before !== undefined) return told(withdrawAnswers.already(release, before));
  const [first, ...advice] = words;
  const isForm = first === undefined || (first.toLowerCase() === 'instead' && advice.length > 0);
  if (because === undefined || !isForm) return told(withdrawAnswers.form());
  const out = isOut(release, context.publications);
  if (!hasToldOut(release, tracking) && out !== true)
    return told(out === undefined ? withdrawAnswers.notKnown() : withdrawAnswers.notOut(release));
  return {
    good: true,
    words: withdrawAnswers.done(),
    reply: context.config.paused ? withdrawAnswers.paused() : undefined,
    effect: { because, advice: adviceOf(advice) },
  };
}

/** A version alone is a sentence with it. */
function adviceOf(words: readonly string[]): string {
  const [only, ...more] = words;
  if (only === undefined) return DEFAULT_ADVICE;
  return more.length === 0 ? `Use ${only} instead.` : words.join(' ');
}

/** Of a train one line that is out is enough. Undefined: nobody knows. */
function isOut(release: Release, publications: Scene['context']['publications']): boolean | undefined {
  const versions = linesOf(release).map(({ version }) => version);
  return publications?.some(({ version, published }) => published && versions.includes(version));
}

/** Whether somebody got the news, or may have. */
function hasToldOut(release: Release, tracking: OwnIssue | undefined): boolean {
  if (tracking === undefined) return false;
  const prefix = `${noticePrefix({ release, duty: 'slack' })}released/`;
  return [...rowsOf(tracking)].some(
    ([key, { sent, failed, unsure }]) =>
      key.startsWith(prefix) && (sent !== undefined || failed === undefined || unsure === true),
  );
}
