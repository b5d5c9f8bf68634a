// Bundles the entry points: the Action with everything in one file, App and CLI beside their node_modules.
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { leaveOut } from './leave-out.js';

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

/** What the Action would load and never ask: our own fetch is in place of undici, and every request names its route. */
const INSTEAD = {
  undici: 'src/action/without-undici.ts',
  '@actions/http-client(/lib/auth)?': 'src/action/without-http-client.ts',
  '@octokit/plugin-rest-endpoint-methods': 'src/action/without-rest-table.ts',
};

const lighter = {
  name: 'lighter',
  setup({ onResolve }) {
    for (const [name, path] of Object.entries(INSTEAD))
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: resolve(path) }));
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
    plugins: [lighter, leaveOut],
    minify: true,
    // Signs beyond ASCII as they are: escaped they are twice as long.
    charset: 'utf8',
    sourcemap: false,
    legalComments: 'linked',
    banner: { js: requireBanner },
  }),
  build({
    ...shared,
    entryPoints: { index: 'src/app.ts' },
    outdir: 'dist/app',
    // An App on GitHub starts without the sandbox.
    splitting: true,
    chunkNames: '[name]-[hash]',
    packages: 'external',
  }),
  // Started for every check: one file is there in half the time.
  build({
    ...shared,
    entryPoints: ['src/judge.ts'],
    outfile: 'dist/app/judge.js',
    minify: true,
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
