// The lines of a train are there once each, and nothing else releases them.
import { isSameVersion } from '../../domain/release-line.ts';
import type { Path, Problem } from '../../domain/problem.ts';
import { type FoundRule, isRule, readRules, ruleWith } from '../release-rules/read-rules.ts';
import { quoted } from '../yaml/hidden.ts';
import { type Node, textAt } from '../yaml/node.ts';
import { type Rule, entriesOf, itemsOf } from './rule.ts';

export const trainRules: readonly Rule[] = [trains];

const ONE_NAME = 'Write a name that stays when the day moves, for example version: patches-2026-12.';

interface Line {
  readonly version: string;
  readonly path: Path;
}

interface Train {
  /** In the list of releases. */
  readonly index: number;
  readonly version: string | undefined;
  readonly path: Path;
  readonly lines: readonly Line[];
}

function trains({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  const items = itemsOf(merged, 'releases');
  const all = items.flatMap((item, index) => trainOf(item, index) ?? []);
  const rules = all.length === 0 ? [] : readRules(items);
  return all.flatMap((train) => [
    ...named(train),
    ...empty(train),
    ...train.lines.flatMap((line, place) => lineProblem(line, place, { train, all, items, rules }) ?? []),
  ]);
}

function trainOf(item: Node, index: number): Train | undefined {
  const value = entriesOf(item).get('together')?.value;
  // The releases of a rule are there beside it.
  if (isRule(item)) return undefined;
  if (value === undefined || value.kind === 'nothing' || value.kind === 'map') return undefined;
  const version = textAt(item, 'version')?.trim();
  const path = ['releases', version ?? index];
  const written = value.kind === 'list' ? value.items : [value];
  const lines = written.flatMap((one, place): Line[] => {
    const text = one.kind === 'text' ? one.text : textAt(one, 'version');
    return text === undefined ? [] : [{ version: text.trim(), path: [...path, 'together', place] }];
  });
  return { index, version, path, lines };
}

function named({ version, path }: Train): Problem[] {
  if (version !== undefined) return [];
  return [error('train-without-version', [...path, 'version'], 'The train has no "version".', ONE_NAME)];
}

function empty({ lines, path }: Train): Problem[] {
  if (lines.length > 0) return [];
  const fix = 'Write the versions that are released together, or delete "together".';
  return [error('empty-train', [...path, 'together'], '"together" names no version.', fix)];
}

interface Surroundings {
  readonly train: Train;
  readonly all: readonly Train[];
  readonly items: readonly Node[];
  readonly rules: readonly FoundRule[];
}

function lineProblem(
  { version, path }: Line,
  place: number,
  { train, all, items, rules }: Surroundings,
): Problem | undefined {
  const isIt = (other: string | undefined): boolean => other !== undefined && isSameVersion(other, version);
  const name = quoted(version);
  if (train.lines.slice(0, place).some((line) => isIt(line.version)))
    return error(
      'repeated-line',
      path,
      `The line ${name} appears twice in the train.`,
      'Delete one of the two.',
    );
  if (isIt(train.version))
    return error(
      'line-names-train',
      path,
      `${name} is the version of the train and one of its lines.`,
      ONE_NAME,
    );
  const isRuled = ruleWith(rules, version) !== undefined;
  if (isRuled || items.some((item, index) => index !== train.index && isIt(textAt(item, 'version'))))
    return error(
      'line-is-release',
      path,
      `The line ${name} is a release of its own, too.`,
      isRuled ? 'Delete the line, or list the version under "skip" of its rule.' : 'Delete one of the two.',
    );
  const before = all.find(
    ({ index, lines }) => index < train.index && lines.some((line) => isIt(line.version)),
  );
  if (before === undefined) return undefined;
  const other = quoted(before.version ?? 'without a version');
  return error(
    'line-in-two-trains',
    path,
    `The line ${name} is in the train ${other}, too.`,
    'Delete one of the two.',
  );
}

function error(code: string, path: Path, message: string, fix: string): Problem {
  return { code, severity: 'error', path, message, fix };
}
