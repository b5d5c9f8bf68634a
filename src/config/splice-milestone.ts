// The changes of text that give a milestone of a release its new day, reason and claims.
import type { DayEdit } from '../domain/slip.ts';
import { newWeek, newWeekday } from './splice-claims.ts';
import { leansOnRelease } from './splice-expected.ts';
import {
  type TextChange,
  addBehind,
  addLines,
  columnOf,
  entryOf,
  quotedLike,
  removeEntry,
  replaceValue,
} from './splice-map.ts';
import { quotedReason } from './splice-reason.ts';
import type { EntrySpan, MapSpan, TextSpan } from './splice-spans.ts';

/** Undefined where the text has a shape that can't be changed in place. */
export type Changes = readonly TextChange[] | undefined;

/** Changes a milestone that stands with the release, or adds it there. */
export function milestoneChanges(source: string, release: MapSpan, edit: DayEdit): Changes {
  const milestones = entryOf(release, 'milestones');
  const map = milestones?.value.kind === 'map' ? milestones.value : undefined;
  const own = map && entryOf(map, edit.milestone);
  if (own === undefined)
    return edit.follows === true ? undefined : additions(source, release, milestones, edit);
  if (own.value.kind === 'map') return fullChanges(source, own.value, edit);
  if (own.value.kind !== 'text') return undefined;
  if (edit.follows === true) return [];
  if (edit.because === undefined || edit.milestone === 'release') return dayChanges(source, own, edit);
  const day = quotedLike(own.value, edit.to);
  // What an anchor or a tag says about a day is wrong about a set of keys.
  if (own.value.marked) return undefined;
  return [replaceValue(source, own, `{ on: ${day}, because: ${quotedReason(edit.because)} }`)];
}

/** The day in the quotes that it had. What leans on release day follows it, so it stays as written. */
function dayChanges(source: string, entry: EntrySpan, { milestone, to, follows }: DayEdit): Changes {
  const { value } = entry;
  if (value.kind !== 'text') return undefined;
  if (follows === true || (milestone === 'release' && leansOnRelease(textOf(source, value)))) return [];
  return [replaceValue(source, entry, quotedLike(value, to))];
}

function fullChanges(source: string, map: MapSpan, edit: DayEdit): Changes {
  const on = entryOf(map, 'on');
  if (on?.value.kind !== 'text') return undefined;
  const day = dayChanges(source, on, edit);
  // Release day has its reason with the release.
  const wanted = edit.milestone === 'release' ? undefined : edit.because;
  const because = edit.follows === true ? [] : reasonChanges(source, map, on, wanted);
  const old = textOf(source, on.value);
  const claims = [
    claimChange(source, map, 'weekday', (written) => newWeekday(written, edit.to)),
    claimChange(source, map, 'week', (written) => newWeek(written, old, edit.to, edit.week)),
  ].flatMap((change) => change ?? []);
  return day && because && [...day, ...because, ...claims];
}

/** Sets, replaces or removes the reason that stands behind a day. */
export function reasonChanges(
  source: string,
  map: MapSpan,
  day: EntrySpan,
  because: string | undefined,
): Changes {
  const there = entryOf(map, 'because');
  if (because === undefined) return there === undefined ? [] : [removeEntry(source, map, there)];
  const quoted = quotedReason(because);
  if (there === undefined) return [addBehind(source, map, day, [`because: ${quoted}`])];
  if (there.value.kind === 'text' && textOf(source, there.value) === because) return [];
  return [replaceValue(source, there, quoted)];
}

function claimChange(
  source: string,
  map: MapSpan,
  key: string,
  renewed: (written: string) => string,
): TextChange | undefined {
  const entry = entryOf(map, key);
  if (entry?.value.kind !== 'text') return undefined;
  const written = textOf(source, entry.value);
  const word = renewed(written);
  return word === written ? undefined : replaceValue(source, entry, quotedLike(entry.value, word));
}

/** A milestone that only a preset has, or the top of the file, is written with the release. */
function additions(
  source: string,
  release: MapSpan,
  milestones: EntrySpan | undefined,
  { milestone, to, because }: DayEdit,
): Changes {
  const line = `${milestone}: ${because === undefined ? to : `{ on: ${to}, because: ${quotedReason(because)} }`}`;
  const last = release.entries.at(-1);
  if (last === undefined) return undefined;
  if (milestones === undefined)
    return [
      release.flow
        ? addBehind(source, release, last, [`milestones: { ${line} }`])
        : addBehind(source, release, last, ['milestones:', `  ${line}`]),
    ];
  const { value } = milestones;
  if (value.kind === 'map') {
    const end = value.entries.at(-1);
    if (end !== undefined) return [addBehind(source, value, end, [line])];
  }
  if (value.kind === 'nothing' && !release.flow && !value.marked)
    return [addLines(source, milestones, columnOf(source, milestones.key.start) + 2, [line])];
  return value.kind === 'alias' || value.marked
    ? undefined
    : [replaceValue(source, milestones, `{ ${line} }`)];
}

/** What a value of one word says; anything with an escape is not taken for a word that we know. */
function textOf(source: string, { start, end, style }: TextSpan): string {
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const inner = source.slice(start + quote, end - quote);
  return (style === 'single' ? inner.replaceAll("''", "'") : inner).trim();
}
