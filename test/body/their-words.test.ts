// What people write inside our blocks is moved out below them, and a line that GitHub converted stays its task.
import * as fc from 'fast-check';
import { mergeBody } from '../../src/body/merge-body.ts';
import { renderBody } from '../../src/body/render-body.ts';
import { readTicks } from '../../src/body/ticks.ts';
import type { BodyDocument } from '../../src/domain/issue-body.ts';
import { foreign } from '../support/foreign-markdown.ts';

function documentOf(status: string): BodyDocument {
  const items = ['a', 'b', 'c'].map((id) => ({ id, text: `Do ${id}` }));
  return {
    key: 'v1/tracking-issue',
    parts: [
      { kind: 'block', name: 'status', text: status },
      { kind: 'checklist', groups: [{ id: 'week-1', heading: 'Week 1', items }] },
    ],
  };
}

const OLD = documentOf('Week 1\n\nall is well');
const NEW = documentOf('Week 2\n\nall is well');
const BODY = renderBody(OLD);

test('words inside a block are moved out below it, once, with a line that says so', () => {
  const edited = BODY.replace('all is well', 'all is well\nbut ask carol first');
  const merged = mergeBody(edited, NEW, [BODY]);
  const [, below = ''] = merged.split('<!-- relcomms:end status -->');
  expect(below).toMatch(/^\n\n_Written inside the block above[^\n]*\n\nbut ask carol first\n\n/);
  expect(merged).toContain('Week 2\n\nall is well\n\n<!-- relcomms:end status -->');
  expect(mergeBody(merged, NEW, [merged, BODY])).toBe(merged);
  expect(mergeBody(merged, NEW, [BODY])).toBe(merged);
});

test('our own old words are nobody else’s, with the line ends of a browser as well', () => {
  expect(mergeBody(BODY, NEW, [BODY])).not.toContain('Written inside');
  expect(mergeBody(BODY.replaceAll('\n', '\r\n'), NEW, [BODY])).not.toContain('Written inside');
});

test('words inside a block that somebody doubled stay as well', () => {
  const [block = ''] = /<!-- relcomms:begin status[^]*end status -->/.exec(BODY) ?? [];
  const edited = BODY.replace(block, `${block}\n\n${block.replace('all is well', 'a note of dave')}`);
  const merged = mergeBody(edited, NEW, [BODY]);
  expect(merged.match(/begin status/g)).toHaveLength(1);
  expect(merged.match(/a note of dave/g)).toHaveLength(1);
});

test('a doubled block whose end somebody deleted goes as well, and what people wrote in it stays', () => {
  const [block = ''] = /<!-- relcomms:begin status[^]*?end status -->/.exec(BODY) ?? [];
  const half = block.replace('<!-- relcomms:end status -->', 'a note of dave');
  for (const edited of [BODY.replace(block, `${half}\n\n${block}`), `${BODY}\n${half}\n`]) {
    const merged = mergeBody(edited, NEW, [BODY]);
    expect(merged.match(/begin status/g)).toHaveLength(1);
    expect(merged.match(/Week 2/g)).toHaveLength(1);
    expect(merged).not.toContain('Week 1\n');
    expect(merged.match(/a note of dave/g)).toHaveLength(1);
    expect(mergeBody(merged, NEW, [merged, BODY])).toBe(merged);
    // Without knowing what we wrote, nothing of it is taken for ours.
    expect(mergeBody(edited, NEW)).toContain('a note of dave');
  }
});

test('a fence that is left open inside a block holds nothing of what follows', () => {
  const edited = BODY.replace('all is well', '```\nsome code');
  const merged = mergeBody(edited, NEW, [BODY]);
  expect(merged).toContain('> ```\n> some code\n');
  expect([...readTicks(merged).keys()]).toEqual(['a', 'b', 'c']);
});

test('whatever people write inside a block, no line of it is lost, and merging twice is merging once', () => {
  fc.assert(
    fc.property(foreign, (lines) => {
      const edited = BODY.replace('all is well', `all is well\n${lines.join('\n')}`);
      const merged = mergeBody(edited, NEW, [BODY]);
      for (const line of lines) expect(merged).toContain(line.trim());
      expect(mergeBody(merged, NEW, [merged, BODY])).toBe(merged);
      expect([...readTicks(merged).keys()]).toEqual(['a', 'b', 'c']);
    }),
  );
});

test.each([
  ['one', ['b'], ['#12']],
  ['two in a row', ['a', 'b'], ['#12', '#13']],
  ['all', ['a', 'b', 'c'], ['#12', '#13', '#14']],
])('a task that GitHub converted to an issue counts as the task: %s', (_, ids, numbers) => {
  const edited = ids.reduce(
    (body, id, index) =>
      body.replace(new RegExp(`- \\[ \\] <!-- relcomms:task ${id} .*`), `- [x] ${numbers[index] ?? ''}`),
    BODY,
  );
  const merged = mergeBody(edited, NEW, [BODY]);
  for (const [index, id] of ids.entries())
    expect(merged).toContain(
      `- [x] <!-- relcomms:task ${id} week-1 -->Do ${id}<!-- /relcomms:task --> ${numbers[index] ?? ''}\n`,
    );
  expect(readTicks(merged).size).toBe(3);
  expect(merged.match(/Do /g)).toHaveLength(3);
});

test('a reference that people added themselves stays theirs', () => {
  const edited = BODY.replace(/(- \[ \] <!-- relcomms:task b)/, '- [ ] #12\n$1');
  expect(mergeBody(edited, OLD, [BODY])).toBe(edited);
});

test('where our words name the issue already, its number is not said twice', () => {
  const linked = BODY.replace('Do b<!--', 'Do b · #12<!--');
  const edited = linked.replace(/<!-- relcomms:task b .*/, '#12');
  expect(mergeBody(edited, OLD, [linked])).toBe(BODY);
});
