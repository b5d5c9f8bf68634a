// Parses the text of a JUnit file piece by piece, and refuses what no such file needs.
import { SaxesParser } from 'saxes';
import type { TestOutcome } from '../domain/test-results.ts';
import { type TestCollector, testCollector } from './collect-tests.ts';
import type { JunitLimits } from './limits.ts';
import { oneLine } from './one-line.ts';
import { unfitCharacter } from './unfit-character.ts';
import type { JunitReading, Refusal } from './reading.ts';

/** What people can do about a file that breaks off or is not sound. */
export const WRITE_AGAIN = 'Check that the tool that writes it was not ended early, and run it again.';
export const SPLIT = 'Let the tool write several smaller files.';

/** Prefixes of names are not resolved. */
type Parser = SaxesParser<{ xmlns: false }>;

export interface JunitParser {
  /** An answer as soon as nothing that follows could change it; then the parser is not to be used again. */
  write(text: string): JunitReading | undefined;
  /** The file is over: an answer when it may not end here. */
  end(): JunitReading | undefined;
  /** What was read so far. */
  readonly tests: readonly TestOutcome[];
}

interface Parsing {
  readonly parser: Parser;
  /** Names of the elements that are open. */
  readonly path: string[];
  /** Where the tag that is being read began; absent between tags. */
  tag?: number | undefined;
  /** Whether the outermost element was there. */
  begun: boolean;
  readonly collector: TestCollector;
  readonly limits: JunitLimits;
  /** Leaves the parser: what it would say of the rest is of no use. */
  readonly leave: (reading: JunitReading) => never;
}

/** Characters of one tag with all its attributes, and of what stands before the outermost element. */
const LONGEST_TAG = 4_000_000;

const ROOTS: ReadonlySet<string> = new Set(['testsuites', 'testsuite']);

/** The parser knows the five entities of XML only and reads no declaration of others, so nothing can swell. */
export function junitParser(limits: JunitLimits): JunitParser {
  // Version 1.1 lets references to control characters pass, which some tools write.
  const parser: Parser = new SaxesParser({ xmlns: false, forceXMLVersion: true, defaultXMLVersion: '1.1' });
  const collector = testCollector();
  let answer: JunitReading | undefined;

  function leave(reading: JunitReading): never {
    answer = reading;
    throw new Error('the file has its answer');
  }

  function parse(step: () => unknown): JunitReading | undefined {
    try {
      step();
    } catch (error) {
      if (answer === undefined) throw error;
    }
    return answer;
  }

  const parsing: Parsing = { parser, collector, limits, leave, path: [], begun: false };
  refuseUnfit(parsing);
  takeAllReferences(parser);
  collect(parsing);
  return {
    write: (text) =>
      parse(() => {
        parser.write(text);
        boundMemory(parsing);
      }),
    end: () => parse(() => parser.close()),
    tests: collector.tests,
  };
}

function refuseUnfit(parsing: Parsing): void {
  const { parser } = parsing;
  parser.on('error', ({ message }) => refuse(parsing, notXml(message)));
  parser.on('doctype', () =>
    refuse(parsing, { message: 'has a DOCTYPE, which no JUnit file needs', fix: 'Remove it.' }),
  );
}

/** A reference to what is no character is no mistake of the file. No public way leads there, as in `boundMemory`. */
function takeAllReferences(parser: Parser): void {
  const own = parser['parseEntity'].bind(parser);
  parser['parseEntity'] = (entity: string) => unfitCharacter(entity) ?? own(entity);
}

function collect(parsing: Parsing): void {
  const { parser, collector, limits, leave, path } = parsing;
  parser.on('opentagstart', () => (parsing.tag = parser.position));
  parser.on('opentag', ({ name, attributes }) => {
    [parsing.tag, parsing.begun] = [undefined, true];
    if (path.length === 0 && !ROOTS.has(name)) leave({ kind: 'other', root: oneLine(name) });
    if (path.length === limits.depth)
      refuse(parsing, {
        message: `has more than ${limits.depth} elements inside of one another`,
        fix: WRITE_AGAIN,
      });
    collector.open(name, attributes, path.at(-1));
    path.push(name);
    if (collector.tests.length > limits.tests)
      refuse(parsing, { message: `has more than ${limits.tests} tests`, fix: SPLIT });
  });
  parser.on('text', (text) => collector.text(text));
  parser.on('cdata', (text) => collector.text(text));
  parser.on('closetag', ({ name }) => {
    path.pop();
    collector.close(name);
  });
}

/**
 * The parser gathers a text until it ends, and one of many small parts takes thirty times its length. So between two
 * pieces of the file what it has so far is taken from it. There is no public way: this holds for the version that is
 * pinned, and `test/test-results/hostile-junit.test.ts` tells when it no longer does.
 */
function boundMemory(parsing: Parsing): void {
  const { parser, collector, tag, begun } = parsing;
  if (tag !== undefined || !begun) {
    if (parser.position - (tag ?? 0) > LONGEST_TAG)
      refuse(parsing, { message: `has a tag of more than ${LONGEST_TAG} characters`, fix: SPLIT });
    return;
  }
  collector.text(parser['text']);
  parser['text'] = '';
}

function refuse({ parser, leave }: Parsing, refusal: Refusal): never {
  return leave({ kind: 'refused', ...refusal, line: parser.line, column: Math.max(1, parser.column) });
}

/** The parser's words begin with the place. */
function notXml(message: string): Refusal {
  const reason = oneLine(message.replace(/^\d+:\d+: /, '')).replace(/\.$/, '');
  return { message: `is not sound XML (${reason})`, fix: WRITE_AGAIN };
}
