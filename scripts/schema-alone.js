// Puts GitHub's GraphQL schema into a bundle as text: its types without their descriptions, which nothing reads there.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DESCRIPTION = /^\s*"""[\s\S]*?"""\n/gm;

export const schemaAlone = {
  name: 'schema-alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@octokit\/graphql-schema$/ }, ({ path }) => ({ path, namespace: 'schema-alone' }));
    onLoad({ filter: /.*/, namespace: 'schema-alone' }, () => {
      const file = fileURLToPath(new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema')));
      const idl = readFileSync(file, 'utf8').replaceAll(DESCRIPTION, '');
      return { contents: `export const schema = { idl: ${JSON.stringify(idl)} };` };
    });
  },
};
