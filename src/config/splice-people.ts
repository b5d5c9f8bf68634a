// Names the people of a role for one release in the text of a config: only those lines change.
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../domain/problem.ts';
import type { Spliced } from './splice-day.ts';
import { type TextChange, addBehind, applyChanges, entryOf, replaceValue } from './splice-map.ts';
import { type EntrySpan, type MapSpan, spansOf } from './splice-spans.ts';
import { valueOf } from './value-of.ts';
import { textAt } from './yaml/node.ts';
import { readYaml } from './yaml/read-yaml.ts';

export interface PeopleEdit {
  readonly version: string;
  readonly role: string;
  /** Logins. */
  readonly people: readonly string[];
}

const MARK = '\ufeff';

/** Makes several changes, one after the other. What was spliced is read again: when it says anything else, it is refused. */
export function splicePeople(text: string, edits: readonly PeopleEdit[]): Spliced {
  return edits.reduce<Spliced>(
    (spliced, edit) => ('problem' in spliced ? spliced : spliceOne(spliced.text, edit)),
    { text },
  );
}

function spliceOne(text: string, edit: PeopleEdit): Spliced {
  const mark = text.startsWith(MARK) ? MARK : '';
  const source = text.slice(mark.length);
  const { tree, problems } = readYaml(source);
  if (tree === undefined || problems[0] !== undefined) return { problem: problems[0] ?? byHand(edit) };
  const releases = tree.entries.get('releases')?.value;
  const items = releases?.kind === 'list' ? releases.items : [];
  const index = items.findIndex((item) => textAt(item, 'version')?.trim() === edit.version);
  const release = index < 0 ? undefined : releaseSpan(source, index);
  const change = release && changeOf(source, release, edit);
  if (change === undefined) return { problem: byHand(edit) };
  const spliced = applyChanges(source, [change]);
  const after = readYaml(spliced);
  const good = after.tree !== undefined && after.problems.length === 0;
  if (!good || !isDeepStrictEqual(plain(valueOf(after.tree)), expected(plain(valueOf(tree)), index, edit)))
    return { problem: byHand(edit) };
  return { text: mark + spliced };
}

function releaseSpan(source: string, index: number): MapSpan | undefined {
  const file = spansOf(source);
  const releases = file.kind === 'map' ? entryOf(file, 'releases')?.value : undefined;
  const release = releases?.kind === 'list' ? releases.items[index] : undefined;
  return release?.kind === 'map' ? release : undefined;
}

function changeOf(source: string, release: MapSpan, edit: PeopleEdit): TextChange | undefined {
  const line = `${edit.role}: ${listText(edit)}`;
  const roles = entryOf(release, 'roles');
  if (roles === undefined) {
    const last = release.entries.at(-1);
    return last && addBehind(source, release, last, [`roles: { ${line} }`]);
  }
  const { value } = roles;
  if (value.marked || value.kind === 'alias' || value.kind === 'list' || value.kind === 'text')
    return undefined;
  const last = value.kind === 'map' ? value.entries.at(-1) : undefined;
  if (value.kind !== 'map' || last === undefined) return replaceValue(source, roles, `{ ${line} }`);
  const own = entryOf(value, edit.role);
  return own === undefined ? addBehind(source, value, last, [line]) : roleChange(source, own, edit);
}

/** A list in the place of the one that is there; of keys, only `people` changes. */
function roleChange(source: string, own: EntrySpan, edit: PeopleEdit): TextChange | undefined {
  const { value } = own;
  if (value.kind !== 'map') return listChange(source, own, edit);
  const people = entryOf(value, 'people');
  if (people !== undefined) return listChange(source, people, edit);
  const last = value.entries.at(-1);
  return last && addBehind(source, value, last, [`people: ${listText(edit)}`]);
}

/** From the colon on, since a list may stand on lines of its own; comments there are not taken out. */
function listChange(source: string, { key, value }: EntrySpan, edit: PeopleEdit): TextChange | undefined {
  if (value.marked || value.kind === 'alias') return undefined;
  const from = source.indexOf(':', key.end) + 1;
  const to = Math.max(value.end, from);
  return source.slice(from, to).includes('#') ? undefined : { from, to, text: ` ${listText(edit)}` };
}

/** Words that YAML takes for nothing are logins, too. */
function listText({ people }: PeopleEdit): string {
  return `[${people.map((login) => (/^(?!null$)[A-Za-z0-9]/i.test(login) ? login : `'${login}'`)).join(', ')}]`;
}

interface Values {
  readonly [key: string]: unknown;
}

function expected(file: unknown, index: number, { role, people }: PeopleEdit): unknown {
  const { releases, ...rest } = file as Values & { readonly releases: readonly Values[] };
  const changed = releases.map((release, at) => {
    if (at !== index) return release;
    const roles = (release['roles'] ?? {}) as Values;
    const own = roles[role];
    const isFull = typeof own === 'object' && own !== null && !Array.isArray(own);
    return { ...release, roles: { ...roles, [role]: isFull ? { ...own, people } : people } };
  });
  return { ...rest, releases: changed };
}

/** Without prototypes, which differ where nothing else does. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function byHand(edit: PeopleEdit): Problem {
  return {
    code: 'no-splice',
    severity: 'error',
    path: ['releases', edit.version, 'roles', edit.role],
    message: `The role "${edit.role}" of ${edit.version} can't be changed in place: it is not in the file, or an anchor, an alias, a comment or an unusual layout is in the way.`,
    fix: `Write "roles: { ${edit.role}: ${listText(edit)} }" at the release yourself.`,
  };
}
