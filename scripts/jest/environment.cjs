// Jest's environment: the worker's own globals.

/** Node's own: Jest puts one that blames the test in its place. */
const exit = process.exit.bind(process);

// A worker whose tests have left nothing open is at its end. Taking its memory apart first takes it longer than Jest
// waits, half a second, so that Jest would blame the tests; one that has left something open never comes here.
if (process.send !== undefined) process.once('beforeExit', (code) => exit(code));

/** Where circus keeps those that it asks at each step of each test. */
const HANDLERS = Symbol.for('EVENT_HANDLERS');

module.exports = class Environment {
  global = globalThis;
  getVmContext = () => null;
  // Those of all files before would be asked too: each waits a turn of the loop and reports the test once more.
  setup = async () => void Reflect.deleteProperty(globalThis, HANDLERS);
  teardown = async () => {};
};
