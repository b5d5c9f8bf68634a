// Every text that users may read, from the sources, the pages, the manifests and the kept outputs.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Text, literals } from './literals.ts';

const under = (top: string, end: string): string[] =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(end) && !path.endsWith('.d.ts'))
    .map((path) => join(top, path))
    .toSorted();

const directlyIn = (top: string, end: string): string[] =>
  readdirSync(top)
    .filter((path) => path.endsWith(end))
    .map((path) => join(top, path));

/** Pages and manifests; their comments are read, too. */
const FILES: readonly string[] = [
  'README.md',
  'SECURITY.md',
  '.github/CONTRIBUTING.md',
  'action.yml',
  'app.yml',
  'slack-manifest.yml',
  ...directlyIn('docs', '.md'),
  ...directlyIn('config', '.yml'),
  ...directlyIn('config/presets', '.yml'),
  ...under('src/duties', 'promise.md'),
];

/** What the command line answered, kept whole. */
const OUTPUTS: readonly string[] = [
  ...directlyIn('test/golden', '.txt'),
  ...directlyIn('test/fixtures/broken', '.txt'),
];

const read = (path: string): string => readFileSync(path, 'utf8');

/** Text without code, hidden comments and addresses: what people wrote for people. */
function prose(text: string): string {
  return text
    .replaceAll(/<!--[\s\S]*?-->/g, (hidden) => hidden.replaceAll(/[^\n]/g, ''))
    .replaceAll(/`[^`\n]*`/g, '``')
    .replaceAll(/\b(?:class|id)="[^"]*"/g, '')
    .replaceAll(/https?:\/\/[^\s)>\]]+/g, 'URL')
    .replaceAll(/\]\([^)\s]+\)/g, '](URL)');
}

const lines = (path: string): Text[] =>
  prose(read(path))
    .split('\n')
    .map((text, index) => ({ place: `${path}:${index + 1}`, text }));

/** Literals of one word are names: keys, ids, files. */
const isProse = ({ text }: Text): boolean =>
  /[A-Za-z]{2}[ ,.:]+[A-Za-z{]/.test(text) &&
  !/^(?:\.{0,2}\/|query|mutation|fragment|<svg)/.test(text.trim());

/** All of it; a text of the sources is one literal, a text of a page is one line. */
export function textsForUsers(): Text[] {
  return [
    ...['src', 'sandbox']
      .flatMap((top) => under(top, '.ts'))
      .flatMap((path) => literals(path, read(path)))
      .filter(isProse)
      .map(({ place, text }) => ({ place, text: prose(text).replaceAll(/\s+/g, ' ') })),
    ...[...FILES, ...OUTPUTS].flatMap(lines),
  ];
}
