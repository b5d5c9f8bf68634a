// What a workflow needs to run a config: when, with which rights, and with which secrets.
import { DUTIES } from '../duties/index.ts';
import type { AnyDuty } from '../duties/duty.ts';
import type { TimedNotice } from '../duties/timed-notice.ts';
import { sectionOf } from '../duties/book-of.ts';
import { tokenVariable, webhookVariable } from '../domain/channel-variables.ts';
import { type Day, addDays, mondayOf } from '../domain/day.ts';
import type { Prepared } from '../run/prepare.ts';
import type { Clock } from './hours.ts';
import { type WorkflowRight, workflowRights } from './rights.ts';

/** Working hours where the section `approvals` is off: nobody is asked at a certain hour then. */
const DEFAULT_HOURS = { from: '09:00', to: '17:00' };
/** What the workflow of a config needs. */
export interface WorkflowNeeds {
  readonly clock: Clock;
  /** Whether somebody is asked in their own working hours and at no other time. */
  readonly asksAtWork: boolean;
  /** What has to find a run within the hour. */
  readonly timed: readonly TimedNotice[];
  readonly rights: readonly WorkflowRight[];
  /** Name of a secret by input of the Action. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Names of secrets that go into the environment under the same name. */
  readonly secrets: readonly string[];
}

/** `registry`: the duties that there are. */
export function workflowNeeds(
  { config, releases }: Prepared,
  registry: readonly AnyDuty[] = DUTIES,
): WorkflowNeeds {
  const { sections, audiences, people, schedule } = config;
  const duties = registry.filter((duty) => sections[sectionOf(duty)] !== undefined);
  const all = Object.values(audiences);
  const approvals = sections['approvals'] as { readonly workingHours: typeof DEFAULT_HOURS } | undefined;
  const zones = Object.values(people).flatMap((person) => person.timezone ?? []);
  const isOnSlack =
    sections['slack'] !== undefined || all.some(({ slack, teams }) => slack.length > 0 || teams);
  const timed = duties.flatMap(
    (duty) => duty.timedNotices?.(sections[sectionOf(duty)], releases, schedule.holidays) ?? [],
  );
  return {
    clock: {
      zone: schedule.timezone,
      zones: [...new Set(zones)],
      ...(approvals?.workingHours ?? DEFAULT_HOURS),
      days: releases.flatMap(({ start, end }) => mondaysAndFridays(start, end)),
      moments: timed.map(({ from }) => from),
    },
    asksAtWork: approvals !== undefined,
    timed,
    rights: workflowRights(
      duties,
      all.some(({ discussions }) => discussions !== undefined) ? [] : ['discussions'],
    ),
    inputs: isOnSlack ? { 'slack-token': 'SLACK_BOT_TOKEN' } : {},
    secrets: [
      ...new Set(
        all.flatMap(({ workspace, slack }) =>
          slack.length > 0 && workspace !== undefined ? tokenVariable(workspace) : [],
        ),
      ),
      ...new Set(all.flatMap(({ webhook }) => webhook.map(webhookVariable))),
      ...(all.some(({ mail }) => mail.length > 0) ? ['SMTP_URL', 'SMTP_FROM'] : []),
    ],
  };
}

function mondaysAndFridays(start: Day, end: Day): Day[] {
  const days: Day[] = [];
  for (let monday = mondayOf(start); monday <= end; monday = addDays(monday, 7)) {
    days.push(monday, addDays(monday, 4));
  }
  return days;
}
