// Compiles tests as if a duty did nothing: what it carries must not pass then.
import { readFileSync } from 'node:fs';

const NOTHING = '{ desired: [], skips: [], standing: [], lacks: [], refusals: [] }';

/** `name` is that of its folder; undefined: all duties do what they do. */
export function withoutDuty(name) {
  if (name === undefined || name === '') return [];
  const filter = new RegExp(`/src/duties/${name}/index\\.ts$`);
  return [
    {
      name: 'without-duty',
      setup(build) {
        build.onLoad({ filter }, ({ path }) => {
          const text = readFileSync(path, 'utf8');
          const [, duty] = /^export const (\w+): Duty</m.exec(text) ?? [];
          if (duty === undefined) throw new Error(`no duty in ${path}`);
          return { contents: `${text}\n${duty}.desire = () => (${NOTHING});\n`, loader: 'ts' };
        });
      },
    },
  ];
}
