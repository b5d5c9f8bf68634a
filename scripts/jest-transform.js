// Turns TypeScript into ES modules with esbuild, and text files (YAML, CSS) into modules that export their text.
import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

const options = {
  loader: 'ts',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
};

export default {
  getCacheKey: (source, file, { configString, instrument }) =>
    createHash('sha1')
      .update([version, JSON.stringify(options), file, configString, instrument, source].join('\0'))
      .digest('hex'),
  process: (source, file) =>
    file.endsWith('.ts')
      ? { code: transformSync(source, { ...options, sourcefile: file }).code }
      : { code: `export default ${JSON.stringify(source)};` },
};
