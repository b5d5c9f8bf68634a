// The panes in the order of their tabs: those of the duties, and what belongs to none of them.
import type { DutyPane } from '../../src/duties/pane.ts';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { DUTIES } from '../../src/duties/index.ts';
import type { Drawing, Pane } from './pane.ts';
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
import { plainPane } from './panes/plain-pane.ts';
import { pulls } from './panes/pulls.ts';
import { summary } from './panes/summary.ts';
import { slack } from './panes/slack.ts';
import { trouble } from './panes/trouble.ts';
import { wiki } from './panes/wiki.ts';

/** Drawn by hand for a duty that names the id: without the duty there is no pane. */
const DRAWN: Readonly<Record<string, Drawing>> = {
  issue,
  pulls,
  ci,
  slack,
  outgoing,
  wiki,
  calendar,
};

/** Of no duty. */
const OWN: readonly Pane[] = [issues, dates, log, summary, mailbox, noise, planning, config, trouble];

/** Stands for all panes that are not named. */
const OTHERS = '*';

const TABS = [
  'issue',
  'issues',
  'pulls',
  'ci',
  'dates',
  'log',
  'summary',
  'mail',
  'noise',
  'slack',
  'outgoing',
  'wiki',
  'calendar',
  OTHERS,
  'planning',
  'config',
  'trouble',
];

export const PANES: readonly Pane[] = panesOf(DUTIES);

/** Throws for a pane that neither its duty nor the sandbox draws. */
export function panesOf(duties: readonly AnyDuty[]): Pane[] {
  const theirs = duties.flatMap((duty) => (duty.panes ?? []).map((pane) => paneOf(duty, pane)));
  return [...OWN, ...theirs].toSorted((a, b) => place(a) - place(b));
}

function paneOf({ name, section = name }: AnyDuty, pane: DutyPane<unknown>): Pane {
  const { id, title, sections } = pane;
  if (sections !== undefined) return plainPane({ ...pane, sections }, section);
  const drawn = DRAWN[id];
  if (drawn === undefined) throw new Error(`nobody draws the pane ${id} of the duty ${name}`);
  return { ...drawn, id, title };
}

function place({ id }: Pane): number {
  return TABS.indexOf(TABS.includes(id) ? id : OTHERS);
}
