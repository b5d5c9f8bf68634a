// Switches relcomms on or off in the text of a config: only that line changes or is added.
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../domain/problem.ts';
import type { Spliced } from './splice-day.ts';
import { type TextChange, applyChanges, entryOf, replaceValue } from './splice-map.ts';
import { type MapSpan, spansOf } from './splice-spans.ts';
import { valueOf } from './value-of.ts';
import { readYaml } from './yaml/read-yaml.ts';

const MARK = '\ufeff';
const KEY = 'enabled';

/** The key comes above all others. What was spliced is read again: when it says anything else, it is refused. */
export function spliceSwitch(text: string, to: 'yes' | 'no'): Spliced {
  const mark = text.startsWith(MARK) ? MARK : '';
  const source = text.slice(mark.length);
  const { tree, problems } = readYaml(source);
  if (tree === undefined || problems[0] !== undefined) return { problem: problems[0] ?? byHand(to) };
  const file = spansOf(source);
  const change = file.kind === 'map' ? changeOf(source, file, to) : undefined;
  if (change === undefined) return { problem: byHand(to) };
  const spliced = applyChanges(source, [change]);
  const after = readYaml(spliced);
  const wanted = { ...(valueOf(tree) as object), [KEY]: to };
  const good = after.tree !== undefined && after.problems.length === 0;
  if (!good || !isDeepStrictEqual(plain(valueOf(after.tree)), plain(wanted))) return { problem: byHand(to) };
  return { text: mark + spliced };
}

function changeOf(source: string, file: MapSpan, to: string): TextChange | undefined {
  const there = entryOf(file, KEY);
  if (there !== undefined) return there.value.marked ? undefined : replaceValue(source, there, to);
  const [first] = file.entries;
  if (first === undefined) return undefined;
  const at = first.key.start;
  const eol = /\r\n|\n/.exec(source)?.[0] ?? '\n';
  return { from: at, to: at, text: file.flow ? `${KEY}: ${to}, ` : `${KEY}: ${to}${eol}` };
}

/** Without prototypes, which differ where nothing else does. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function byHand(to: string): Problem {
  return {
    code: 'no-place',
    severity: 'error',
    path: [],
    message: 'The config is written in a way that relcomms does not change by itself.',
    fix: `Write "${KEY}: ${to}" at its top.`,
  };
}
