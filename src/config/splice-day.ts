// Gives a milestone another day in the text of a config: only the lines concerned change.
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../domain/problem.ts';
import type { DayEdit } from '../domain/slip.ts';
import { expectedValues } from './splice-expected.ts';
import { addBehind, applyChanges, entryOf, quotedLike, replaceValue } from './splice-map.ts';
import { type Changes, milestoneChanges, reasonChanges } from './splice-milestone.ts';
import { quotedReason, readReason } from './splice-reason.ts';
import { isOfRule, withSingle } from './splice-release.ts';
import { type MapSpan, spansOf } from './splice-spans.ts';
import { valueOf } from './value-of.ts';
import { type MapNode, textAt } from './yaml/node.ts';
import { readYaml } from './yaml/read-yaml.ts';

export type Spliced = { readonly text: string } | { readonly problem: Problem };

const MARK = '\ufeff';

/**
 * The text with the day changed, its comments, quotes, order and line ends kept. What was spliced is read again:
 * when it says anything but the same config with this day, reason and claims, it is refused.
 */
export function spliceDay(text: string, edit: DayEdit): Spliced {
  const reason = edit.because === undefined ? undefined : readReason(edit.because);
  if (reason !== undefined && 'problem' in reason) return reason;
  const wanted = { ...edit, because: reason?.reason };
  const mark = text.startsWith(MARK) ? MARK : '';
  const source = text.slice(mark.length);
  const { tree, problems } = readYaml(source);
  if (tree === undefined || problems[0] !== undefined) return { problem: problems[0] ?? inPlace(edit) };
  const index = indexOf(tree, edit.version);
  if (index < 0) return spliceOfRule(text, tree, edit);
  const release = releaseSpan(source, index);
  const changes = release && changesOf(source, release, wanted);
  if (changes === undefined) return { problem: inPlace(edit) };
  const spliced = applyChanges(source, changes);
  const after = readYaml(spliced);
  const good = after.tree !== undefined && after.problems.length === 0;
  if (!good || !isDeepStrictEqual(valueOf(after.tree), expectedValues(valueOf(tree), index, wanted)))
    return { problem: inPlace(edit) };
  return { text: mark + spliced };
}

/** A release that follows from a rule is written beside it first. */
function spliceOfRule(text: string, tree: MapNode, edit: DayEdit): Spliced {
  const mark = text.startsWith(MARK) ? MARK : '';
  if (!isOfRule(tree, edit.version)) return { problem: notInFile(tree, edit) };
  const single = withSingle(text.slice(mark.length), tree, edit.version);
  return single === undefined ? { problem: inPlace(edit) } : spliceDay(mark + single, edit);
}

/** Makes several changes of days, one after the other. */
export function spliceDays(text: string, edits: readonly DayEdit[]): Spliced {
  return edits.reduce<Spliced>(
    (spliced, edit) => ('problem' in spliced ? spliced : spliceDay(spliced.text, edit)),
    { text },
  );
}

function indexOf(tree: MapNode, version: string): number {
  const releases = tree.entries.get('releases')?.value;
  if (releases?.kind !== 'list') return -1;
  return releases.items.findIndex((item) => textAt(item, 'version')?.trim() === version);
}

function releaseSpan(source: string, index: number): MapSpan | undefined {
  const file = spansOf(source);
  const releases = file.kind === 'map' ? entryOf(file, 'releases')?.value : undefined;
  const release = releases?.kind === 'list' ? releases.items[index] : undefined;
  return release?.kind === 'map' ? release : undefined;
}

function changesOf(source: string, release: MapSpan, edit: DayEdit): Changes {
  if (edit.milestone === 'start') return startChanges(source, release, edit);
  if (edit.milestone !== 'release') return milestoneChanges(source, release, edit);
  const day = releaseChanges(source, release, edit);
  const milestones = entryOf(release, 'milestones')?.value;
  const along = milestones?.kind === 'map' && entryOf(milestones, 'release') !== undefined;
  const own = along ? milestoneChanges(source, release, edit) : [];
  return day && own && [...day, ...own];
}

function releaseChanges(source: string, release: MapSpan, edit: DayEdit): Changes {
  const day = entryOf(release, 'release');
  if (day === undefined) return releaseAdded(source, release, edit);
  if (day.value.kind !== 'text') return undefined;
  const because = reasonChanges(source, release, day, edit.because);
  return because && [replaceValue(source, day, quotedLike(day.value, edit.to)), ...because];
}

/** A single release that has its day from a rule so far gets its own behind the version. */
function releaseAdded(source: string, release: MapSpan, { to, because }: DayEdit): Changes {
  const version = entryOf(release, 'version');
  if (version === undefined) return undefined;
  const reason = because === undefined ? [] : [`because: ${quotedReason(because)}`];
  const lines = [`release: ${to}`, ...reason];
  return [addBehind(source, release, version, release.flow ? [lines.join(', ')] : lines)];
}

/** The start of a cycle that was counted back from release day so far is written behind the version. */
function startChanges(source: string, release: MapSpan, { to }: DayEdit): Changes {
  const start = entryOf(release, 'start');
  const version = entryOf(release, 'version');
  if (start?.value.kind === 'text') return [replaceValue(source, start, quotedLike(start.value, to))];
  if (start !== undefined || version === undefined) return undefined;
  return [addBehind(source, release, version, [`start: ${to}`])];
}

function notInFile(tree: MapNode, { version }: DayEdit): Problem {
  const written = tree.entries.has('releases');
  return {
    code: 'unknown-release',
    severity: 'error',
    path: ['releases'],
    message: written
      ? `There is no release ${version} in the file.`
      : `The release ${version} comes from a preset, not from the file.`,
    fix: written ? 'Check the version.' : 'Change it in the preset, or write `releases` in the file.',
  };
}

function inPlace({ version, milestone, to }: DayEdit): Problem {
  return {
    code: 'no-splice',
    severity: 'error',
    path: ['releases', version, 'milestones', milestone],
    message: `The day of "${milestone}" of ${version} can't be changed in place: an anchor, an alias or an unusual layout is in the way.`,
    fix: `Write it out as "${milestone}: ${to}", without anchors and aliases, or change it by hand.`,
  };
}
