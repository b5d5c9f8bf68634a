// Matches paths against patterns as in CODEOWNERS, in time that no pattern can blow up.

/** A name between slashes, written out or with wildcards, or `any`: no name or any number of them. */
type Part =
  | { readonly kind: 'any' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'wild'; readonly pieces: readonly Piece[] };

/** A character, `?` for one of any, `*` for any number of them. */
type Piece = { readonly kind: 'is'; readonly character: string } | { readonly kind: '?' | '*' };

export interface Glob {
  readonly parts: readonly Part[];
}

/** A path on git has 4,096 bytes at most, so a longer pattern can't be meant. */
export const LONGEST_PATTERN = 4096;

const ANY: Part = { kind: 'any' };
const ONE: Part = { kind: 'wild', pieces: [{ kind: '*' }] };

/**
 * Reads a pattern by GitHub's documented rules ("About code owners"): those of gitignore, where a slash at the
 * start or in the middle ties the pattern to the root, a slash at the end means a folder, `*` and `?` stop at a
 * slash and `**` does not. Unlike gitignore, a last part `*` takes the files of that folder only, not what lies deeper.
 */
export function parseGlob(pattern: string): Glob {
  const folder = pattern.endsWith('/');
  const names = pattern.replace(/^\//, '').replace(/\/$/, '').split('/');
  const anchored = pattern.startsWith('/') || names.length > 1;
  // No file has a name without characters, and a backslash at the end takes nothing: git says so.
  if (names.includes('') || endsOpen(names.at(-1) ?? '')) return { parts: [] };
  const parts = names.map(partOf);
  const before = anchored || parts[0] === ANY ? [] : [ANY];
  return { parts: collapse([...before, ...parts, ...tailOf(names.at(-1) ?? '', folder, anchored)]) };
}

/** Whether its last character is a backslash that takes the next one. */
function endsOpen(name: string): boolean {
  return (/\\*$/.exec(name)?.[0].length ?? 0) % 2 === 1;
}

/** Whether the pattern takes the file; `path` holds its names from the root, as `path.split('/')` gives them. */
export function globMatches({ parts }: Glob, path: readonly string[]): boolean {
  const [first] = parts;
  // Most lines of a long file are tied to another folder at the root.
  if (first?.kind === 'name' && first.name !== path[0]) return false;
  return wildcardMatch(parts, path, (part) => part.kind === 'any', partFits);
}

function partFits(part: Part, name: string): boolean {
  if (part.kind !== 'wild') return part.kind === 'name' && part.name === name;
  return wildcardMatch(
    part.pieces,
    Array.from(name),
    (piece) => piece.kind === '*',
    (piece, character) => piece.kind === '?' || (piece.kind === 'is' && piece.character === character),
  );
}

function partOf(name: string): Part {
  if (name === '**') return ANY;
  const pieces = piecesOf(name);
  const letters = pieces.flatMap((piece) => (piece.kind === 'is' ? [piece.character] : []));
  return letters.length === pieces.length
    ? { kind: 'name', name: letters.join('') }
    : { kind: 'wild', pieces };
}

/** What may follow the last name: a folder needs something in it, a name may be a file or a folder. */
function tailOf(last: string, folder: boolean, anchored: boolean): Part[] {
  if (last === '**') return folder ? [ONE, ONE, ANY] : [ONE, ANY];
  if (folder) return [ONE, ANY];
  return last === '*' && anchored ? [] : [ANY];
}

/** Several `**` in a row say no more than one, and `**` before `*` no less than `*` before `**`. */
function collapse(parts: readonly Part[]): Part[] {
  return parts.filter((part, index) => part !== ANY || parts[index - 1] !== ANY);
}

/** A backslash takes the next character as it is, be it the slash behind the name; several stars in a name are one. */
function piecesOf(name: string): Piece[] {
  const pieces: Piece[] = [];
  const characters = Array.from(name);
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character === '\\') {
      at += 1;
      if (at < characters.length) pieces.push({ kind: 'is', character: characters[at] ?? '' });
    } else if (character === '*') {
      if (pieces.at(-1)?.kind !== '*') pieces.push({ kind: '*' });
    } else pieces.push(character === '?' ? { kind: '?' } : { kind: 'is', character });
  }
  return pieces;
}

/**
 * Whether the wanted things fit the given ones, where some of them stand for any number. It only ever goes back to
 * the last such thing, so the time is at most the product of both lengths.
 */
function wildcardMatch<W, G>(
  wanted: readonly W[],
  given: readonly G[],
  isMany: (want: W) => boolean,
  fits: (want: W, got: G) => boolean,
): boolean {
  let at = 0;
  let many = -1;
  let taken = 0;
  for (let next = 0; next < given.length;) {
    const want = wanted[at];
    const got = given[next] as G;
    if (want !== undefined && isMany(want)) {
      [many, taken] = [at, next];
      at += 1;
    } else if (want !== undefined && fits(want, got)) {
      at += 1;
      next += 1;
    } else if (many >= 0) {
      taken += 1;
      [at, next] = [many + 1, taken];
    } else return false;
  }
  return wanted.slice(at).every(isMany);
}
