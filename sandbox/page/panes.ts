// The registry of panes, one line each, in the order of the tabs.
import type { Pane } from './pane.ts';
import { ci } from './panes/ci.ts';
import { calendar } from './panes/calendar.ts';
import { config } from './panes/config.ts';
import { dates } from './panes/dates.ts';
import { issue } from './panes/issue.ts';
import { issues } from './panes/issues.ts';
import { log } from './panes/log.ts';
import { mailbox } from './panes/mailbox.ts';
import { noise } from './panes/noise.ts';
import { outgoing } from './panes/outgoing.ts';
import { planning } from './panes/planning.ts';
import { pulls } from './panes/pulls.ts';
import { summary } from './panes/summary.ts';
import { slack } from './panes/slack.ts';
import { trouble } from './panes/trouble.ts';
import { wiki } from './panes/wiki.ts';

export const PANES: readonly [Pane, ...Pane[]] = [
  issue,
  issues,
  pulls,
  ci,
  dates,
  log,
  summary,
  mailbox,
  noise,
  slack,
  outgoing,
  wiki,
  calendar,
  planning,
  config,
  trouble,
];
