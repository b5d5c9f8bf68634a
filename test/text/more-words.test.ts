// What a list leaves out is told with where all of it can be seen.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { andMore } from '../../src/text/more-words.ts';
import { root } from '../support/root.ts';

test('the number that is left, and where all are', () => {
  expect(andMore(12, 'see there')).toEqual(['and 12 more; see there']);
  expect(andMore(2, 'see there', 'teams')).toEqual(['and 2 more teams; see there']);
  expect(andMore(0, 'see there')).toEqual([]);
  expect(andMore(-3, 'see there')).toEqual([]);
});

/** Lists that may leave something out without a place of their own, each with where it stands anyway. */
const KNOWN: Readonly<Record<string, string>> = {
  'action/blocker-problem.ts': 'the summary of the same step',
  'action/missing.ts': 'mode: doctor',
  'action/read-reports.ts': 'the files that the input names',
  'channels/webhook/render-card.ts': 'the tracking issue',
  'channels/webhook/within-lines.ts': 'the tracking issue',
  'cli/gate-words.ts': 'the same with --json',
  'cli/loud-weeks.ts': 'the same with --json',
  'config-check/render-dates.ts': 'the changed file beside the check',
  'config-check/render-effects.ts': 'the changed file beside the check',
  'config-check/render-mails.ts': 'the changed file beside the check',
  'config-check/render-details.ts': 'the changed file beside the check',
  'cleanup/render.ts': 'the page of the label',
  'doctor/judge-config.ts': 'relcomms validate',
  'config/order-problems.ts': 'the lines from there on',
  'config-check/room.ts': 'the changed file beside the check',
  'config-check/render.ts': 'each is marked at its line',
  'duties/approvals/answer/render-explain.ts': 'nowhere yet',
  'duties/approvals/lacks.ts': 'the config',
  'duties/approvals/say/render-digest.ts': 'nowhere yet: strays',
  'duties/approvals/say/render-quoted.ts': 'the pull request itself',
  'duties/failing-tests/say/render-case.ts': 'the runs of the branch',
  'duties/deadlines/days-to-set.ts': 'the config',
  'duties/deadlines/render-asks.ts': 'the tracking issue that it stands in',
  'duties/deadlines/render-digest.ts': 'the first lines of the issue, and `/release mine`',
  'duties/failing-tests/say/render-section.ts': 'the issue of the row',
  'duties/report/elsewhere/render.ts': 'the link of the line',
  'duties/report/render.ts': 'the issue of the row',
  'duties/run-sheet/render-section.ts': 'the table of the run sheet below',
  'duties/slack/render.ts': 'the link of the line',
  'duties/tracking-issue/body/render-today.ts': 'the issue of the task',
  'duties/tracking-issue/finish/render-proposal.ts': 'its own words say so',
  'duties/tracking-issue/slips/render-slip.ts': 'the comment of the same run',
  'duties/tracking-issue/tasks/render-late-task.ts': 'the issue of the task',
  'duties/waits-words.ts': 'the task issue and the checklist line name all of them',
  'duties/wiki/render.ts': 'the link of the page',
  'github/facts/branch-tests/read-reports.ts': 'the run of the workflow',
  'github/facts/commands/render-unheard.ts': 'the issue that it names',
  'github/failure.ts': 'nowhere: GitHub said no more of use',
  'plan/alarms/render.ts': 'its own words say so',
  'report/standing-markdown.ts': 'nowhere yet',
  'server/render-alarm.ts': 'the log of the App',
  'standing/render-stand.ts': 'teams of the config',
  'text/comment-words.ts': 'the comment itself',
  'text/fold-alike.ts': 'the same words again',
  'text/more-words.ts': 'here it is said',
  'text/section-words.ts': 'the same words again',
};

const LEAVES_OUT = /\band \$\{[^`]*more|\$\{[^}`]*\} more\b(?! than)/;

test('no other text leaves something out without saying where it is', () => {
  const src = new URL('src/', root).pathname;
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = files.filter((name) => LEAVES_OUT.test(readFileSync(join(src, name), 'utf8')));
  expect(found.toSorted()).toEqual(Object.keys(KNOWN).toSorted());
});
