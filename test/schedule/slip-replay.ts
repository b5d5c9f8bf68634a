// Replays the changes that Kubernetes merged into its schedules, each on the schedule as it stood before.
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { spliceDays } from '../../src/config/splice-day.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { type Day, day } from '../../src/domain/day.ts';
import type { SlipRow, SlipTable } from '../../src/domain/slip.ts';
import type { ScheduleSpec } from '../../src/domain/spec.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { slip } from '../../src/schedule/slip.ts';
import { withDays } from '../../src/schedule/slip-apply.ts';

interface Written {
  readonly release: string;
  readonly merged: string;
  readonly moved: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly added: readonly string[];
}

/** How a row that moved in the real change is explained. */
export interface Verdict {
  readonly change: string;
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  /** `told`: a person named it; `follows`: it moves by itself; `asked`: a person decides; `miss`: nothing named it. */
  readonly kind: 'told' | 'follows' | 'asked' | 'miss';
  readonly reason: string;
  /** Whether the suggestion was what people chose, for asked rows. */
  readonly foreseen?: boolean;
}

export interface Replay {
  readonly change: string;
  readonly today: Day;
  readonly verdicts: readonly Verdict[];
  /** Rows of the published schedule that relcomms moved and people did not, or to another day. */
  readonly wrong: readonly string[];
  /** Rows ahead that were asked about and did not move. */
  readonly inVain: readonly string[];
  /** Rows of the last week of which it was asked whether they happened, and that did not move. */
  readonly unsure: readonly string[];
  /** The one call that names what the change is about. */
  readonly table: SlipTable;
  /** The one call that names every row of the change. */
  readonly answered: SlipTable;
  readonly before: ScheduleSpec;
  /** After the call that names every row. */
  readonly after: ScheduleSpec;
}

const CHANGES = (
  load(readFileSync('test/fixtures/slips/kubernetes.yml', 'utf8')) as { readonly changes: readonly Written[] }
).changes;

/** `anchored` writes what comes with another row by its nature as such; otherwise every row has its own day. */
export function replayAll(anchored: boolean): Replay[] {
  return CHANGES.map((change) => replay(change, anchored));
}

/**
 * One call for each change. Named by the person is what the change is about: the first of its rows, in order of day.
 * Whatever else moved has to follow or be asked.
 */
function replay(change: Written, anchored: boolean): Replay {
  const name = `${change.release} ${change.merged}`;
  const text = textBefore(change, anchored);
  const before = specOfText(text);
  const open = change.moved.map(({ id, from, to }) => ({ id, from: day(from), to: day(to) }));
  const call = (rows: typeof open): SlipTable => {
    const moves = rows.map(({ id, to }) => ({ milestone: id, to }));
    const table = slip(before, { version: change.release, moves, today: day(change.merged) });
    if ('code' in table) throw new Error(table.message);
    return table;
  };
  const table = call(open.slice(0, 1));
  const verdicts = open.map((row) => ({ change: name, ...row, ...explained(table, row.id, row.to) }));
  const answered = call(open);
  const spliced = spliceDays(text, answered.edits);
  if ('problem' in spliced) throw new Error(spliced.problem.message);
  const after = specOfText(spliced.text);
  expect(after).toEqual(withDays(before, answered.edits));
  const really = new Map(open.map(({ id, to }) => [id, to]));
  const others = (rows: readonly SlipRow[]): string[] =>
    rows.flatMap(({ kind, id }) => (kind === 'milestone' && !really.has(id) ? [id] : []));
  const wrong = movedRows(table)
    .filter(({ kind, id, to }) => kind === 'milestone' && publishes(before, id) && really.get(id) !== to)
    .map(({ id }) => id);
  return {
    change: name,
    today: day(change.merged),
    verdicts,
    wrong,
    inVain: others(table.asked),
    unsure: others(table.unsure),
    table,
    answered,
    before,
    after,
  };
}

/** Whether the row is one of the published schedule; the others come from the preset and lean on the release. */
export function publishes(spec: ScheduleSpec, id: string): boolean {
  return spec.releases.some(({ milestones }) => Object.hasOwn(milestones, id));
}

function explained(table: SlipTable, id: string, to: Day): Pick<Verdict, 'kind' | 'reason' | 'foreseen'> {
  const moved = movedRows(table).find((row) => row.id === id);
  if (table.named.some(({ milestone }) => milestone === id))
    return { kind: 'told', reason: moved?.reason ?? '' };
  if (moved?.to === to) return { kind: 'follows', reason: moved.reason };
  const asked = [...table.asked, ...table.unsure].find((row) => row.id === id);
  if (asked === undefined) return { kind: 'miss', reason: 'neither moved nor asked' };
  return { kind: 'asked', reason: asked.reason, foreseen: asked.suggestion === to };
}

function movedRows({ moves, missed }: SlipTable): readonly SlipRow[] {
  return [...missed, ...moves];
}

/** The published schedule, with this change and all later ones taken back: what was added goes, what moved returns. */
function textBefore(change: Written, anchored: boolean): string {
  const published = readFileSync(`test/fixtures/schedules/${change.release}.yml`, 'utf8');
  const later = CHANGES.slice(CHANGES.indexOf(change)).filter(({ release }) => release === change.release);
  const back = later.toReversed().reduce((text, { moved, added, release }) => {
    const kept = text
      .split('\n')
      .filter((line) => !added.some((id) => line.startsWith(`      ${id}: `)))
      .join('\n');
    const edits = moved.map(({ id, from }) => ({ version: release, milestone: id, to: day(from) }));
    const spliced = spliceDays(kept, edits);
    if ('problem' in spliced) throw new Error(spliced.problem.message);
    return spliced.text;
  }, published);
  return anchored ? withAnchors(back) : back;
}

/** What goes along by its nature, decided once for all schedules: jobs with their branch, blog and thaw with the release. */
const ANCHORS: Readonly<Record<string, string>> = {
  'release-jobs': 'release-branch',
  'release-blog-published': 'release',
  thaw: 'release',
};

function withAnchors(text: string): string {
  return Object.entries(ANCHORS).reduce((result, [id, anchor]) => {
    const row = (name: string) => new RegExp(`^      ${name}: \\{ on: (\\S+?),`, 'm').exec(result);
    const own = row(id);
    if (own === null || own[1] !== row(anchor)?.[1]) return result;
    return result.replace(own[0], own[0].replace(own[1] ?? '', anchor));
  }, text);
}

function specOfText(text: string): ScheduleSpec {
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.config.schedule;
}
