// `relcomms sheet`: the workbook of manual tests, written from the results and read back into them.
import { nearest } from '../domain/nearest.ts';
import { CONFIG_OPTION, type Command, UNUSABLE } from './command.ts';
import { DEFAULT_TESTS } from './sheet-files.ts';
import { exportSheet } from './sheet-export.ts';
import { importSheet } from './sheet-import.ts';

const ACTIONS = { export: exportSheet, import: importSheet } as const;

export const sheet: Command = {
  name: 'sheet',
  usage: 'export|import VERSION [FILE]',
  summary: 'Writes the workbook of the manual tests of a release, or reads its results.',
  options: [
    { name: 'tests', value: 'FILE', description: `the manual tests (default ${DEFAULT_TESTS})` },
    { name: 'results', value: 'FILE', description: 'the results (default VERSION-results.jsonl)' },
    { name: 'format', value: 'FORMAT', description: 'export: xlsx (default), csv, or markdown' },
    CONFIG_OPTION,
  ],
  notes: [
    'relcomms sheet export 1.2.0 writes 1.2.0-tests.xlsx; if that file is there, it is updated.',
    'An export keeps columns, colors, comments, and sheets that people added.',
    'relcomms sheet import 1.2.0 FILE takes the results of a workbook; a cell that was changed in the file of results, too, is reported.',
    'Exit code: 0 success, 1 cells that were not taken, 2 a wrong argument or no file.',
  ],
  async run(given, io) {
    const [action = '', version, file] = given.positionals;
    if (action === 'export' || action === 'import')
      return await ACTIONS[action]({ given, version, file, io });
    const guess = nearest(action, Object.keys(ACTIONS));
    const what = action === '' ? 'Write export or import.' : `"${action}" is not export or import.`;
    io.err(`${what}${guess === undefined ? '' : ` Did you mean ${guess}?`} See relcomms sheet --help.\n`);
    return UNUSABLE;
  },
};
