// What people say by the checkboxes of a team's issue: results that they record or take back, and what does not count.
import { readTicks } from '../../../body/ticks.ts';
import type { Day } from '../../../domain/day.ts';
import { type ManualResult, type Result, type Results, keyOf } from '../../../domain/manual-test.ts';
import { countResults, isPassed } from '../../../manual-tests/count-results.ts';
import { isDone, signOffRow, signOffRun } from '../../../manual-tests/sign-off.ts';
import { runBox, signOffBox } from './keys.ts';
import { type Note, type TeamMemory, readMemory } from './memory.ts';
import type { TeamCandidate, TeamIssue } from './team-issue.ts';

export interface Heard {
  readonly results: Results;
  /** By the id of the box. */
  readonly notes: TeamMemory['notes'];
  /** Whether a box changed a result. */
  readonly isChanged: boolean;
}

interface Change {
  readonly isChecked: boolean;
  /** What the issue showed when it was written last. */
  readonly shown: Result | undefined;
  /** Login; absent: nobody knows. */
  readonly by: string | undefined;
}

/**
 * A box counts where it differs from what relcomms wrote last. On GitHub only people with write access edit the text of
 * an issue that somebody else opened, and they may record results anyway. `results` hold what was said by commands.
 */
export function hearBoxes(issue: TeamIssue, results: Results, today: Day, asksSignOff: boolean): Heard {
  const { found, team, candidates } = issue;
  const memory = found === undefined ? undefined : readMemory(found);
  if (found === undefined || memory === undefined) return { results, notes: new Map(), isChanged: false };
  const after = new Map(results);
  const notes = new Map(found.ownBody === undefined ? keptNotes(memory, candidates, results) : []);
  const changes = changesIn(issue, memory);
  for (const { milestone, runs } of candidates) {
    for (const { id: run } of runs) {
      const box = runBox(milestone.id, run);
      const change = changes.get(box);
      if (change === undefined) continue;
      const answer = answerRun(change, after.get(keyOf({ candidate: milestone.id, run })), today);
      if (answer === undefined) continue;
      if ('why' in answer) notes.set(box, answer);
      else put(after, { ...answer, candidate: milestone.id, run });
    }
    if (!asksSignOff) continue;
    const box = signOffBox(milestone.id);
    const change = changes.get(box);
    const key = keyOf({ candidate: milestone.id, run: signOffRun(team) });
    if (change === undefined || change.isChecked === isDone(after.get(key)?.result)) continue;
    const isReady = isPassed(countResults(runs, milestone.id, after));
    if (isProgram(change)) notes.set(box, noteOf('program', change));
    else if (!change.isChecked) after.delete(key);
    else if (isReady)
      after.set(key, signOffRow(team, milestone.id, { by: change.by?.toLowerCase(), day: today }));
    else notes.set(box, noteOf('unready', change));
  }
  return { results: after, notes, isChanged: !isSame(results, after) };
}

/** Boxes that are not as they were written. */
function changesIn({ found }: TeamIssue, { shown }: TeamMemory): ReadonlyMap<string, Change> {
  const boxes = [...readTicks(found?.body ?? '')].filter(
    ([id, isChecked]) => isChecked !== isDone(shown.get(id)),
  );
  return new Map(
    boxes.map(([id, isChecked]) => {
      const by = found?.boxes?.find((box) => box.id === id)?.by;
      return [id, { isChecked, shown: shown.get(id), by }];
    }),
  );
}

/** The fields of the row as they are now, why the box does not count, or nothing where both agree. */
function answerRun(
  change: Change,
  row: ManualResult | undefined,
  day: Day,
): Omit<ManualResult, 'run' | 'candidate'> | Note | undefined {
  const { isChecked, shown, by } = change;
  if (isChecked === isDone(row?.result)) return undefined;
  if (isProgram(change)) return noteOf('program', change);
  if (row?.result !== shown) return noteOf('newer', change);
  const tester = by?.toLowerCase() ?? row?.tester;
  const kept = row?.link === undefined ? {} : { link: row.link };
  if (isChecked) return { ...kept, result: 'pass', day, ...(tester === undefined ? {} : { tester }) };
  return { ...kept, ...(row?.tester === undefined ? {} : { tester: row.tester }) };
}

function isProgram({ by }: Change): boolean {
  return by?.endsWith('[bot]') === true;
}

function noteOf(why: Note['why'], { by }: Change): Note {
  return { why, ...(by === undefined ? {} : { by }) };
}

/** Nobody has edited the text since: what it says of boxes that were set back is still to be read. */
function keptNotes(
  { notes, shown }: TeamMemory,
  candidates: readonly TeamCandidate[],
  results: Results,
): (readonly [string, Note])[] {
  const now = new Map(
    candidates.flatMap(({ milestone: { id: candidate }, runs }) =>
      runs.map(
        ({ id: run }) => [runBox(candidate, run), results.get(keyOf({ candidate, run }))?.result] as const,
      ),
    ),
  );
  return [...notes].filter(([box]) => !now.has(box) || now.get(box) === shown.get(box));
}

function put(results: Map<string, ManualResult>, row: ManualResult): void {
  const { result, tester, day, link, note } = row;
  if ([result, tester, day, link, note].every((field) => field === undefined)) results.delete(keyOf(row));
  else results.set(keyOf(row), row);
}

function isSame(a: Results, b: Results): boolean {
  return a.size === b.size && [...b].every(([key, row]) => a.get(key) === row);
}
