// Which test files load which sources, as the bundler sees it.
import { build } from 'esbuild';

/** Imports of each file by path, types left out. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** Of the given tests and all that they load; paths count from the folder. */
export async function importsOf(folder: string, tests: readonly string[]): Promise<Imports> {
  const { metafile } = await build({
    entryPoints: [...tests],
    absWorkingDir: folder,
    outdir: 'out',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    loader: { '.yml': 'text', '.css': 'text', '.browser.js': 'text' },
    logLevel: 'error',
    metafile: true,
    write: false,
  });
  return new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [path, imports.map((one) => one.path)]),
  );
}

/** Those of the tests that load the file, whatever lies between. */
export function testsThatLoad(file: string, tests: readonly string[], imports: Imports): string[] {
  const importers = new Map<string, string[]>();
  for (const [from, all] of imports)
    for (const to of all) importers.set(to, [...(importers.get(to) ?? []), from]);
  const reached = new Set([file]);
  for (const path of reached) for (const importer of importers.get(path) ?? []) reached.add(importer);
  return tests.filter((test) => reached.has(test));
}
