// The package as others get it: what it names is there, what it needs is named, and its README shows what is run.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const HOME = 'packages/embedded-github';

interface PackageJson {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly engines: unknown;
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

const own = JSON.parse(read(join(HOME, 'package.json'))) as PackageJson;
const root = JSON.parse(read('package.json')) as PackageJson;

/** The source of a built file. */
function sourceOf(built: string): string {
  const name = built.replace(/^(?:\.\/)?dist\/(?:types\/)?/, '').replace(/\.d\.ts$|\.js$/, '.ts');
  return join(HOME, 'src', name);
}

test('every export and command is built from a source that is there', () => {
  const exported = Object.values(own.exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [entry.types, entry.default],
  );
  const built = [...exported, ...Object.values(own.bin)];
  expect(built.length).toBeGreaterThan(4);
  expect(built.map(sourceOf).filter((path) => !existsSync(path))).toEqual([]);
});

test('it names the packages that it imports, in the versions of the repository', () => {
  const texts = readdirSync(join(HOME, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(join(HOME, 'src', path)));
  const imported = texts.flatMap((text) =>
    [...text.matchAll(/\bfrom '((?:@[^/']+\/)?[^./'][^/']*)/g)].map(([, name = '']) => name),
  );
  const packages = [...new Set(imported)].filter((name) => !name.startsWith('node:')).toSorted();
  expect(Object.keys(own.dependencies)).toEqual(packages);
  expect(root.dependencies).toMatchObject(own.dependencies);
  expect(own.engines).toEqual(root.engines);
});

test('the README shows the example that is run, and the license is that of the repository', () => {
  expect(read(join(HOME, 'README.md'))).toContain(
    `\`\`\`js\n${read(join(HOME, 'example/greeter.test.js'))}\`\`\``,
  );
  expect(read(join(HOME, 'LICENSE'))).toBe(read('LICENSE'));
});
