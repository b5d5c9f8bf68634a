// Bundles the entry points: the Action with everything in one file, App and CLI beside their node_modules.
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtIn } from './built-in.js';
import { leaveOut } from './leave-out.js';
import { onDemand, onDemandBuilds } from './on-demand.js';
import { withoutDocs } from './without-docs.js';

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  loader: { '.yml': 'text', '.css': 'text', '.browser.js': 'text' },
  sourcemap: 'linked',
  logLevel: 'warning',
};

/** CommonJS parts of the bundle ask for `require`; most files hold none, so it is made when it is asked. */
const requireBanner = `const require = (name) => process.getBuiltinModule('node:module').createRequire(import.meta.url)(name);`;

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

const ACTION = 'dist/action';
const APP = 'dist/app';

const START_RUN = 'src/action/start-run.ts';

const startLater = {
  name: 'start-later',
  setup({ onResolve }) {
    onResolve({ filter: /\/start-run\.ts$/ }, () => ({ path: './run.js', external: true }));
  },
};

const action = {
  ...shared,
  target: 'node24',
  // Signs beyond ASCII are escaped: one of them makes V8 hold and read the whole file at two bytes a sign.
  charset: 'ascii',
  minify: true,
  sourcemap: false,
  legalComments: 'linked',
};

/** Held by the App without what nobody asks: zod as a package has the words of fifty languages, js-yaml its comments. */
const inParts = {
  name: 'in-parts',
  setup({ onResolve }) {
    onResolve({ filter: /^(zod|js-yaml)$/ }, ({ path }) => ({
      path: fileURLToPath(import.meta.resolve(path)),
    }));
  },
};

await rm('dist', { recursive: true, force: true });
await Promise.all([
  // One file that reads nothing else: bad inputs are refused with it alone.
  build({ ...action, entryPoints: ['src/action.ts'], outfile: `${ACTION}/index.js`, plugins: [startLater] }),
  build({
    ...action,
    entryPoints: { run: START_RUN, judge: 'src/judge.ts' },
    outdir: ACTION,
    // What is imported on demand becomes a file of its own.
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [lighter, leaveOut, withoutDocs, onDemand, builtIn],
    banner: { js: requireBanner },
    write: false,
  }),
  ...onDemandBuilds(ACTION, action),
  build({
    ...shared,
    entryPoints: { index: 'src/app.ts' },
    outdir: APP,
    // An App on GitHub starts without the sandbox.
    splitting: true,
    chunkNames: '[name]-[hash]',
    packages: 'external',
    plugins: [inParts, withoutDocs, onDemand],
    charset: 'ascii',
    // The text of what is loaded stays in memory. Names stay, so that what broke off says where.
    minifyWhitespace: true,
    minifySyntax: true,
    banner: { js: requireBanner },
  }),
  ...onDemandBuilds(APP, { ...action, target: 'node20' }),
  // Started for every check: one file is there in half the time.
  build({
    ...shared,
    entryPoints: ['src/judge.ts'],
    outfile: 'dist/app/judge.js',
    plugins: [withoutDocs],
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
