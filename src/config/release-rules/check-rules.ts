// What is wrong with rules for releases beyond their single keys, each at its line.
import { nearest } from '../../domain/nearest.ts';
import { releaseAt, releaseOf } from '../../domain/release-rule.ts';
import { dayInItsMonth } from '../../domain/rhythm.ts';
import { type VersionPattern, isUnique } from '../../domain/version-pattern.ts';
import type { PlacedProblem } from '../placed-problem.ts';
import { quoted } from '../yaml/hidden.ts';
import { type MapNode, type Node, type Place, type TextNode, textAt } from '../yaml/node.ts';
import type { FoundRule } from './read-rules.ts';

/** Each rule is held against each. */
const MOST_RULES = 20;

/** So many releases of a rule are held against the other rules: what never meets in these never does in practice. */
const COMPARED = 150;

/** The last year of a first release: days are counted from it. */
const LAST_YEAR = '2199';

/** Problems of the rules, and of single releases that a rule skips. */
export function ruleProblems(rules: readonly FoundRule[], items: readonly Node[]): readonly PlacedProblem[] {
  const extra = rules[MOST_RULES];
  if (extra !== undefined) {
    const message = `${rules.length} rules for releases are more than ${MOST_RULES}.`;
    return [problem(extra, 'too-many-rules', undefined, message, 'Join rules, or write single releases.')];
  }
  return [
    ...rules.flatMap((one) => ownProblems(one)),
    ...rules.flatMap((one, place) => rules.slice(0, place).flatMap((other) => sharedVersion(one, other))),
    ...rules.flatMap((one) => skippedSingles(one, items)),
  ];
}

function ownProblems(found: FoundRule): readonly PlacedProblem[] {
  const { rule, written, node } = found;
  const { every, first, until, versions } = rule;
  if (first.slice(0, 4) > LAST_YEAR)
    return [problem(found, 'far-first', 'first', `${first} is too far away.`, 'Correct the year.')];
  const problems: PlacedProblem[] = [];
  const fitting = dayInItsMonth(every, first);
  if (fitting !== first) {
    const message = `The first release is on ${first}, but "every: ${textAt(node, 'every') ?? ''}" has ${fitting} in that month.`;
    problems.push(
      problem(found, 'first-off-rhythm', 'first', message, `Write ${fitting}, or change "every".`),
    );
  }
  if (until !== undefined && until < first) {
    const message = `The rule ends on ${until}, before its first release on ${first}, so it has no release.`;
    problems.push(problem(found, 'empty-rule', 'until', message, 'Correct "until", or delete the rule.'));
  }
  if (!isUnique(versions, every)) {
    const message = `${quoted(textAt(node, 'versions') ?? '')} gives several releases the same version.`;
    problems.push(
      problem(
        found,
        'repeated-version',
        'versions',
        message,
        'Add {n}, or as much of the day as tells them apart: {yyyy}.{m}.{d}.',
      ),
    );
  }
  const counted = [versions, ...linesWithN(written)];
  if (written.n !== 0 && !counted.some((one) => one.some((part) => 'place' in part && part.place === 'n')))
    problems.push(
      problem(
        found,
        'idle-number',
        'n',
        '"n" is given, but "versions" has no {n}.',
        'Delete "n", or put {n} into "versions".',
      ),
    );
  return problems.length > 0 ? problems : skips(found);
}

/** The lines of a train that count from the number of the rule. */
function linesWithN({ together = [] }: FoundRule['written']): readonly VersionPattern[] {
  return together.flatMap((line) =>
    !('version' in line) ? [line] : 'n' in line && line.n !== undefined ? [] : [line.version],
  );
}

/** A version that is skipped has to be one of the rule, and once is enough. */
function skips(found: FoundRule): readonly PlacedProblem[] {
  const { rule, node } = found;
  return rule.skip.flatMap((version, index) => {
    const at = itemPlace(node, index);
    if (rule.skip.indexOf(version) !== index)
      return [
        placed('repeated-skip', at, `${quoted(version)} is skipped twice.`, 'Delete one of the two.', found),
      ];
    if (releaseOf(rule, version) !== undefined) return [];
    const some = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap(
      (number) => releaseAt(rule, number)?.version ?? [],
    );
    const meant = nearest(version, some);
    const fix =
      meant === undefined ? `It has ${some.slice(0, 3).join(', ')} and so on.` : `Did you mean ${meant}?`;
    return [
      placed(
        'unknown-skip',
        at,
        `The rule has no release ${quoted(version)} that could be skipped.`,
        fix,
        found,
      ),
    ];
  });
}

/** Both would have one version; the rule that stands later is told. */
function sharedVersion(found: FoundRule, other: FoundRule): readonly PlacedProblem[] {
  for (let index = 0; index < COMPARED; index++) {
    const release = releaseAt(found.rule, index);
    if (release === undefined) return [];
    const { version } = release;
    const isBoth =
      !found.rule.skip.includes(version) &&
      !other.rule.skip.includes(version) &&
      releaseOf(other.rule, version) !== undefined;
    if (!isBoth) continue;
    const message = `${version} follows from this rule and from that on line ${other.node.at.line}.`;
    const fix = 'Change "versions" of one, or end the earlier rule with "until".';
    return [problem(found, 'repeated-version', 'versions', message, fix)];
  }
  return [];
}

function skippedSingles(found: FoundRule, items: readonly Node[]): readonly PlacedProblem[] {
  return items.flatMap((item) => {
    const version = textAt(item, 'version')?.trim();
    if (version === undefined || !found.rule.skip.includes(version)) return [];
    const message = `${quoted(version)} is written here and skipped by the rule on line ${found.node.at.line}.`;
    const fix = 'Delete it here, or under "skip".';
    return [
      { problem: told('skipped-release', ['releases', version, 'version'], message, fix), at: item.at },
    ];
  });
}

function itemPlace(node: MapNode, index: number): Place {
  const skip = node.entries.get('skip')?.value;
  const item: Node | TextNode | undefined = skip?.kind === 'list' ? skip.items[index] : skip;
  return item?.at ?? node.at;
}

function problem(
  { node, index }: FoundRule,
  code: string,
  key: string | undefined,
  message: string,
  fix: string,
): PlacedProblem {
  const entry = key === undefined ? undefined : node.entries.get(key);
  const path = ['releases', index, ...(key === undefined ? [] : [key])];
  return { problem: told(code, path, message, fix), at: entry?.value.at ?? node.at };
}

function placed(code: string, at: Place, message: string, fix: string, { index }: FoundRule): PlacedProblem {
  return { problem: told(code, ['releases', index, 'skip'], message, fix), at };
}

function told(code: string, path: readonly (string | number)[], message: string, fix: string) {
  return { code, severity: 'error' as const, path, message, fix };
}
