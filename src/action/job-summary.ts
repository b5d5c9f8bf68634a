// Puts together the summary of a job, and keeps it below what GitHub takes.
import type { Instant } from '../domain/day.ts';
import type { Run } from '../run/reconcile.ts';
import { reportMarkdown } from '../report/report.ts';
import { planTexts } from '../report/plan-texts.ts';
import { standingMarkdown } from '../report/standing-markdown.ts';

/** GitHub refuses a summary of more than 1 MiB a step; this leaves room for what other tools of the step add. */
export const SUMMARY_LIMIT = 900 * 1024;

const CUT =
  '\n**The rest is left out:** GitHub takes no longer summary. The log of this step has all of it.\n';

/** `missing`: Markdown of what the config needs and does not have. Then what the run did, and what stands before the next milestones. */
export function jobSummary(run: Run, now: Instant, missing = ''): string {
  const standing = standingMarkdown(run, now);
  const texts = run.kind === 'planned' ? planTexts(run) : '';
  const parts = [
    `## relcomms\n\n`,
    missing,
    reportMarkdown(run),
    standing === '' ? '' : `\n${standing}`,
    texts === '' ? '' : `\n<details><summary>The texts</summary>\n\n${texts}\n</details>\n`,
  ];
  return cutToBytes(parts.join(''), SUMMARY_LIMIT);
}

/** Whole lines only, so that no table row and no character is cut in two. */
export function cutToBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const room = most - Buffer.byteLength(CUT);
  const kept: string[] = [];
  let used = 0;
  for (const line of text.split('\n')) {
    used += Buffer.byteLength(line) + 1;
    if (used > room) break;
    kept.push(line);
  }
  return `${kept.join('\n')}\n${CUT}`;
}
