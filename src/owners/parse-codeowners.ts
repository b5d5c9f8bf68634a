// Reads a CODEOWNERS file by the rules that GitHub documents; a line that GitHub would not take is left out and named.
import { isLogin, isTeam } from '../domain/login.ts';
import { type Glob, LONGEST_PATTERN, parseGlob } from './glob.ts';

/** Where GitHub looks, in this order; the first file that exists counts (docs.github.com, "About code owners"). */
export const OWNERS_PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** GitHub does not load a larger file: under 3 MB. */
const LARGEST = 3 * 1024 * 1024;

/** One line of the file. */
export interface OwnerRule {
  /** Counted from 1. */
  readonly line: number;
  /** As written. */
  readonly pattern: string;
  readonly glob: Glob;
  /** `alice`, `acme/api` or `docs@example.com`; empty takes the owners of earlier lines away. */
  readonly owners: readonly string[];
}

export interface OwnersFile {
  readonly rules: readonly OwnerRule[];
  /** Lines that count for nothing, and why. */
  readonly mistakes: readonly { readonly line: number; readonly why: string }[];
}

/** Every line that counts, in order. A file that is too large has no rules, as on GitHub. */
export function parseCodeowners(text: string): OwnersFile {
  if (Buffer.byteLength(text, 'utf8') >= LARGEST)
    return {
      rules: [],
      mistakes: [{ line: 1, why: 'the file has 3 MB or more, so GitHub does not load it' }],
    };
  const rules: OwnerRule[] = [];
  const mistakes: { line: number; why: string }[] = [];
  text.split(/\r\n|\n|\r/).forEach((source, index) => {
    const line = index + 1;
    const read = readLine(index === 0 ? source.replace(/^\uFEFF/, '') : source);
    if (read === undefined) return;
    if (typeof read === 'string') mistakes.push({ line, why: read });
    else rules.push({ line, glob: parseGlob(read.pattern), ...read });
  });
  return { rules, mistakes };
}

/** Pattern and owners, a mistake in words, or undefined for lines that say nothing. */
function readLine(source: string): { pattern: string; owners: string[] } | string | undefined {
  const line = source.trim();
  if (line === '' || line.startsWith('#')) return undefined;
  const pattern = firstWord(line);
  const mistake = patternMistake(pattern);
  if (mistake !== undefined) return mistake;
  const words = line.slice(pattern.length).split(/\s+/);
  const comment = words.findIndex((word) => word.startsWith('#'));
  const owners: string[] = [];
  for (const word of comment < 0 ? words : words.slice(0, comment)) {
    if (word === '') continue;
    const owner = ownerIn(word);
    if (owner === undefined) return 'an owner is neither @person, @organization/team nor an email address';
    owners.push(owner);
  }
  return { pattern, owners };
}

/** A person, a team, or an address of mail: no such address is longer than 254 characters. */
function ownerIn(word: string): string | undefined {
  const name = word.slice(1);
  if (word.startsWith('@')) return isLogin(name) || isTeam(name) ? name : undefined;
  return word.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word) ? word : undefined;
}

/** Up to the first space that has no backslash in front of it. */
function firstWord(line: string): string {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at += 1;
    else if (/\s/.test(line.charAt(at))) return line.slice(0, at);
  }
  return line;
}

function patternMistake(pattern: string): string | undefined {
  if (pattern.length > LONGEST_PATTERN) return 'the pattern is longer than any path';
  if (pattern.startsWith('!')) return 'GitHub does not take ! in CODEOWNERS';
  if (pattern.startsWith(String.raw`\#`)) return String.raw`GitHub does not take \# in CODEOWNERS`;
  // GitHub's own example of a pattern that is none.
  if (pattern.includes('***')) return 'GitHub does not take *** in CODEOWNERS';
  return /[[\]]/.test(pattern) ? 'GitHub does not take [ ] in CODEOWNERS' : undefined;
}
