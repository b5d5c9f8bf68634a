// How the sheets look: results by word and weight first, by color second.
import type { Result } from '../domain/manual-test.ts';
import type { CellStyle, ConditionalRule } from './book.ts';

export const DAY_FORMAT = 'yyyy-mm-dd';

/** A font without a name is another one in every program. */
const FONT = { name: 'Calibri', size: 11 } as const;

export const HEADING: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '24292F' } },
  alignment: { vertical: 'center', wrapText: true },
};

export const NUMBER_HEADING: CellStyle = {
  ...HEADING,
  alignment: { ...HEADING.alignment, horizontal: 'right' },
};

export const PLAIN: CellStyle = { font: FONT };
export const TEXT: CellStyle = {
  font: FONT,
  alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
};
export const DAY: CellStyle = {
  font: FONT,
  numFmt: DAY_FORMAT,
  alignment: { vertical: 'top', horizontal: 'left' },
};
export const FAINT: CellStyle = {
  font: { ...FONT, color: { rgb: '57606A' } },
  alignment: { vertical: 'top' },
};
export const GONE: CellStyle = {
  font: { ...FONT, strikethrough: true, color: { rgb: '57606A' } },
  alignment: { vertical: 'top', wrapText: true },
};
export const SHARE: CellStyle = { font: FONT, numFmt: '0%' };
export const TOTAL: CellStyle = { font: { ...FONT, bold: true } };
export const TOTAL_SHARE: CellStyle = { ...TOTAL, numFmt: '0%' };

/** Dark text on a light ground, 7:1 or more; failing is bold, blocked is italic, n/a is faint. */
const LOOKS: Readonly<
  Record<Result, { readonly text: string; readonly ground: string; readonly font?: CellStyle['font'] }>
> = {
  pass: { text: '0A3A12', ground: 'DAFBE1' },
  fail: { text: '6E0A12', ground: 'FFD7D5', font: { bold: true } },
  blocked: { text: '4D2D00', ground: 'FFF1C2', font: { italic: true } },
  'n/a': { text: '424A53', ground: 'EAEEF2' },
};

/** Rules for a column of results; the range counts as in a formula: `I2:I26`. */
export function resultRules(range: string, priority: number): ConditionalRule[] {
  return Object.entries(LOOKS).map(([result, { text, ground, font }], index) => ({
    type: 'cellIs',
    operator: 'equal',
    formula: `"${result}"`,
    priority: priority + index,
    range,
    style: {
      font: { ...font, color: { rgb: text } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: ground }, bgColor: { rgb: ground } },
    },
  }));
}
