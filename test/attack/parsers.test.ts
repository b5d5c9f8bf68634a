// Every parser that outsiders reach reads what they send in time that grows with its length alone.
import { addedLines } from '../../src/body/added-lines.ts';
import { findBlock, findGroups, findItems } from '../../src/body/body-lines.ts';
import { mergeBody } from '../../src/body/merge-body.ts';
import { replayEdit } from '../../src/body/replay-edit.ts';
import { splitLines } from '../../src/body/split-lines.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import type { BodyDocument } from '../../src/domain/issue-body.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { readLedger } from '../../src/memory/ledger.ts';
import { readRecord } from '../../src/memory/record.ts';
import { globMatches, parseGlob } from '../../src/owners/glob.ts';
import { parseCodeowners } from '../../src/owners/parse-codeowners.ts';
import { placesIn } from '../../src/test-results/zip-places.ts';
import { commandLines } from '../../src/text/command-lines.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../src/text/escape-markdown.ts';
import { escapeSlack, slackLink } from '../../src/text/escape-slack.ts';
import { readMarker } from '../../src/text/marker.ts';
import { plainLine } from '../../src/text/plain-line.ts';
import { growthOf } from '../support/growth.ts';
import { rounds } from '../support/long.ts';

type Shape = (length: number) => string;

interface Parser {
  readonly read: (text: string) => unknown;
  /** Characters of the longest text that is taken. */
  readonly longest: number;
  readonly shapes: Readonly<Record<string, Shape>>;
}

const repeat =
  (piece: string, head = ''): Shape =>
  (length) =>
    head + piece.repeat(Math.max(1, Math.floor(length / piece.length)));

const ITEM = '- [ ] <!-- relcomms:task a week-1 -->Do a<!-- /relcomms:task -->\n';

const BODY: Readonly<Record<string, Shape>> = {
  items: repeat(ITEM),
  'marks of items that never end': repeat('<!-- relcomms:task a b -->'),
  'the beginnings of such marks': repeat('<!-- relcomms:task ', '- [ ] '),
  'blocks that never end': repeat('<!-- relcomms:begin status 9 -->\n'),
  'blocks that claim to be long': repeat('<!-- relcomms:begin other 99999 -->\n'),
  'headings of ours': repeat('### <!-- relcomms:group week-2 -->x<!-- /relcomms:group -->\n'),
  'lists in lists': (length) => '- '.repeat(length / 2),
  quotes: repeat('> ['),
  fences: repeat('```\n'),
  'fences in items': repeat('- ```\n'),
  'comments that never end': repeat('<!-- '),
  'open brackets': repeat('[a]('),
  boxes: repeat('- [ ] [a](\n'),
  'one long box': repeat('*a **b ', '- [ ] '),
  'a comment that is left open': repeat('x\n', '<!--\n'),
  'blank lines below an item': repeat('\n', ITEM),
  'items above blank lines': (length) => ITEM.repeat(length / 130) + '\n'.repeat(length / 2),
  'blank lines': repeat('\n'),
  spaces: repeat(' '),
};

/** Before anything is known of who wrote it. */
const COMMENT: Readonly<Record<string, Shape>> = {
  commands: repeat('/release help\n\n'),
  'commands of one paragraph': repeat('/release help\n'),
  'a command, lists in lists': (length) => `/release help\n\n${'- '.repeat(length / 2)}`,
  'a command, quotes in quotes': (length) => `/release help\n\n${'> '.repeat(length / 2)}`,
  'a command, backticks of all lengths': (length) =>
    `/release help ${Array.from({ length: Math.sqrt(length * 2) }, (_, count) => '`'.repeat(count)).join(' ')}`,
  'a command, tags that never end': repeat('<a b="', '/release help '),
  'a command, comments that never end': repeat('<!-- ', '/release help '),
  'a command in fences': repeat('```\n/release help\n'),
  'rows of a table': repeat('| /release help |\n', '| a |\n| - |\n'),
  'tabs and marks': repeat('-\t', '/release help\n\n'),
};

const DOCUMENT: BodyDocument = {
  key: 'v1/tracking-issue',
  parts: [
    { kind: 'block', name: 'status', text: 'all checks passed' },
    {
      kind: 'checklist',
      groups: ['week-1', 'week-2'].map((id) => ({
        id,
        heading: id,
        items: ['a', 'b', 'c'].map((item) => ({ id: `${id}-${item}`, text: item })),
      })),
    },
  ],
};

function ownLines(text: string): unknown {
  const lines = splitLines(text);
  return [findItems(lines), findGroups(lines), findBlock(lines, 'status')];
}

const WORDS: Readonly<Record<string, Shape>> = {
  signs: repeat('*_`<[@#|~'),
  backticks: repeat('`'),
  backslashes: repeat('\\'),
  spaces: repeat(' '),
  'names of hosts': repeat('www.'),
  'mail addresses': repeat('a@b.'),
  mentions: repeat('@a '),
  'invisible characters': repeat('\u200B\u202E'),
  lines: repeat('\n'),
};

const JSON_LINES: Readonly<Record<string, Shape>> = {
  'lists in lists': (length) => `<!-- relcomms:record ${'['.repeat(length)} -->`,
  rows: repeat('<!-- relcomms:record [1] -->\n'),
  'lines that end nowhere': repeat('<!-- relcomms:ledger {'),
  'entries of a log': repeat('<!-- relcomms:ledger [{"a":1}] -->\n'),
};

