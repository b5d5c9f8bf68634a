// A YAML syntax error in plain words: what the parser met, and what usually mends it.
import type { LocatedProblem } from '../../domain/problem.ts';
import { syntaxCause } from './syntax-cause.ts';

interface Wording {
  readonly when: RegExp;
  readonly message: string;
  readonly fix: string;
}

const QUOTES = 'Put a text in quotes when it holds ": " or " #", or begins with one of @ ` * & ! % | > [ {.';

const INDENTATION = /indentation|document separator|can not read a document/;

/** What a stop of the parser means when nothing more is known. The patterns match reasons of js-yaml. */
const WORDINGS: readonly Wording[] = [
  {
    when: /tab characters/,
    message: 'A tab is used for indentation; YAML allows only spaces.',
    fix: 'Replace the tab with two spaces for each level.',
  },
  {
    when: /exceeded maxDepth/,
    message: 'Brackets, lists or keys are nested more than 20 levels deep.',
    fix: 'Look for a bracket that is opened again and again; a config needs about six levels.',
  },
  {
    when: /escape sequence|hexadecimal character/,
    message: 'A backslash in double quotes begins something that YAML does not know.',
    fix: "Use single quotes, in which a backslash is a plain character: '^api\\.'.",
  },
  {
    when: /missed comma|expected the node content/,
    message: 'A comma is missing, or there is one too many, between brackets.',
    fix: 'Separate the values with single commas, as in [alice, bob].',
  },
  {
    when: /alias node|anchor/,
    message: 'A value that begins with * or & is read as a YAML alias or anchor.',
    fix: "Put it in quotes when it is meant as text: '**/docs'.",
  },
  {
    when: / tag/,
    message: 'A value that begins with ! is read as a YAML tag.',
    fix: 'Put it in quotes when it is meant as text.',
  },
  {
    when: /directive|YAML version/,
    message: 'A line that begins with % is read as a YAML directive.',
    fix: 'Delete the line that begins with %.',
  },
  {
    when: /a line break is expected/,
    message: 'After > or | the text begins on the next line.',
    fix: 'Put the value in quotes, or move the text to the next line and indent it.',
  },
  {
    when: /multiline key|expected ':' after/,
    message: 'A key is expected here, and no ": " follows it.',
    fix: 'Write "key: value" with a colon and a space; a list item begins with "- ".',
  },
  {
    when: INDENTATION,
    message: 'This line does not fit the indentation of the lines above it.',
    fix: 'Begin keys or items that belong together in the same column, two spaces further in than their parent.',
  },
];

/** Reasons that say all there is to know; for the others the lines are looked at first. */
const EXACT =
  /tab characters|exceeded maxDepth|escape sequence|hexadecimal|alias node|directive|YAML version| tag/;

/** `reason` is js-yaml's; line and column count from 1. */
export function syntaxProblem(
  reason: string,
  lines: readonly string[],
  line: number,
  column: number,
): LocatedProblem {
  const cause = EXACT.test(reason) ? undefined : syntaxCause(lines, line, column);
  const wording = WORDINGS.find(({ when }) => when.test(reason));
  const indented = wording?.when === INDENTATION;
  return {
    code: 'yaml-syntax',
    severity: 'error',
    path: [],
    message: cause?.message ?? wording?.message ?? `This is not valid YAML (${reason}).`,
    fix: cause?.fix ?? wording?.fix ?? QUOTES,
    line: cause?.line ?? line,
    column: cause?.column ?? (indented ? indentOf(lines[line - 1] ?? '', column) : column),
  };
}

/** The column at which the text of a line begins, when the parser stopped after it. */
function indentOf(line: string, column: number): number {
  return Math.min(column, line.length - line.trimStart().length + 1);
}
