// Where compiled tests lie: every run of Jest has a folder of its own.
const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const folder = path.join(root, '.cache', 'tests');

/** Tells the workers, which are started afterwards. */
const RUN = 'RELCOMMS_TEST_RUN';

const folderOf = (run) => path.join(folder, run);

/** Path of what a test file is compiled to. */
const compiled = (test) =>
  path.join(folderOf(process.env[RUN]), path.relative(root, test).replace(/\.ts$/, '.js'));

module.exports = { root, folder, RUN, folderOf, compiled };
