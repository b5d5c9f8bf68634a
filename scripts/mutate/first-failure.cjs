// A reporter of Jest that writes down which test failed first; a run that ends at the first failure leaves no other word.
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

module.exports = class FirstFailure {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
    this.path = process.env.RELCOMMS_FIRST_FAILURE;
  }

  onTestFileResult({ path: file }, { testExecError, testResults }) {
    const failed = testResults.find(({ status }) => status === 'failed');
    if ((failed === undefined && !testExecError) || existsSync(this.path)) return;
    mkdirSync(path.dirname(this.path), { recursive: true });
    const test = failed?.fullName ?? 'could not be loaded';
    writeFileSync(this.path, JSON.stringify({ file: path.relative(this.rootDir, file), test }));
  }
};
