// The registry: every duty, one line each.
import { approvalsDuty } from './approvals/index.ts';
import type { AnyDuty } from './duty.ts';
import { slackDuty } from './slack/index.ts';
import { trackingIssue } from './tracking-issue/index.ts';
import { wikiDuty } from './wiki/index.ts';

export const DUTIES: readonly AnyDuty[] = [
  trackingIssue as AnyDuty,
  approvalsDuty as AnyDuty,
  slackDuty as AnyDuty,
  wikiDuty as AnyDuty,
];

/** Config sections of all duties, for the schema, the example and the documentation. */
export const DUTY_SECTIONS = Object.fromEntries(
  DUTIES.map(({ name, title, description, config }) => [name, { schema: config, title, description }]),
);
