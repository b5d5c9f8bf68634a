// Parts of packages that are asked in the midst of a plan, which does not wait: files of their own, read when first asked.
import { build } from 'esbuild';

/** Names that a package exports, and the file beside the Action that holds them. */
const ON_DEMAND = {
  // Reads the Markdown of people; texts without a mention or a box of theirs need none of it.
  'mdast-util-from-markdown': { file: 'markdown', names: ['fromMarkdown'] },
  'ical-generator': {
    file: 'calendar-file',
    names: ['default', 'ICalAlarmType', 'ICalEventRepeatingFreq', 'ICalEventTransparency'],
  },
};

export const onDemand = {
  name: 'on-demand',
  setup({ onResolve, onLoad }) {
    for (const [name, { file, names }] of Object.entries(ON_DEMAND)) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'on-demand' }));
      onResolve({ filter: new RegExp(`^\\./${file}\\.cjs$`) }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: new RegExp(`^${name}$`), namespace: 'on-demand' }, () => ({
        contents: `const part = (name) => require('./${file}.cjs')[name];\n${names.map(lateName).join('\n')}`,
      }));
    }
  },
};

/** A function or a table of names: both are asked for what they are when somebody uses them. */
function lateName(name) {
  const late = `new Proxy(function () {}, {
    apply: (_, self, given) => Reflect.apply(part('${name}'), self, given),
    get: (_, key) => part('${name}')[key],
  })`;
  return name === 'default' ? `export default ${late};` : `export const ${name} = ${late};`;
}

/** The builds that write these files into the folder, with the settings of the Action. */
export function onDemandBuilds(folder, settings) {
  return Object.entries(ON_DEMAND).map(([name, { file, names }]) =>
    build({
      ...settings,
      // Signs beyond ASCII as they are: these files hold tables of them, and escaped they are twice as long.
      charset: 'utf8',
      stdin: { contents: `export { ${names.join(', ')} } from '${name}';`, resolveDir: '.' },
      format: 'cjs',
      outfile: `${folder}/${file}.cjs`,
    }),
  );
}
