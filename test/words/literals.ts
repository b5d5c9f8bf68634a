// The string and template literals of a TypeScript file, each with its line; what a template inserts is `{}`.

/** A piece of text that may reach somebody, and where it is: `path:line`. */
export interface Text {
  readonly place: string;
  readonly text: string;
}

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|`|[{}]|(?<=(?:[(,=:[!&|?;{}]|\breturn)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/g;

const PIECE = /\\[\s\S]|`|\$\{|[^`\\$]+|\$/g;

interface Open {
  readonly start: number;
  text: string;
  /** Braces that are open inside of the insertion. */
  depth: number;
}

/** A literal as it is read: without escapes. */
function plain(raw: string): string {
  return raw.replaceAll(/\\([\s\S])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}

/** Every literal of `source`, in the order in which they end. */
export function literals(path: string, source: string): Text[] {
  const found: Text[] = [];
  const open: Open[] = [];
  const add = (start: number, raw: string): void => {
    const line = source.slice(0, start).split('\n').length;
    found.push({ place: `${path}:${line}`, text: plain(raw) });
  };

  /** Reads on in the innermost template; answers where its next insertion, or what is behind it, begins. */
  const readTemplate = (from: number): number => {
    const template = open.at(-1);
    if (template === undefined) return from;
    for (PIECE.lastIndex = from; ;) {
      const piece = PIECE.exec(source)?.[0];
      if (piece === undefined) throw new Error(`${path}: a template does not end`);
      if (piece === '`') {
        open.pop();
        add(template.start, template.text);
        return PIECE.lastIndex;
      }
      if (piece === '${') {
        template.text += '{}';
        template.depth = 0;
        return PIECE.lastIndex;
      }
      template.text += piece;
    }
  };

  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [token] = match;
    const template = open.at(-1);
    if (token === '`') {
      open.push({ start: match.index, text: '', depth: 0 });
      TOKEN.lastIndex = readTemplate(TOKEN.lastIndex);
    } else if (token === '{' && template !== undefined) template.depth += 1;
    else if (token === '}' && template !== undefined) {
      if (template.depth === 0) TOKEN.lastIndex = readTemplate(TOKEN.lastIndex);
      else template.depth -= 1;
    } else if (token.startsWith("'") || token.startsWith('"')) add(match.index, token.slice(1, -1));
  }
  return found;
}
