import { availableParallelism } from 'node:os';

// Tests in TypeScript, compiled before the first of them and loaded by Node itself.
export default {
  testEnvironment: '<rootDir>/scripts/jest/environment.cjs',
  globalSetup: '<rootDir>/scripts/jest/compile.js',
  globalTeardown: '<rootDir>/scripts/jest/clean-up.js',
  runtime: '<rootDir>/scripts/jest/runtime.cjs',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/packages/*/test/**/*.test.ts'],
  // What takes minutes runs by `npm run test:long` only.
  testPathIgnorePatterns: process.env.LONG === '1' ? [] : ['<rootDir>/test/long/'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/packages/[^/]+/dist'],
  transform: {},
  // Requests wait for timers of a few milliseconds: one worker more than cores fills them.
  maxWorkers: availableParallelism() + 1,
  testTimeout: 60000,
};
