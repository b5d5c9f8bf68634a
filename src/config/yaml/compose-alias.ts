// Aliases (`*name`): the value that they repeat, as long as they repeat little.
import type { Path } from '../../domain/problem.ts';
import { type Composer, tell } from './composer.ts';
import { quoted } from './hidden.ts';
import type { Node } from './node.ts';
import { MAX_ENTRIES } from './refuse-text.ts';

/** Most aliases in one file. */
const MAX_ALIASES = 20;

/** The node that an alias names; nothing, with a problem told, when there is none or there are too many. */
export function composeAlias(composer: Composer, path: Path, start: number, end: number): Node {
  const name = composer.source.slice(start, end);
  const at = composer.placeAt(start - 1);
  const anchor = composer.anchors.get(name);
  composer.end = Math.max(composer.end, end);
  composer.aliases++;
  composer.size += anchor?.size ?? 0;
  if (anchor === undefined) tell(composer, path, at, unknownAlias(name));
  else if (composer.aliases <= MAX_ALIASES && composer.size <= MAX_ENTRIES) return anchor.node;
  else if (!composer.problems.some(({ code }) => code === 'too-many-aliases'))
    tell(composer, path, at, {
      code: 'too-many-aliases',
      message: `Aliases repeat too much from this line; at most ${MAX_ALIASES} are read.`,
      fix: 'Write the values out, or move them into a preset.',
    });
  return { kind: 'nothing', at };
}

function unknownAlias(name: string) {
  const written = quoted(`*${name}`);
  if (/^[\w-]+$/.test(name))
    return {
      code: 'unknown-alias',
      message: `The alias ${written} names no value above it.`,
      fix: `Put "&${name}" before the value that it should repeat, or put it in quotes when it is a text.`,
    };
  return {
    code: 'unknown-alias',
    message: `${written} begins with *, which YAML takes for an alias.`,
    fix: `Put it in quotes: '*${name.slice(0, 40)}'.`,
  };
}
