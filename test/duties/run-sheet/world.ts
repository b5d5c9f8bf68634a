// A release day with a run sheet, as plain data for its duty.
import type { FoundEvidence } from '../../../src/domain/proof.ts';
import type { LedgerEntry, LedgerState } from '../../../src/domain/observed.ts';
import type { OutboxRow } from '../../../src/domain/outbox.ts';
import type { RunSheetInput } from '../../../src/duties/run-sheet/input.ts';
import { at, context, ledgerState, read, releaseOf, trackingIssue } from '../../support/world.ts';

export const PAGE = 'https://example.org/news';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 1 }
timezone: UTC
roles: { lead: [alice] }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30 }]
tasks:
  - { id: early, title: Do it before, due: release - 1 day }
  - { id: tag, title: Tag it, role: lead, due: release at 10:00, proof: { tag: yes } }
  - { id: build, title: Build it, role: lead, due: release at 11:00, proof: { workflow: build.yml, page: '${PAGE}' } }
  - { id: news, title: Publish the news, due: release at 14:00, after: [build] }
  - { id: party, title: Party, due: release at 14:30, optional: yes }
  - { id: tidy, title: Tidy up, due: release }
`;

export const RELEASE = releaseOf(read(CONFIG));

interface Setting {
  readonly now: string;
  /** Ids of the boxes that are checked. */
  readonly done?: readonly string[];
  readonly evidence?: readonly FoundEvidence[];
  readonly state?: Partial<LedgerState>;
  readonly entries?: readonly LedgerEntry[];
  readonly rows?: Readonly<Record<string, OutboxRow>>;
  readonly told?: RunSheetInput['told'];
}

export function inputOf({
  now,
  done = [],
  evidence = [],
  state = {},
  entries = [],
  rows = {},
  told,
}: Setting) {
  const boxes = RELEASE.tasks.map(
    ({ id }) =>
      `- [${done.includes(id) ? 'x' : ' '}] <!-- relcomms:task ${id} week-4 -->${id}<!-- /relcomms:task -->`,
  );
  const tracking = trackingIssue('1.10.0', {
    url: 'https://github.com/acme/demo/issues/1',
    body: boxes.join('\n'),
    ledger: { commentId: 1, body: '', entries, state: ledgerState(state) },
    records: [{ name: 'messages', commentId: 2, body: '', rows }],
  });
  const config = { late: 15, ahead: 1, to: ['teams', 'community', 'press'] };
  return {
    ...context({ now: at(now), releases: [RELEASE], sections: { 'run-sheet': config }, issues: [tracking] }),
    config,
    audiences: {
      teams: { slack: ['#releases'], teams: false, mail: [], webhook: [], reach: 'internal' },
      community: { slack: ['#general'], teams: false, mail: [], webhook: [], reach: 'external' },
      press: { slack: ['#press'], teams: false, mail: [], webhook: [], reach: 'internal', approval: 'lead' },
    },
    told,
    observed: { ownIssues: [tracking], evidence },
  } as RunSheetInput;
}
