// What makes a sheet of tests easy to fill in: a frozen heading, a filter, lists to choose from, and a page to print.
import { RESULTS } from '../domain/manual-test.ts';
import { type DataValidation, type Sheet, absoluteRange, lettersOf, widthOf } from './book.ts';
import { type Headings, headingOf } from './columns.ts';
import { resultRules } from './styles.ts';

export interface Extent {
  /** The last row with a test, from 0. */
  readonly last: number;
  readonly candidates: readonly string[];
}

/** Percent at which the texts of a test fit on a page across. */
const SCALE = 62;

/** Changes the sheet in place; lists and colors that people added to other columns stay. */
export function formatSheet(sheet: Sheet, headings: Headings, { last, candidates }: Extent): void {
  const width = widthOf(sheet);
  const [top, bottom] = [headings.row + 1, last + 1];
  const whole = `A${top}:${lettersOf(width - 1)}${bottom}`;
  sheet.freezePane ??= { rows: top, columns: headings.id + 2 };
  sheet.autoFilter = { ...sheet.autoFilter, range: whole };
  sheet.pageSetup = {
    orientation: 'landscape',
    paperSize: 'a4',
    ...sheet.pageSetup,
    ...(sheet.pageSetup?.scale === undefined ? { scale: SCALE } : {}),
    printArea: absoluteRange(whole),
    printTitlesRow: `$${top}:$${top}`,
    printTitlesColumn: `$A:$${lettersOf(headings.id + 1)}`,
  };
  // A page for the tests, and one for each candidate: a break comes behind the column that it names.
  sheet.colBreaks = candidates.flatMap((candidate) => {
    const column = headings.columns.get(headingOf(candidate, 'result'));
    return column === undefined ? [] : [column - 1];
  });
  const columns = candidates.flatMap((candidate) => {
    const column = headings.columns.get(headingOf(candidate, 'result'));
    return column === undefined ? [] : [lettersOf(column)];
  });
  const ranges = columns.map((letters) => `${letters}${top + 1}:${letters}${bottom}`);
  const others = (sheet.dataValidations ?? []).filter((list) => !isOurs(list));
  sheet.dataValidations = [...others, ...ranges.map(choiceOf)];
  const rules = (sheet.conditionalRules ?? []).filter(({ formula }) => !OUR_FORMULAS.has(String(formula)));
  const first = Math.max(0, ...rules.map(({ priority }) => priority)) + 1;
  sheet.conditionalRules = [
    ...rules,
    ...ranges.flatMap((range, index) => resultRules(range, first + index * RESULTS.length)),
  ];
}

const OUR_FORMULAS: ReadonlySet<string> = new Set(RESULTS.map((result) => `"${result}"`));

function isOurs({ type, values, formula1 }: DataValidation): boolean {
  const choices = values?.join(',') ?? formula1?.replaceAll('"', '');
  return type === 'list' && choices === RESULTS.join(',');
}

function choiceOf(range: string): DataValidation {
  return {
    type: 'list',
    values: [...RESULTS],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Not a result',
    errorMessage: `Choose ${RESULTS.join(', ')}, or leave the cell empty.`,
    range,
  };
}
