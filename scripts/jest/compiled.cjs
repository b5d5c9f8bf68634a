// Where compiled tests lie: every run of Jest has a folder of its own.
const { join, relative } = require('node:path');

const root = join(__dirname, '..', '..');
const folder = join(root, '.cache', 'tests');

/** Tells the workers, which are started afterwards. */
const RUN = 'RELCOMMS_TEST_RUN';

const folderOf = (run) => join(folder, run);

/** Path of what a test file is compiled to. */
const compiled = (test) => join(folderOf(process.env[RUN]), relative(root, test).replace(/\.ts$/, '.js'));

module.exports = { root, folder, RUN, folderOf, compiled };
