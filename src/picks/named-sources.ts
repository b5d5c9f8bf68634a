// What a line names as the place that a fix comes from: pull requests by number or address, commits by their id.

/** `12`, or the beginning of a commit's id. */
export type Source = number | string;

/** One reference in a line, half open. */
interface Reference {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
}

/** `#12`, `GH-12`, `acme/demo#12`, the address of one, and the id of a commit. */
const REFERENCE =
  /https?:\/\/[^\s/()<>]{1,200}\/([\w.-]{1,100}\/[\w.-]{1,100})\/(?:(?:pull|issues)\/(\d{1,9})|commit\/([\da-f]{7,64}))\b|(?<![\w/.-])([\w.-]{1,100}\/[\w.-]{1,100})?#(\d{1,9})(?!\w)|(?<!\w)GH-(\d{1,9})(?!\w)|(?<![\w#/.-])(?=[a-f]{0,63}\d)([\da-f]{7,64})(?![\w-])/gi;

const PICK = /\b(?:cherry[- ]?pick(?:ed|s|ing)?|back-?port(?:ed|s|ing)?)\b/i;

/** Words that tie a number to a text without saying that it is taken over. */
const PASSING =
  /\b(?:relat(?:ed|es)|see|cf|follow(?:s|ing)?[- ]?(?:up|on)?|unlike|like|after|before|until|without|instead|besides?|conflicts?|depends?|needs?|waits?|blocked|not|no|never|(?:do|does|is|was|ca|wo)n['\u2019]t|reverts?|reverted|regression|caused|broken|clos(?:es|ed?)|resolv(?:es|ed?)|refs?|references?|issues?|skip(?:s|ped)?|drop(?:s|ped)?)\b/i;

const SENTENCE_END = /[.;!?](?=\s|$)/;

/** References to this repository; those to others are none. `repository`: `acme/demo`. */
function referencesIn(line: string, repository: string | undefined): Reference[] {
  return [...line.matchAll(REFERENCE)].flatMap((match): Reference[] => {
    const [whole, urlOf, urlNumber, urlCommit, place = urlOf, number, gh, commit = urlCommit] = match;
    if (place !== undefined && place.toLowerCase() !== repository?.toLowerCase()) return [];
    const digits = urlNumber ?? number ?? gh;
    const source = digits === undefined ? (commit ?? '').toLowerCase() : Number(digits);
    return [{ source, from: match.index, to: match.index + whole.length }];
  });
}

/** What the line says that it takes: `Cherry-pick of #12 and #13`, not `depends on the backport of #12`. */
export function pickedIn(line: string, repository: string | undefined): Source[] {
  const word = PICK.exec(line);
  if (word === null || PASSING.test(sentenceBefore(line, word.index))) return [];
  return takenFrom(line, word.index + word[0].length, repository);
}

/** What follows from there on in the sentence, up to words that only mention something. */
function takenFrom(line: string, begin: number, repository: string | undefined): Source[] {
  const found: Source[] = [];
  let at = begin;
  for (const { source, from, to } of referencesIn(line, repository)) {
    if (from < begin) continue;
    const between = line.slice(at, from);
    if (SENTENCE_END.test(between) || PASSING.test(between)) break;
    found.push(source);
    at = to;
  }
  return found;
}

/** What stands at the end of a subject in brackets, `Mend the login (GH-12)`; in a title that says it is a pick, all. */
export function titledIn(title: string, isPick: boolean, repository: string | undefined): Source[] {
  const all = referencesIn(title, repository);
  if (isPick) return all.filter(({ from }) => !PASSING.test(sentenceBefore(title, from))).map(sourceOf);
  const [group] = /(?:\s*\([^()]*\))+\s*$/.exec(title.slice(-300)) ?? [];
  if (group === undefined || PASSING.test(group)) return [];
  const begin = title.length - group.length;
  return all.filter(({ from }) => from >= begin).map(sourceOf);
}

/** What is named without a word that makes a mention of it. */
export function namedIn(line: string, repository: string | undefined): Source[] {
  return referencesIn(line, repository)
    .filter(({ from }) => !PASSING.test(sentenceBefore(line, from)))
    .map(sourceOf);
}

/** Everything that it names, however. */
export function mentionedIn(line: string, repository: string | undefined): Source[] {
  return referencesIn(line, repository).map(sourceOf);
}

/** Whether nothing but references stands there. */
export function isBare(line: string, repository: string | undefined): boolean {
  const found = referencesIn(line, repository);
  const rest = found.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), line);
  return found.length > 0 && !/[\p{L}\p{N}]/u.test(rest);
}

/** Whether it makes mentions of the references below it, as a heading. */
export function isPassing(line: string): boolean {
  return PASSING.test(line) || /\bfix(?:es|ed)?\b/i.test(line);
}

function sourceOf({ source }: Reference): Source {
  return source;
}

function sentenceBefore(line: string, at: number): string {
  return (
    line
      .slice(0, at)
      .split(/[.;!?]\s/)
      .at(-1) ?? ''
  );
}
