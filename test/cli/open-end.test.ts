// What a command prints when nobody reads it any more.
import { Writable } from 'node:stream';
import { openEnd } from '../../src/cli/open-end.ts';

/** A pipe whose reader leaves after so many texts. */
function pipe(most: number, code = 'EPIPE'): { readonly taken: string[]; readonly stream: Writable } {
  const taken: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(text: string, _, done) {
      if (taken.length === most) return done(Object.assign(new Error(`write ${code}`), { code }));
      taken.push(text);
      return done();
    },
  });
  return { taken, stream };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a reader that leaves is no error, and what follows is dropped', async () => {
  const { taken, stream } = pipe(2);
  const out = openEnd(stream);
  for (const text of ['a', 'b', 'c', 'd']) out(text);
  await turn();
  for (const text of ['e', 'f']) out(text);
  await turn();
  expect(taken).toEqual(['a', 'b']);
});

test('any other failure is one', () => {
  const { stream } = pipe(0);
  openEnd(stream);
  expect(() => stream.emit('error', Object.assign(new Error('no space left'), { code: 'ENOSPC' }))).toThrow(
    'no space left',
  );
});
