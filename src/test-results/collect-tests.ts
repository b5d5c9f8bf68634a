// Collects the tests of a JUnit file from its elements, in whatever dialect they come.
import type { TestOutcome, TestResult } from '../domain/test-results.ts';
import { firstLine, oneLine } from './one-line.ts';
import { type SuiteName, type Way, suiteName, wayInto } from './suite-name.ts';

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface TestCollector {
  /** `parent` is the name of the element around it. */
  open(name: string, attributes: Attributes, parent: string | undefined): void;
  text(text: string): void;
  close(name: string): void;
  readonly tests: readonly TestOutcome[];
}

/** Bounded here already: every test in it asks for them. */
interface Suite {
  /** The way through the suites around it and its own name. */
  readonly way: Way;
  readonly file: string | undefined;
}

interface OpenTest {
  /** The name of the element that it ends with. */
  readonly element: string;
  readonly suite: SuiteName;
  readonly name: string;
  readonly file: string | undefined;
  result: TestResult;
  /** As it came: an attribute, or the start of the element's text. */
  message: string;
}

/** Surefire's `flakyFailure` and `flakyError` are not among them: such a test passed in the end. */
const FAILURES: ReadonlySet<string> = new Set(['failure', 'error', 'rerunFailure', 'rerunError']);
const SKIPS: ReadonlySet<string> = new Set(['skipped', 'ignored', 'disabled']);

/** GoogleTest and CTest say it in an attribute. */
const FAILED_WORDS = /^(?:fail|failed|failure|error)$/i;
const SKIPPED_WORDS = /^(?:notrun|disabled|skipped|ignored|suppressed)$/i;

/** Enough of a failure's text to hold its first line. */
const ENOUGH = 4000;

/** Something outside of any test failed: a set-up, or a suite that did not even start. */
const WHOLE_SUITE = '(the suite itself)';
const NO_NAME = '(no name)';

export function testCollector(): TestCollector {
  const tests: TestOutcome[] = [];
  const suites: Suite[] = [];
  const suiteIn = suiteNamer();
  let test: OpenTest | undefined;
  /** The failure whose text is listened to. */
  let listening: string | undefined;

  function end(): void {
    if (test !== undefined) tests.push(outcomeOf(test));
    [test, listening] = [undefined, undefined];
  }

  function fail(by: string, message: string): void {
    if (test === undefined) return;
    test.result = 'failed';
    test.message ||= message.trim();
    if (test.message === '') listening = by;
  }

  return {
    tests,
    open(name, attributes, parent) {
      if (name === 'testsuite') suites.push(openSuite(attributes, suites.at(-1)));
      const alone = parent === 'testsuite' && (name === 'failure' || name === 'error');
      if (name === 'testcase' || alone) {
        end();
        const own = alone ? { name: WHOLE_SUITE } : attributes;
        test = openTest(name, own, suites, suiteIn(suites.at(-1)?.way, own['classname'] ?? ''));
      }
      if (alone || (parent === 'testcase' && FAILURES.has(name))) fail(name, attributes['message'] ?? '');
      if (parent === 'testcase' && SKIPS.has(name) && test?.result === 'passed') test.result = 'skipped';
    },
    text(text) {
      if (test !== undefined && listening !== undefined && test.message.length < ENOUGH)
        test.message = (test.message + text.slice(0, ENOUGH)).trimStart();
    },
    close(name) {
      if (name === listening) listening = undefined;
      if (name === test?.element) end();
      if (name === 'testsuite') suites.pop();
    },
  };
}

function openSuite({ name = '', file }: Attributes, around: Suite | undefined): Suite {
  return {
    way: wayInto(around?.way, oneLine(name)),
    file: file === undefined ? undefined : oneLine(file),
  };
}

function openTest(
  element: string,
  attributes: Attributes,
  suites: readonly Suite[],
  suite: SuiteName,
): OpenTest {
  const said = [attributes['status'] ?? '', attributes['result'] ?? ''];
  return {
    element,
    suite,
    name: attributes['name']?.trim() || NO_NAME,
    file: attributes['file'] ?? suites.findLast(({ file }) => file !== undefined)?.file,
    result: resultOf(said),
    message: '',
  };
}

function resultOf(said: readonly string[]): TestResult {
  if (said.some((word) => FAILED_WORDS.test(word))) return 'failed';
  return said.some((word) => SKIPPED_WORDS.test(word)) ? 'skipped' : 'passed';
}

function outcomeOf({ suite, name, file, result, message }: OpenTest): TestOutcome {
  const place = oneLine(file ?? '');
  const words = result === 'failed' ? firstLine(message) : '';
  const outcome = { suite: suite.suite, name: oneLine(name) || NO_NAME, result };
  // Most tests say no more: a report may hold a hundred thousand of them.
  if (suite.class === undefined && place === '' && words === '') return outcome;
  return {
    ...outcome,
    ...(suite.class === undefined ? {} : { class: suite.class }),
    ...(place === '' ? {} : { file: place }),
    ...(words === '' ? {} : { message: words }),
  };
}

/** Names the suites of tests; those of one class mostly follow one another, and share its name. */
function suiteNamer(): (way: Way | undefined, ofClass: string) => SuiteName {
  let last: { readonly way: Way | undefined; readonly ofClass: string; readonly name: SuiteName } | undefined;
  return (way, ofClass) => {
    if (last === undefined || last.way !== way || last.ofClass !== ofClass)
      last = { way, ofClass, name: suiteName(way, oneLine(ofClass)) };
    return last.name;
  };
}
