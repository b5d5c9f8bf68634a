// Reads sources into syntax trees, by the compiler that checks their types.
import { API } from 'typescript/unstable/sync';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import type { SourceFile } from 'typescript/unstable/ast';

/** Nothing is resolved: only the shape of each file is asked for. */
const CONFIG = JSON.stringify({
  compilerOptions: { noLib: true, noResolve: true, types: [] },
  include: ['**/*.ts'],
});

/** What `read` makes of each file's tree; the trees themselves end with the call. */
export function withSyntax<T>(
  texts: ReadonlyMap<string, string>,
  read: (path: string, tree: SourceFile) => T,
): T[] {
  const files = [...texts].map(([path, text]) => [`/${path}`, text]);
  const fs = createVirtualFileSystem({ ...Object.fromEntries(files), '/tsconfig.json': CONFIG });
  const api = new API({ cwd: '/', fs });
  try {
    const [project] = api.updateSnapshot({ openProjects: ['/tsconfig.json'] }).getProjects();
    return [...texts.keys()].map((path) => {
      const tree = project?.program.getSourceFile(`/${path}`);
      if (tree === undefined) throw new Error(`not read: ${path}`);
      return read(path, tree);
    });
  } finally {
    api.close();
  }
}
