// The programs that people open a workbook with: LibreOffice, and openpyxl for scripts.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Debian's own, for which `python3-openpyxl` is installed. */
const PYTHON = '/usr/bin/python3';

export const hasOffice = [
  '/usr/bin/soffice',
  '/usr/lib/python3/dist-packages/uno.py',
  '/usr/lib/python3/dist-packages/openpyxl',
].every((path) => existsSync(path));

/** openpyxl alone, without LibreOffice. */
export const hasOpenpyxl = existsSync('/usr/lib/python3/dist-packages/openpyxl');

/** What openpyxl sees of a sheet. */
export interface SeenSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly freeze: string | null;
  readonly filter: string | null;
  readonly lists: readonly (readonly [string, string])[];
  readonly colors: number;
  readonly area: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly formulas: number;
  readonly dates: number;
  readonly comments: readonly string[];
}

export interface Change {
  readonly sheet: string;
  readonly run: string;
  readonly heading: string;
  readonly value: string;
}

/** A folder that is deleted afterwards. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'relcomms-sheet-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function describeBook(bytes: Uint8Array): Promise<readonly SeenSheet[]> {
  return await inFolder(async (folder) => {
    const file = join(folder, 'book.xlsx');
    await writeFile(file, bytes);
    const { stdout } = await run(PYTHON, ['test/support/sheet/describe.py', file], { maxBuffer: 50_000_000 });
    return JSON.parse(stdout) as readonly SeenSheet[];
  });
}

/** The workbook after a tester filled in cells with openpyxl. */
export async function fillBook(bytes: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
  return await inFolder(async (folder) => {
    const [from, to] = [join(folder, 'from.xlsx'), join(folder, 'to.xlsx')];
    await writeFile(from, bytes);
    await run(PYTHON, ['test/support/sheet/fill.py', from, to, JSON.stringify(changes)]);
    return await readFile(to);
  });
}

/** The same without a sheet in each change, and with nothing but these cells. */
export async function writeCells(
  bytes: Uint8Array,
  changes: readonly Omit<Change, 'sheet'>[],
): Promise<Uint8Array> {
  return await inFolder(async (folder) => {
    const [from, to] = [join(folder, 'from.xlsx'), join(folder, 'to.xlsx')];
    await writeFile(from, bytes);
    await run(PYTHON, ['test/support/sheet/write_cells.py', from, to, JSON.stringify(changes)]);
    return await readFile(to);
  });
}

/** A workbook as LibreOffice opened it. */
export interface OfficeBook {
  /** The file as LibreOffice saved it again. */
  readonly saved: Uint8Array;
  readonly pdf: Uint8Array;
  /** Columns and rows that are frozen, by name of the sheet; null for none. */
  readonly frozen: Readonly<Record<string, readonly [number, number] | null>>;
}

/** Opens workbooks in one session of LibreOffice: starting it takes most of the time. */
export async function throughOffice<const Name extends string>(
  books: Readonly<Record<Name, Uint8Array>>,
): Promise<Readonly<Record<Name, OfficeBook>>> {
  return await inFolder(async (folder) => {
    const names = Object.keys(books) as Name[];
    for (const name of names) await writeFile(join(folder, `${name}.xlsx`), books[name]);
    const { stdout } = await run(PYTHON, ['test/support/sheet/office.py', folder, ...names], {
      timeout: 200_000,
    });
    const frozen = JSON.parse(stdout) as Readonly<Record<Name, OfficeBook['frozen']>>;
    const opened = await Promise.all(
      names.map(async (name) => {
        const saved = await readFile(join(folder, `${name}.saved.xlsx`));
        const pdf = await readFile(join(folder, `${name}.pdf`));
        return [name, { saved, pdf, frozen: frozen[name] }] as const;
      }),
    );
    return Object.fromEntries(opened) as unknown as Record<Name, OfficeBook>;
  });
}
