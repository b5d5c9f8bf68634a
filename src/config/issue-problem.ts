// From an issue of the schema to a problem in words.
import type * as z from 'zod';
import { parseDay } from '../domain/day.ts';
import { nearest } from '../domain/nearest.ts';
import type { Path, Problem } from '../domain/problem.ts';
import type { IssueParams } from './fields/scalar.ts';
import { quoted } from './yaml/hidden.ts';
import type { Node } from './yaml/node.ts';

/** `node` is what stands at the issue's path; `guess` says whether a near miss is worth looking for. */
export function issueProblem(issue: z.core.$ZodIssue, node: Node | undefined, guess: boolean): Problem {
  const path = issue.path as Path;
  const params = (issue.code === 'custom' ? issue.params : undefined) as IssueParams | undefined;
  if (params?.code === 'unknown-key') return unknownKey(path, node, guess ? (params.known ?? []) : []);
  if (params?.code === 'missing') return missing(path, node, params.fix ?? '');
  if (params !== undefined)
    return error(path, params.code, issue.message, params.fix ?? 'docs/configuration.md describes the key.');
  if (issue.code === 'invalid_type') return wrongKind(path, issue.expected, node);
  if (issue.code === 'invalid_key' && issue.issues[0] !== undefined)
    return { ...issueProblem(issue.issues[0], node, guess), path, code: 'bad-key' };
  return error(path, 'bad-value', `${issue.message}.`, 'docs/configuration.md describes the key.');
}

function unknownKey(path: Path, node: Node | undefined, known: readonly string[]): Problem {
  const key = String(path.at(-1));
  const meant = likelyKey(key, known);
  const list = known.length === 0 ? 'Delete it.' : `Known here: ${known.join(', ')}.`;
  if (meant === undefined && known.includes('milestones') && isDay(node))
    return error(
      path,
      'unknown-key',
      `The key ${quoted(key)} is unknown here.`,
      'If it is a milestone, write it under "milestones:".',
    );
  const fix = meant === undefined ? list : `Did you mean ${quoted(meant)}?`;
  return error(path, 'unknown-key', `The key ${quoted(key)} is unknown here.`, fix);
}

function isDay(node: Node | undefined): boolean {
  return node?.kind === 'text' && /^\d{4}-/.test(node.text) && parseDay(node.text) !== undefined;
}

function likelyKey(key: string, known: readonly string[]): string | undefined {
  const word = key.replaceAll('_', '-').toLowerCase();
  const longer = word.length < 3 ? [] : known.filter((other) => other.startsWith(word));
  return nearest(word, known) ?? (longer.length === 1 ? longer[0] : undefined);
}

function missing(path: Path, node: Node | undefined, fix: string): Problem {
  const last = path.at(-1);
  if (typeof last !== 'string') return error(path, 'missing', 'An item of the list is empty.', fix);
  const what = node === undefined ? 'is missing' : 'has no value';
  return error(path, 'missing', `${quoted(last)} ${what}.`, fix);
}

function wrongKind(path: Path, expected: string, node: Node | undefined): Problem {
  const list = expected === 'array';
  const fix = list
    ? 'Write [a, b], or one line for each item that begins with "- ".'
    : (withColon(node) ?? 'Write its keys below it, one "key: value" on each line, indented by two spaces.');
  if (node === undefined || node.kind === 'nothing') return missing(path, node, fix);
  const found = { text: quotedText(node), list: 'a list', map: 'a set of keys' }[node.kind];
  return error(
    path,
    list ? 'not-a-list' : 'not-keys',
    `Expected ${list ? 'a list' : 'keys'}, found ${found}.`,
    fix,
  );
}

/** `lead [alice]` was meant as a key and its value. */
function withColon(node: Node | undefined): string | undefined {
  const [, key, value = ''] = (node?.kind === 'text' && /^([a-z][a-z-]*) +(\S.*)$/.exec(node.text)) || [];
  return key === undefined ? undefined : `A colon is missing: write "${key}: ${value.slice(0, 40)}".`;
}

function quotedText(node: Node): string {
  return node.kind === 'text' ? quoted(node.text) : '';
}

function error(path: Path, code: string, message: string, fix: string): Problem {
  return { code, severity: 'error', path, message, fix };
}
