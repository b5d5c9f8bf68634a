// Jest's Runtime without a world of its own per test file: Node loads the compiled tests, and what they share
// once per worker. The reason is in docs/decisions/0024-tests-in-plain-node.md.
const { pathToFileURL } = require('node:url');
const { compiled } = require('./compiled.cjs');

/** Circus keeps the tests of a file in its module: every file gets a fresh one. */
function freshly(path) {
  delete require.cache[require.resolve(path)];
  return require(path);
}

const nothing = () => {};

module.exports = class Runtime {
  requireInternalModule = freshly;
  requireModule = require;
  unstable_shouldLoadAsEsm = () => true;
  unstable_importModule = (test) => import(pathToFileURL(compiled(test)).href);
  // The maps lie beside the files.
  getSourceMaps = () => null;
  getAllCoverageInfoCopy = nothing;
  setGlobalsForRuntime = nothing;
  enterTestCode = nothing;
  leaveTestCode = nothing;
  teardown = nothing;
};
