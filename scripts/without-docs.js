// Leaves out what the schemas of the config say for people who write one: only docs, example and JSON Schema ask for it.
import { readFileSync } from 'node:fs';

/** Keys of `FieldMeta` that `npm run generate` asks for, and no run. */
const WORDS = ['description', 'example', 'defaultText', 'anyOf', 'single', 'maxItems'];

const META = '.meta(';

export const withoutDocs = {
  name: 'without-docs',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/(config|duties)\/.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return text.includes(META) ? { contents: withoutMeta(text), loader: 'ts' } : undefined;
    });
  },
};

/** The source without every `.meta({ … })` that holds words only; in others it may say something to a run. */
export function withoutMeta(text) {
  const at = text.indexOf(META);
  if (at < 0) return text;
  const end = endOf(text, at + META.length);
  const call = text.slice(at, end);
  const rest = withoutMeta(text.slice(end));
  return text.slice(0, at) + (keysOf(call).every((key) => WORDS.includes(key)) ? '' : call) + rest;
}

const STRING = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/;

/** Where the bracket ends that was opened right before the place. */
function endOf(text, from) {
  const part = new RegExp(`${STRING.source}|[([{]|[)\\]}]`, 'g');
  part.lastIndex = from;
  for (let depth = 1; depth > 0;) {
    const found = part.exec(text);
    if (found === null) throw new Error('a bracket stays open');
    if ('([{'.includes(found[0])) depth += 1;
    if (')]}'.includes(found[0])) depth -= 1;
  }
  return part.lastIndex;
}

/** The keys of the object that is given; what is no object counts as a key of its own. */
function keysOf(call) {
  const given = call.slice(META.length, -1).trim();
  if (!given.startsWith('{')) return [given];
  const keys = withoutInner(given.slice(1, -1).replaceAll(new RegExp(STRING, 'g'), "''")).split(',');
  return keys.map((key) => key.split(':')[0].trim()).filter((key) => key !== '');
}

function withoutInner(text) {
  const outer = text.replaceAll(/[([{][^()[\]{}]*[)\]}]/g, '');
  return outer === text ? text : withoutInner(outer);
}
