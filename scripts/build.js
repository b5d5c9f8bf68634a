// Bundles the entry points: the Action with everything in one file, App and CLI beside their node_modules.
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  loader: { '.yml': 'text', '.css': 'text', '.browser.js': 'text' },
  sourcemap: 'linked',
  logLevel: 'warning',
};

/** CommonJS parts of the bundle ask for `require`. */
const requireBanner = `import { createRequire as relcommsRequire } from 'node:module'; const require = relcommsRequire(import.meta.url);`;

/** undici is most of what the Action would load, and Node has a fetch of its own: undici comes when there is a proxy. */
const lazyUndici = {
  name: 'lazy-undici',
  setup({ onResolve }) {
    const instead = resolve('src/action/lazy-undici.ts');
    onResolve({ filter: /^undici$/ }, ({ importer }) =>
      importer === instead ? undefined : { path: instead },
    );
  },
};

await rm('dist', { recursive: true, force: true });
await Promise.all([
  build({
    ...shared,
    entryPoints: { index: 'src/action.ts', judge: 'src/judge.ts' },
    outdir: 'dist/action',
    // What is imported on demand becomes a file of its own: bad inputs are refused without loading it.
    splitting: true,
    chunkNames: '[name]-[hash]',
    target: 'node24',
    plugins: [lazyUndici],
    minify: true,
    keepNames: true,
    sourcemap: false,
    legalComments: 'linked',
    banner: { js: requireBanner },
  }),
  build({ ...shared, entryPoints: ['src/app.ts'], outfile: 'dist/app/index.js', packages: 'external' }),
  // Started for every check: one file is there in half the time.
  build({
    ...shared,
    entryPoints: ['src/judge.ts'],
    outfile: 'dist/app/judge.js',
    minify: true,
    keepNames: true,
    sourcemap: false,
    legalComments: 'linked',
    banner: { js: requireBanner },
  }),
  build({
    ...shared,
    entryPoints: { index: 'src/cli.ts' },
    outdir: 'dist/cli',
    // Commands that need no embedded GitHub start without it.
    splitting: true,
    chunkNames: '[name]-[hash]',
    packages: 'external',
  }),
  build({
    ...shared,
    entryPoints: ['scripts/generate.ts', 'scripts/new-duty.ts'],
    outdir: 'dist/scripts',
    packages: 'external',
  }),
]);
