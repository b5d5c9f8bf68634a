// Which files of the sources are mutated: all that decide something; what only words, describes or registers is not.

/** Words for people, schemas of the config and their keys, registries and declarations. */
const LEFT_OUT = [
  /(^|\/)render(-[a-z0-9-]+)?\.ts$/,
  /^src\/duties\/[^/]+\/config\.ts$/,
  /^src\/config\/schema\//,
  /(^|\/)index\.ts$/,
  /\.d\.ts$/,
];

/** Those of the paths that are mutated, in order; paths count from the top of the repository. */
export function coreFiles(paths: readonly string[]): string[] {
  return paths
    .filter((path) => path.startsWith('src/') && path.endsWith('.ts'))
    .filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)))
    .toSorted();
}
