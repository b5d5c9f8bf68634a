// Keys: what may be one, what may not, and the value that a `#` without quotes loses.
import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';
import type { Path } from '../../domain/problem.ts';
import { type Composer, tell } from './composer.ts';
import { quoted } from './hidden.ts';
import type { Node, Place } from './node.ts';

/** The key's text; undefined, with a problem told, when it can't be a key here. */
export function composeKey(
  composer: Composer,
  event: Event | undefined,
  node: Node,
  path: Path,
): string | undefined {
  if (event?.type === EVENT_ID.SCALAR && getScalarValue(composer.source, event) === '<<')
    tell(composer, [...path, '<<'], node.at, {
      code: 'merge-key',
      message: 'Merge keys ("<<") are not supported.',
      fix: 'Write the keys out where they are needed.',
    });
  else if (node.kind !== 'text')
    tell(composer, path, node.at, {
      code: 'bad-key',
      message: node.kind === 'nothing' ? 'A key is empty.' : `A ${node.kind} can't be a key.`,
      fix: 'Write a word before the colon.',
    });
  else if (node.text !== '__proto__') return node.text;
  else
    tell(composer, [...path, node.text], node.at, {
      code: 'bad-key',
      message: '"__proto__" can\'t be a key.',
      fix: 'Choose another name.',
    });
  return undefined;
}

export function tellRepeatedKey(composer: Composer, path: Path, at: Place, first: Place): void {
  tell(composer, path, at, {
    code: 'repeated-key',
    message: `The key ${quoted(String(path.at(-1)))} appears twice; the first is on line ${first.line}.`,
    fix: 'Keep one of the two, or join what they hold.',
  });
}

/** `slack: #team-api` without quotes is an empty key with a comment: YAML drops what was meant as a value. */
export function tellLostComment(composer: Composer, path: Path, keyEnd: number): void {
  const lost = /^["']?\s*:[ \t]+(#[^\s#][^\r\n]*)/.exec(composer.source.slice(keyEnd, keyEnd + 200));
  if (lost?.[1] === undefined) return;
  const at = composer.placeAt(keyEnd + lost[0].length - lost[1].length);
  tell(composer, path, at, {
    code: 'lost-comment',
    message: `${quoted(lost[1].trimEnd())} is read as a comment, so ${quoted(String(path.at(-1)))} is empty.`,
    fix: `Put it in quotes: '${lost[1].split(/\s/)[0] ?? ''}'. A comment has a space after its #.`,
  });
}
