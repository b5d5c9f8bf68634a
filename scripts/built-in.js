// Node's own modules are asked for without the loader of modules, which would read every name of each of them.
import { mkdir, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname } from 'node:path';

/** An import as esbuild writes it in a minified file: the default, all, or some names. */
const IMPORT = new RegExp(
  String.raw`\bimport(?: ([\w$]+)|\*as ([\w$]+)|(\{[^{}"]*\})) ?from"(?:node:)?(${builtinModules.join('|')})";`,
  'g',
);

/**
 * Some names are slow to read: in Node 24 `WebSocket` of `node:http` loads undici, and `webcrypto` of `node:crypto` the
 * threads. For builds with `write: false`.
 */
export const builtIn = {
  name: 'built-in',
  setup({ onEnd }) {
    onEnd(async ({ outputFiles }) => {
      await Promise.all(outputFiles.map(write));
    });
  },
};

async function write({ path, text }) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text.replaceAll(IMPORT, asked));
}

function asked(_, byDefault, all, some, name) {
  const names = byDefault ?? all ?? some.replaceAll(' as ', ':');
  return `const ${names}=process.getBuiltinModule("node:${name}");`;
}
