// Markdown as people put it around and into a body of ours: sound, broken off, and with our own markers in it.
import * as fc from 'fast-check';

const words = fc.constantFrom('Ask first', 'v1', 'see #12', 'a | b', '**bold', 'x < y', '', '1. one', '# no');
const indent = fc.constantFrom('', ' ', '  ', '   ', '    ', '      ', '\t');
const fence = fc.constantFrom('```', '````', '~~~', '``` sh', '~~~~ x`y', '```v1``` is out', '``` a ` b');

const block = fc.oneof(
  fence.map((mark) => [mark]),
  fc.tuple(fence, words, fence).map((lines) => lines),
  fc.tuple(words, fence, words).map(([item, mark, code]) => [`- ${item}`, '', `  ${mark}`, `  ${code}`]),
  fc.tuple(fence, words).map(([mark, code]) => [`- ${mark}`, `  ${code}`]),
  fc.tuple(fence, words).map(([mark, code]) => [`> ${mark}`, `> ${code}`]),
  fc.constantFrom(
    ['<!--'],
    ['-->'],
    ['<!--', '```', '-->'],
    ['<!-- one line -->'],
    ['<!-- two', 'lines -->'],
    ['<pre>'],
    ['<pre>', '```', '</pre>'],
    ['</pre>'],
    ['<script>'],
    ['<details>', '<summary>More</summary>'],
    ['<details>', ''],
    ['</details>'],
    ['<div align="center">'],
    ['<?php'],
    ['<![CDATA['],
    ['<!DOCTYPE'],
    ['| a | b |', '|---|---|', '| c | d |'],
    ['> quoted', 'and on'],
    ['- a', '  - b', '    - c'],
    ['1. a', '', '   b'],
    ['    indented', '', '    code'],
    ['[^1]: a note', ''],
    ['Title', '==='],
    ['words', '---'],
    ['***'],
  ),
  words.map((text) => [text]),
);

/** Some lines without anything of ours. */
export const foreign: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 3 }), indent)
  .map(([blocks, space]) => blocks.flat().map((text) => (text === '' ? '' : `${space}${text}`)));

/** What people do to a line of ours: `line` is one with an item, a heading or a marker of a block. */
export const dressings: readonly ((line: string) => readonly string[])[] = [
  (line) => [`> ${line}`],
  (line) => [`> - ${line}`],
  (line) => [line.replace(/(\] )(<!--.*-->)/, '$1~~$2~~')],
  (line) => [line.replace(/^- (.*)$/, '- ~~$1~~')],
  (line) => [line.replace(/(\] )/, '$1bob: ')],
  (line) => [`Note: ${line}`],
  (line) => [`${line} (late)`],
  (line) => [`  ${line}`],
  (line) => ['- above', `  ${line}`],
  (line) => [line, line],
  (line) => [line, '', `> ${line}`],
  (line) => ['```', line, '```', line],
  (line) => [`\`${line}\``, line],
  (line) => [line.replace(/\[[ x]\] /, '')],
  (line) => [line.replace('<!-- /relcomms:task -->', '')],
  (line) => [`<details>`, line],
  () => [],
];
