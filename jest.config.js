// Jest over ES modules: TypeScript goes through esbuild, YAML files come as text.
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.yml', '.css'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // What takes minutes runs by `npm run test:long` only.
  testPathIgnorePatterns: process.env.LONG === '1' ? [] : ['<rootDir>/test/long/'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  transform: {
    '^.+\\.ts$': '<rootDir>/scripts/jest-transform.js',
    '^.+\\.(yml|css|browser\\.js)$': '<rootDir>/scripts/jest-transform.js',
  },
  maxWorkers: 2,
  testTimeout: 60000,
};
