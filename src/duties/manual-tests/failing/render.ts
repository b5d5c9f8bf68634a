// The words of the issue about a manual test that failed.
import type { Day } from '../../../domain/day.ts';
import type { ManualResult, TestRun } from '../../../domain/manual-test.ts';
import type { Milestone } from '../../../domain/release.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { shorten } from '../../../text/shorten.ts';
import { andMore } from '../../../text/more-words.ts';
import { dayWords } from '../../../text/words.ts';

/** Steps that are shown, and characters of each text: the body fits into an issue whatever they hold. */
const MOST_STEPS = 30;
const LONGEST = 500;

export const words = {
  title: ({ test, platform }: TestRun, { id }: Pick<Milestone, 'id'>) =>
    `Manual test failed: ${shorten(test.title, 180)}${platform === undefined ? '' : ` on ${platform}`} (${id})`,
  whyIssue: () => 'a manual test failed, and no issue is named for it',
  whyBody: () => 'the result of the manual test has changed',
  whyClosed: () => 'the manual test does not fail any more',
  whyReopened: () => 'the manual test fails again',
  whyLabel: () => 'issues of failing manual tests have this label',
  labelColor: () => 'd93f0b',
  tooMany: (most: number) =>
    `${most} issues for failing manual tests are opened a run; the next run opens more`,
};

/** What the issue tells; the tester is named without a mention. */
export function renderFail(
  { id, test }: TestRun,
  milestone: Pick<Milestone, 'title'>,
  { tester, day, note }: ManualResult,
  passed: ManualResult | undefined,
): string {
  const steps = test.steps.slice(0, MOST_STEPS).map((step, index) => `${index + 1}. ${textOf(step)}`);
  const left = test.steps.length - steps.length;
  return [
    passed === undefined ? `**Failed** in ${escapeMarkdown(milestone.title)}.` : overWords(passed),
    [
      `- **Test:** ${codeSpan(id)} ${textOf(test.title)}`,
      `- **Team:** ${escapeMarkdown(test.team)}`,
      `- **Tester:** ${tester === undefined ? 'unknown' : escapeMarkdown(tester)}${onDay(day)}`,
    ].join('\n'),
    ...(steps.length === 0
      ? []
      : [`**Steps**\n\n${[...steps, ...andMore(left, 'all are in the list of manual tests')].join('\n')}`]),
    ...(test.expected === undefined ? [] : [`**Expected**\n\n${textOf(test.expected)}`]),
    `**What happened**\n\n${note === undefined ? 'The tester gave no reason.' : escapeMarkdown(note)}`,
    `relcomms closes this issue when somebody comments ${codeSpan(`/release test pass ${id}`)} on the tracking issue.`,
  ].join('\n\n');
}

function overWords({ result, candidate, tester, day }: ManualResult): string {
  const by = tester === undefined ? '' : ` by ${escapeMarkdown(tester)}`;
  return result === 'pass'
    ? `**Passed** in ${escapeMarkdown(candidate)}${by}${onDay(day)}.`
    : `**Not applicable** in ${escapeMarkdown(candidate)}, recorded${by}${onDay(day)}.`;
}

function onDay(day: Day | undefined): string {
  return day === undefined ? '' : ` on ${dayWords(day)}`;
}

function textOf(text: string): string {
  return escapeMarkdown(shorten(text, LONGEST));
}
