// Makes the npm package in dist/npm: command line, App, and Action with all that they need, and no dependencies.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { schemaAlone } from './schema-alone.js';
import { withoutDocs } from './without-docs.js';

const HOME = 'dist/npm';

/** CommonJS parts of the bundle ask for `require`. */
const requireBanner = `import { createRequire as createRequireOfPackage } from 'node:module'; const require = createRequireOfPackage(import.meta.url);`;

const settings = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  loader: { '.yml': 'text', '.css': 'text', '.browser.js': 'text' },
  charset: 'ascii',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  splitting: true,
  chunkNames: '[name]-[hash]',
  banner: { js: requireBanner },
  logLevel: 'warning',
  metafile: true,
};

rmSync(HOME, { recursive: true, force: true });
mkdirSync(`${HOME}/dist`, { recursive: true });
const built = await Promise.all([
  build({
    ...settings,
    entryPoints: { index: 'src/cli.ts' },
    outdir: `${HOME}/dist/cli`,
    plugins: [schemaAlone],
  }),
  build({
    ...settings,
    entryPoints: { index: 'src/app.ts' },
    outdir: `${HOME}/dist/app`,
    plugins: [withoutDocs, schemaAlone],
  }),
]);

// Its page is never asked for, but its server reads them when it is loaded.
for (const entry of ['cli', 'app'])
  cpSync('node_modules/emulate/dist/fonts', `${HOME}/dist/${entry}/fonts`, { recursive: true });
cpSync('dist/action', `${HOME}/dist/action`, { recursive: true });
for (const file of ['judge.js', 'judge.js.LEGAL.txt']) cpSync(`dist/app/${file}`, `${HOME}/dist/app/${file}`);
for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md', 'action.yml', 'app.yml', 'slack-manifest.yml'])
  cpSync(file, `${HOME}/${file}`);
cpSync('config', `${HOME}/config`, { recursive: true });

const { name, version, description, license, repository, bin, type, engines } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const own = { name, version, description, license, repository, type, bin, engines };
writeFileSync(`${HOME}/package.json`, `${JSON.stringify(own, undefined, 2)}\n`);
writeFileSync(`${HOME}/THIRD-PARTY-LICENSES.txt`, licenses(built.map(({ metafile }) => metafile)));

/** The license of every package of which a byte is in the bundles, in the order of their names. */
function licenses(metafiles) {
  const folders = new Set(
    metafiles
      .flatMap(({ outputs }) => Object.values(outputs))
      .flatMap(({ inputs }) => Object.entries(inputs))
      .flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? (folderOf(path) ?? []) : [])),
  );
  return [...folders]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((folder) => {
      const {
        name: of,
        version: at,
        license: under,
      } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)(\.|$)/i.test(one));
      const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
      return `${of} ${at} (${under ?? 'see below'})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a file belongs to; undefined for our own. */
function folderOf(path) {
  const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : undefined;
}
