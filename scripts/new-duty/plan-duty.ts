// What a new duty adds to the project: the files of its folder, its test, and its line in the registry.

/** Path from the top of the project, with the new text. */
export type NewFiles = Readonly<Record<string, string>>;

export interface NewDutyInput {
  /** `license-check`. */
  readonly name: string;
  /** Names that are taken: duties, keys of the config and commands. */
  readonly taken: readonly string[];
  /** The lowest rank that no kind of things in the way has. */
  readonly rank: number;
  /** Text by name of the file, with places for the name: `config.ts`. */
  readonly template: Readonly<Record<string, string>>;
  /** Text of src/duties/index.ts. */
  readonly registry: string;
}

const REGISTRY = 'src/duties/index.ts';

/** Or one sentence about what is wrong with the name. */
export function planDuty(input: NewDutyInput): { readonly files: NewFiles } | { readonly problem: string } {
  const { name, taken, template } = input;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return { problem: `A duty is named in lower case with hyphens, as license-check; not "${name}".` };
  if (taken.includes(name))
    return { problem: `There is a duty, a key of the config or a command called ${name}.` };
  const files = Object.entries(template).map(([file, text]) => [pathOf(file, name), filled(text, input)]);
  return { files: { ...Object.fromEntries(files), [REGISTRY]: registered(input) } };
}

function pathOf(file: string, name: string): string {
  return file.endsWith('.test.ts') ? `test/duties/${name}/${file}` : `src/duties/${name}/${file}`;
}

function filled(text: string, { name, rank }: NewDutyInput): string {
  const words = name.split('-');
  const pascal = words.map(capital).join('');
  return text
    .replaceAll('__name__', name)
    .replaceAll('__camel__', camelOf(name))
    .replaceAll('__Pascal__', pascal)
    .replaceAll('__Title__', capital(words.join(' ')))
    .replaceAll('__rank__', String(rank));
}

/** Before the tracking issue, which has to hear what stands in the way. Throws when the registry has another shape. */
function registered({ name, registry }: NewDutyInput): string {
  const duty = `${camelOf(name)}Duty`;
  const line = '  trackingIssue as AnyDuty,\n  report as AnyDuty,\n';
  const imports = "import { trackingIssue } from './tracking-issue/index.ts';\n";
  if (!registry.includes(line) || !registry.includes(imports))
    throw new Error(`${REGISTRY} has another shape`);
  return registry
    .replace(line, `  ${duty} as AnyDuty,\n${line}`)
    .replace(imports, `import { ${duty} } from './${name}/index.ts';\n${imports}`);
}

function camelOf(name: string): string {
  const [first = '', ...rest] = name.split('-');
  return [first, ...rest.map(capital)].join('');
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
