// Where compiled tests lie.
const { join, relative } = require('node:path');

const root = join(__dirname, '..', '..');
const folder = join(root, '.cache', 'tests');

/** Path of what a test file is compiled to. */
const compiled = (test) => join(folder, relative(root, test).replace(/\.ts$/, '.js'));

module.exports = { root, folder, compiled };
