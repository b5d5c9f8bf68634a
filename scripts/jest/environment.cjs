// Jest's environment: the worker's own globals.
module.exports = class Environment {
  global = globalThis;
  getVmContext = () => null;
  setup = async () => {};
  teardown = async () => {};
};
