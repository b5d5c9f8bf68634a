// Jest over ES modules: TypeScript goes through esbuild, YAML files come as text.
export default {
  testEnvironment: '<rootDir>/scripts/jest/environment.cjs',
  globalSetup: '<rootDir>/scripts/jest/compile.js',
  runtime: '<rootDir>/scripts/jest/runtime.cjs',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // What takes minutes runs by `npm run test:long` only.
  testPathIgnorePatterns: process.env.LONG === '1' ? [] : ['<rootDir>/test/long/'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  transform: {},
  maxWorkers: 2,
  testTimeout: 60000,
};