const PARSERS: Readonly<Record<string, Parser>> = {
  'our lines in a body': { read: ownLines, longest: 65_536, shapes: BODY },
  'merging a body': { read: (text) => mergeBody(text, DOCUMENT), longest: 65_536, shapes: BODY },
  'boxes that people added': { read: addedLines, longest: 65_536, shapes: BODY },
  'an edit that is put back': {
    read: (text) => replayEdit(text, text, `${text}\nmore`),
    longest: 65_536,
    shapes: { items: repeat(ITEM), 'blank lines': repeat('\n'), lines: repeat('x\n') },
  },
  'commands of a comment': {
    read: (text) => commandLines(text),
    longest: 65_536,
    shapes: COMMENT,
  },
  'marker of a text': { read: readMarker, longest: 65_536, shapes: BODY },
  log: { read: readLedger, longest: 65_536, shapes: JSON_LINES },
  record: { read: readRecord, longest: 65_536, shapes: JSON_LINES },
  CODEOWNERS: {
    read: parseCodeowners,
    longest: 1_000_000,
    shapes: {
      rules: repeat('/docs/*.md @alice @acme/web\n'),
      'one line of owners': repeat('@alice ', '* '),
      'a login of hyphens': repeat('a-', '* @'),
      'a mail address of dots': repeat('a.', '* a@'),
      'at signs': repeat('@', '* a'),
      spaces: repeat(' '),
      backslashes: repeat('\\ '),
      comments: repeat('#\n'),
    },
  },
  'a pattern of paths': {
    // Git takes paths of 4,096 bytes; the pattern stays as it is.
    read: (path) => globMatches(parseGlob('**/*a*a*b'), path.split('/')),
    longest: 65_536,
    shapes: { letters: repeat('a'), folders: repeat('a/') },
  },
  config: {
    read: (text) => loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS }),
    longest: 60_000,
    shapes: {
      holidays: repeat('2026-01-01, ', 'holidays: [2026-01-01, '),
      'days off': (length) => `holidays:\n${'- 2026-01-01\n'.repeat(length / 13)}`,
      'lists in lists': (length) => `a: ${'['.repeat(length)}`,
      'maps in maps': (length) => `a: ${'{a: '.repeat(length / 4)}`,
      'indented maps': (length) =>
        Array.from({ length: Math.sqrt(length * 2) }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'keys nobody knows': (length) =>
        Array.from({ length: length / 10 }, (_, index) => `key${index}: 1`).join('\n'),
      'the same key': repeat('a: 1\n'),
      anchors: (length) =>
        Array.from({ length: length / 14 }, (_, index) => `k${index}: &a${index} 1`).join('\n'),
      aliases: repeat('- *a\n', 'a: &a [1]\nb:\n'),
      tasks: (length) =>
        `tasks:\n${Array.from({ length: length / 40 }, (_, index) => `- { id: t${index}, title: T, due: release }\n`).join('')}`,
      'a long string': repeat('x', 'a: "'),
      'lines of a text': repeat('  x\n', 'a: |\n'),
      'question marks': repeat('? '),
      dashes: repeat('- '),
      tabs: repeat('\t'),
    },
  },
  'entries of a zip archive': {
    read: (text) => {
      const takes = placesIn(text.length * 100);
      for (let at = text.length; at > 0; at--)
        takes({ relativeOffsetOfLocalHeader: (at - 1) * 100, compressedSize: 70 });
    },
    // Twice the thousand entries that are taken.
    longest: 2000,
    shapes: { backwards: repeat('x') },
  },
  'words for Markdown': { read: escapeMarkdown, longest: 65_536, shapes: WORDS },
  'words in code': { read: codeSpan, longest: 65_536, shapes: WORDS },
  'a link': {
    read: (text) => markdownLink(text, `https://a.example/${text}`),
    longest: 65_536,
    shapes: WORDS,
  },
  'words for Slack': {
    read: (text) => [escapeSlack(text), slackLink(text, 'https://a.example/')],
    longest: 65_536,
    shapes: WORDS,
  },
  'one plain line': { read: plainLine, longest: 65_536, shapes: WORDS },
};

/** 1 is linear, 2 is quadratic. */
const MOST = 1.5;

// `npm run test:long` takes all shapes; of each parser every third stands for them otherwise.
const CASES = Object.entries(PARSERS).flatMap(([name, { shapes }]) =>
  Object.keys(shapes)
    .filter((_, index) => index % rounds(3, 1) === 0)
    .map((shape) => [name, shape] as const),
);

test.each(CASES)('%s, %s: the time grows with the length alone', (name, shape) => {
  const { read, longest, shapes } = PARSERS[name] as Parser;
  const measure = () => growthOf((length) => shapes[shape]?.(length) ?? '', read, longest);
  let { order, milliseconds } = measure();
  // Other work on the machine can only make it look worse.
  for (let again = 0; again < 2 && order >= MOST; again++) ({ order, milliseconds } = measure());
  process.stdout.write(
    `${name}, ${shape}: ${milliseconds.toFixed(1)} ms of CPU, order ${order.toFixed(2)}\n`,
  );
  expect(order).toBeLessThan(MOST);
});
