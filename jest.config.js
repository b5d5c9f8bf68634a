// Jest over ES modules: TypeScript goes through esbuild, YAML files come as text.
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.yml', '.css'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  // What takes minutes: `npm run test:long`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/long/'],
  transform: {
    '^.+\\.ts$': '<rootDir>/scripts/jest-transform.js',
    '^.+\\.(yml|css|browser\\.js)$': '<rootDir>/scripts/jest-transform.js',
  },
  maxWorkers: 2,
  testTimeout: 60000,
};
