// One command line is read into a name, words and a reason; what is no command gets the nearest one.
import * as fc from 'fast-check';
import { namesOf } from '../../src/commands/book.ts';
import { usageOf } from '../../src/commands/command.ts';
import { REASON_LIMIT, parseCommand } from '../../src/commands/parse.ts';
import { COMMANDS } from '../../src/duties/index.ts';

function read(line: string) {
  const parsed = parseCommand(line, COMMANDS);
  if (parsed.kind === 'mistake') return parsed.message;
  return { name: parsed.name, words: parsed.words.join(' '), because: parsed.because };
}

test.each([
  ['/release', { name: 'help', words: '', because: undefined }],
  ['/release  STATUS ', { name: 'status', words: '', because: undefined }],
  ['/release done\tTheme  and notes', { name: 'done', words: 'Theme and notes', because: undefined }],
  ['/release skip #12 because not now', { name: 'skip', words: '#12', because: 'not now' }],
  ['/release skip #12 BECAUSE not now', { name: 'skip', words: '#12', because: 'not now' }],
  ['/release skip because not now', { name: 'skip', words: '', because: 'not now' }],
  ['/release skip x because a because b', { name: 'skip', words: 'x', because: 'a because b' }],
  ['/release skip x because', { name: 'skip', words: 'x', because: undefined }],
  ['/release skip x because   ', { name: 'skip', words: 'x', because: undefined }],
  ['/release done becauses', { name: 'done', words: 'becauses', because: undefined }],
  ['/release dun theme', 'Did you mean `/release done`?'],
  ['/release frobnicate', 'There is no such command; `/release help` lists them.'],
])('%j', (line, expected) => expect(read(line)).toEqual(expected));

test('a reason is cut where it is too long, between characters', () => {
  const parsed = parseCommand(`/release skip x because ${'🎉'.repeat(REASON_LIMIT + 5)}`, COMMANDS);
  expect(parsed).toMatchObject({ because: '🎉'.repeat(REASON_LIMIT) });
});

test('every command is read as it is written in the help', () => {
  for (const { command } of COMMANDS.entries)
    expect(read(usageOf(command))).toMatchObject({ name: command.name });
});

test('no line breaks it, and an answer never repeats what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parsed = parseCommand(`/release ${text}`, COMMANDS);
      const said = parsed.kind === 'mistake' ? [parsed.message] : [];
      const ours = [
        'There is no such command; `/release help` lists them.',
        ...namesOf(COMMANDS).map((name) => `Did you mean \`/release ${name}\`?`),
      ];
      expect(ours).toEqual(expect.arrayContaining(said));
      expect(parsed.kind === 'command' ? parsed.words : []).not.toContain('');
    }),
  );
});
