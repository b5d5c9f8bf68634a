// Jest's environment in a worker that has run other files before.
import { createRequire } from 'node:module';
import { root } from '../support/root.ts';

const Environment = createRequire(new URL('package.json', root))(
  './scripts/jest/environment.cjs',
) as new () => {
  readonly setup: () => Promise<void>;
};

test('a file is not shown to the handlers of the files before it', async () => {
  const handlers = Symbol.for('EVENT_HANDLERS');
  const ours: unknown = Reflect.get(globalThis, handlers);
  expect(ours).toBeInstanceOf(Array);
  await new Environment().setup();
  expect(Reflect.get(globalThis, handlers)).toBeUndefined();
  Reflect.set(globalThis, handlers, ours);
});
