// The rights at GitHub that manual tests need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { contents: 'write' },
    for: 'the results of manual tests and their workbook on their branch, with the section `manual-tests`',
    without: 'nothing is assigned or recorded, and the report says so; commands are not answered until then',
  },
];
