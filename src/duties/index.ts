// The registry: every duty, one line each.
import { acknowledgeDuty } from './acknowledge/index.ts';
import { approvalsDuty } from './approvals/index.ts';
import { deadlinesDuty } from './deadlines/index.ts';
import { calendarDuty } from './calendar/index.ts';
import { copiesDuty } from './copies/index.ts';
import { bookOf } from './book-of.ts';
import { cherryPicksDuty } from './cherry-picks/index.ts';
import type { AnyDuty } from './duty.ts';
import { environmentsDuty } from './environments/index.ts';
import { goNoGoDuty } from './go-no-go/index.ts';
import { failingTestsDuty } from './failing-tests/index.ts';
import { freezeDuty } from './freeze/index.ts';
import { blockersDuty } from './report/blockers.ts';
import { elsewhereDuty } from './report/elsewhere/index.ts';
import { runSheetDuty } from './run-sheet/index.ts';
import { manualTestsDuty } from './manual-tests/index.ts';
import { releaseDayDuty } from './tracking-issue/late/release-day.ts';
import { report } from './report/index.ts';
import { slackDuty } from './slack/index.ts';
import { waitingDuty } from './slack/waiting.ts';
import { trackingIssue } from './tracking-issue/index.ts';
import { wikiDuty } from './wiki/index.ts';

/**
 * Those that know what stands in the way come first. The tracking issue answers `/release audit` with it and adds
 * the late tasks, since commands of the same run may have ticked them; the report tells of all. Then it is told outside.
 */
export const DUTIES: readonly AnyDuty[] = [
  approvalsDuty as AnyDuty,
  cherryPicksDuty as AnyDuty,
  blockersDuty as AnyDuty,
  elsewhereDuty as AnyDuty,
  failingTestsDuty as AnyDuty,
  deadlinesDuty as AnyDuty,
  acknowledgeDuty as AnyDuty,
  goNoGoDuty as AnyDuty,
  freezeDuty as AnyDuty,
  environmentsDuty as AnyDuty,
  manualTestsDuty as AnyDuty,
  copiesDuty as AnyDuty,
  runSheetDuty as AnyDuty,
  releaseDayDuty as AnyDuty,
  waitingDuty as AnyDuty,
  trackingIssue as AnyDuty,
  report as AnyDuty,
  slackDuty as AnyDuty,
  wikiDuty as AnyDuty,
  calendarDuty as AnyDuty,
];

/** In the order in which people read of them: that which all others need first. */
export function toldOf(duties: readonly AnyDuty[]): AnyDuty[] {
  const first = duties.filter(({ name }) => name === trackingIssue.name);
  return [...first, ...duties.filter((duty) => !first.includes(duty))];
}

/** The commands of all duties, as if the config had no section: for the page, and for whoever only reads lines. */
export const COMMANDS = bookOf({ duties: DUTIES, sections: {} });

/** Config sections of duties, that which all others need first: for the schema, the example and the documentation. */
export function sectionsOf(duties: readonly AnyDuty[]) {
  return Object.fromEntries(
    toldOf(duties)
      .filter(({ section }) => section === undefined)
      .map(({ name, title, description, config, isDefault, references, texts, carriesOut }) => [
        name,
        { schema: config, title, description, isDefault, references, texts, carriesOut },
      ]),
  );
}

/** Those of all duties. */
export const DUTY_SECTIONS = sectionsOf(DUTIES);
