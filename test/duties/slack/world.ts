// The Kyma cycle as plain data for the duty that sends messages.
import * as z from 'zod';
import type { CommandComment } from '../../../src/domain/command-comment.ts';
import { day } from '../../../src/domain/day.ts';
import type { DesiredNotice } from '../../../src/domain/desired-notice.ts';
import type { LedgerEntry } from '../../../src/domain/observed.ts';
import type { OutboxRow } from '../../../src/domain/outbox.ts';
import type { Release } from '../../../src/domain/release.ts';
import type { Standing } from '../../../src/domain/standing.ts';
import { slackConfig } from '../../../src/duties/slack/config.ts';
import { slackDuty } from '../../../src/duties/slack/index.ts';
import type { SlackInput } from '../../../src/duties/slack/input.ts';
import {
  at,
  context,
  ledgerState,
  read,
  releaseOf as firstRelease,
  source,
  spec,
  trackingIssue,
} from '../../support/world.ts';

export const CYCLE = `extends: [kyma-release]
timezone: Europe/Berlin
roles:
  release-master: [alice]
  release-manager: [bob]
  scrum-master: [carol]
releases:
  - version: '1.10.0'
    title: Kyma 1.10
    start: 2020-01-20
    release: 2020-03-05
    branch: release-1.10
`;

export function releaseOf(text = CYCLE): Release {
  return firstRelease(read(text));
}

export interface Setting {
  readonly now: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly release?: Release;
  readonly audiences?: SlackInput['audiences'];
  readonly teams?: SlackInput['teams'];
  readonly rows?: Readonly<Record<string, OutboxRow>>;
  readonly entries?: readonly LedgerEntry[];
  readonly commands?: readonly CommandComment[];
  readonly standing?: readonly Standing[];
  readonly published?: boolean;
  /** Nobody knows what is out. */
  readonly unread?: boolean;
  /** Logins of those who opted out in the config, and of those who muted the release. */
  readonly quiet?: readonly string[];
  readonly muted?: readonly string[];
  readonly acknowledge?: readonly string[];
}

export const AUDIENCES: SlackInput['audiences'] = {
  teams: { slack: ['#releases'], teams: true, mail: [], webhook: [], reach: 'internal' },
  community: {
    slack: ['#general'],
    teams: false,
    workspace: 'community',
    mail: [],
    webhook: [],
    reach: 'external',
  },
  press: {
    slack: [],
    teams: false,
    mail: ['press@example.org'],
    webhook: [],
    reach: 'external',
    approval: 'lead',
  },
};

export const TEAMS: SlackInput['teams'] = {
  api: { github: 'acme/api', slack: '#team-api', paths: [] },
  web: { github: 'acme/web', paths: [] },
};

/** The release in the last week but one. */
const CYCLE_WEEKS = { weeks: 8, releaseWeek: 7, weeksAfter: 1, phases: [] };

export function inputOf(setting: Setting): SlackInput {
  const release = setting.release ?? releaseOf();
  const { muted, entries = [], rows = {} } = setting;
  const state = muted === undefined ? {} : { state: ledgerState({ muted }) };
  const tracking = trackingIssue('1.10.0', {
    title: 'Kyma 1.10',
    url: 'https://github.com/acme/demo/issues/1',
    createdAt: at('2020-01-20T08:00:00Z'),
    ledger: { commentId: 1, body: '', entries, ...state },
    records: [{ name: 'messages', commentId: 2, body: '', rows }],
  });
  const publications = [
    {
      version: '1.10.0',
      published: setting.published ?? false,
      url: setting.published === true ? 'https://github.com/acme/demo/releases/tag/1.10.0' : '',
    },
  ];
  const config = z.parse(slackConfig, { dates: ['teams'], ...setting.config });
  return {
    ...context({
      now: at(setting.now),
      releases: [release],
      sections: { slack: config, acknowledge: {} },
      issues: [tracking],
      optedOut: setting.quiet,
      source: source(spec({ timezone: 'Europe/Berlin', cycle: CYCLE_WEEKS })),
    }),
    config,
    ...(setting.unread === true ? {} : { publications }),
    people: { alice: { name: 'Alice Ada', slack: 'U012ABC' } },
    teams: setting.teams ?? TEAMS,
    audiences: setting.audiences ?? AUDIENCES,
    told: { acknowledge: setting.acknowledge ?? [] },
    observed: {
      ownIssues: [tracking],
      commands: setting.commands ?? [],
      publications,
    },
    standing: setting.standing ?? [],
  };
}

/** What the duty wants to have sent. */
export function noticesOf(setting: Setting): DesiredNotice[] {
  return slackDuty.desire(inputOf(setting)).desired.filter((one) => one.kind === 'notice');
}

/** A row as it stands after a message went out. */
export function sentRow(when: string, tells: Readonly<Record<string, string>> = {}): OutboxRow {
  const days = Object.fromEntries(Object.entries(tells).map(([id, text]) => [id, day(text)]));
  return {
    claim: 'x',
    at: at(when),
    tries: 1,
    until: at('2020-12-31T00:00:00Z'),
    sent: { place: 'C1', id: '1.1' },
    tells: days,
  };
}
