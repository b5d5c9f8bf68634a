// Other repositories of a release: each is there once, and none of them waits for itself.
import { isSameRepository } from '../../domain/other-repository.ts';
import type { Path, Problem } from '../../domain/problem.ts';
import { quoted } from '../yaml/hidden.ts';
import { type Node, textAt } from '../yaml/node.ts';
import { type Rule, entriesOf, itemsOf } from './rule.ts';

export const repositoryRules: readonly Rule[] = [repositories];

interface Written {
  readonly name: string;
  readonly path: Path;
  readonly after: readonly string[];
}

function repositories({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  const all = itemsOf(merged, 'repositories').flatMap((item, index) => writtenOf(item, index) ?? []);
  return all.flatMap((one, index) => [...repeated(one, all.slice(0, index)), ...circle(one, index, all)]);
}

function writtenOf(item: Node, index: number): Written | undefined {
  const name = (item.kind === 'text' ? item.text : textAt(item, 'name'))?.trim();
  const path = ['repositories', index];
  if (name === undefined) return undefined;
  const value = entriesOf(item).get('after')?.value;
  const list = value?.kind === 'list' ? value.items : [value];
  return { name, path, after: list.flatMap((one) => (one?.kind === 'text' ? one.text.trim() : [])) };
}

function repeated({ name, path }: Written, before: readonly Written[]): Problem[] {
  if (!before.some((other) => isSameRepository(other.name, name))) return [];
  return [
    error(
      'repeated-repository',
      path,
      `The repository ${quoted(name)} appears twice.`,
      'Delete one of the two.',
    ),
  ];
}

/** Each circle once, at the first of its repositories. */
function circle(one: Written, index: number, all: readonly Written[]): Problem[] {
  const chain = circleFrom(one, all);
  const places = chain?.map((name) => all.findIndex((other) => isSameRepository(other.name, name)));
  if (chain === undefined || places?.some((place) => place < index) === true) return [];
  const path = [...one.path, 'after'];
  const [first] = chain;
  if (chain.length === 1)
    return [
      error(
        'repository-circle',
        path,
        `${quoted(one.name)} is released after itself.`,
        'Delete "after" here.',
      ),
    ];
  const circleWords = [...chain, first].map((name) => quoted(name ?? '')).join(' after ');
  const fix = 'Delete "after" of one of them.';
  return [error('repository-circle', path, `The repositories wait for each other: ${circleWords}.`, fix)];
}

/** The names on a way that leads back to where it begins. */
function circleFrom({ name }: Written, all: readonly Written[]): string[] | undefined {
  const seen = new Set<string>();
  const ways: string[][] = [[name]];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const last = way.at(-1) ?? '';
    const next = all.find((one) => isSameRepository(one.name, last))?.after ?? [];
    if (next.some((other) => isSameRepository(other, name))) return way;
    for (const other of next) {
      if (seen.has(other.toLowerCase())) continue;
      seen.add(other.toLowerCase());
      ways.push([...way, other]);
    }
  }
  return undefined;
}

function error(code: string, path: Path, message: string, fix: string): Problem {
  return { code, severity: 'error', path, message, fix };
}
