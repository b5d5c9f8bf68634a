// A vote as plain data: what the duty wants is carried out on that data, and the next run sees it.
import * as z from 'zod';
import type { CommandComment } from '../../../src/domain/command-comment.ts';
import type { DesiredComment, DesiredPull } from '../../../src/domain/desired.ts';
import type { LedgerEntry, RecordComment } from '../../../src/domain/observed.ts';
import type { Skip } from '../../../src/domain/desired.ts';
import type { Standing } from '../../../src/domain/standing.ts';
import type { VotesSeen } from '../../../src/domain/votes.ts';
import { goNoGoConfig } from '../../../src/duties/go-no-go/config.ts';
import type { GoNoGoInput } from '../../../src/duties/go-no-go/input.ts';
import { goNoGoDuty } from '../../../src/duties/go-no-go/index.ts';
import { openVotes } from '../../../src/duties/go-no-go/votes.ts';
import type { Prepared } from '../../../src/run/prepare.ts';
import { at, context, read, releaseOf, sourceOf, trackingIssue } from '../../support/world.ts';

/** The decision is on Thu 21 Nov 2019 at 17:00 UTC. */
export const CYCLE = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice], qa: [Bob] }
milestones:
  decision: { on: release - 5 days, at: '17:00', title: Final decision }
releases: [{ version: '1.0.0', start: 2019-11-04, release: 2019-11-26 }]
tracking-issue: {}
`;

export const TEAMS: GoNoGoInput['teams'] = {
  api: { github: 'acme/api', paths: [], lead: 'dan', people: ['eve', 'fay'] },
  web: { github: 'acme/web', paths: [], lead: 'gus' },
};

export const VOTE = { roles: ['lead', 'qa'], teams: ['api', 'web'], slip: 'release' };

export interface Look {
  readonly now: string;
  readonly said?: readonly CommandComment[];
  readonly votes?: Partial<VotesSeen>;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly teams?: GoNoGoInput['teams'];
  readonly quiet?: readonly string[];
}

export interface Told {
  readonly comments: readonly DesiredComment[];
  readonly pulls: readonly DesiredPull[];
  readonly standing: readonly Standing[];
  readonly skips: readonly Skip[];
  /** Keys of answers that wait for the comment of the vote. */
  readonly answers: readonly string[];
}

export interface VoteWorld {
  readonly entries: LedgerEntry[];
  readonly records: RecordComment[];
  readonly run: (look: Look) => Told;
  /** What would be read for the next run. */
  readonly asked: (look: Look) => ReturnType<typeof openVotes>;
  /** Lines of the newest comment of a vote. */
  readonly lines: () => string[];
}

const known = new Map<string, Prepared>();

/** Many stories are told of one config. */
function preparedOf(text: string): Prepared {
  const prepared = known.get(text) ?? read(text);
  known.set(text, prepared);
  return prepared;
}

export function startVote(text = CYCLE, vote: Readonly<Record<string, unknown>> = VOTE): VoteWorld {
  const entries: LedgerEntry[] = [];
  const records: RecordComment[] = [];
  const prepared = preparedOf(text);
  const inputOf = ({ now, said: commands = [], votes, config, teams = TEAMS, quiet }: Look): GoNoGoInput => {
    const parsed = z.parse(goNoGoConfig, { milestones: { decision: { ...vote, ...config } } });
    const tracking = trackingIssue('1.0.0', {
      ledger: { commentId: 1, body: '', entries: [...entries] },
      records: [...records],
    });
    return {
      ...context({
        now: at(now),
        releases: [releaseOf(prepared)],
        sections: { 'tracking-issue': {}, 'go-no-go': parsed },
        issues: [tracking],
        source: sourceOf(prepared),
        optedOut: quiet,
      }),
      config: parsed,
      teams,
      observed: {
        ownIssues: [tracking],
        commands,
        votes: {
          reactions: records.map(({ commentId }) => ({ commentId, found: { known: true, value: [] } })),
          members: [{ team: 'acme/web', found: { known: true, value: ['gus', 'hal'] } }],
          hasUnheard: false,
          ...votes,
        },
      },
    };
  };
  const run = (look: Look): Told => {
    const { desired, standing = [], skips } = goNoGoDuty.desire(inputOf(look));
    const logged = new Set(entries.map(({ key }) => key));
    for (const one of desired) {
      if (one.kind === 'entry' && !logged.has(one.key)) entries.push(one);
      if (one.kind !== 'record') continue;
      const index = records.findIndex(({ name }) => name === one.name);
      const { name, rows, about: body } = one;
      const kept: unknown = JSON.parse(JSON.stringify(rows));
      const commentId = index === -1 ? 100 + records.length : (records[index]?.commentId ?? 0);
      const record = { name, body, rows: kept as RecordComment['rows'], commentId };
      records.splice(index === -1 ? records.length : index, 1, record);
    }
    return {
      comments: desired.filter((one) => one.kind === 'comment' && !logged.has(one.entry)) as DesiredComment[],
      pulls: desired.filter((one) => one.kind === 'pull'),
      standing,
      skips,
      answers: desired.flatMap((one) => (one.kind === 'record' ? (one.answers ?? []) : [])),
    };
  };
  const asked = (look: Look) => {
    const input = inputOf(look);
    return openVotes(input, input.observed.ownIssues);
  };
  return { entries, records, run, asked, lines: () => (records.at(-1)?.body ?? '').split('\n') };
}

let comments = 1000;

export function said(
  author: string,
  line: string,
  when: string,
  member: readonly string[] = [],
): CommandComment {
  comments += 1;
  const place = { commentId: comments, issue: '1.0.0/tracking-issue', number: 1 };
  return {
    ...place,
    author,
    at: at(when),
    permission: 'read',
    teams: { member, unknown: [] },
    lines: [line],
  };
}

/** Rows of the table of votes: the voter, and what it votes. */
export function votesIn(lines: readonly string[]): Record<string, string> {
  const rows = lines
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return Object.fromEntries(
    rows
      .filter(([, name]) => name !== 'Voter' && !/^-+$/.test(name ?? ''))
      .map(([, name = '', vote = '']) => [name, vote]),
  );
}
