// From the text of one YAML document to a tree whose values know their place.
import { EVENT_ID, type Event, YAMLException, parseEvents } from 'js-yaml';
import type { LocatedProblem } from '../../domain/problem.ts';
import { composeTree } from './compose-tree.ts';
import { linesOf } from './lines.ts';
import type { MapNode, Place } from './node.ts';
import { type YamlLimits, refuseText } from './refuse-text.ts';
import { syntaxProblem } from './syntax-problem.ts';

/** Deepest nesting; a config needs about six levels. */
const MAX_DEPTH = 20;

/** `tree` is absent when the text can't be read at all; otherwise problems are of single values. */
export interface YamlReading {
  readonly tree?: MapNode;
  readonly problems: readonly LocatedProblem[];
}

/**
 * Reads a document with a map at its top; every scalar stays text. Never throws for any text.
 * `preset` names the preset that the text belongs to, if any; `limits` are those of a config unless given.
 */
export function readYaml(text: string, preset?: string, limits?: YamlLimits): YamlReading {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const placeAt = linesOf(source, preset);
  const refused = refuseText(source, placeAt, limits);
  if (refused.length > 0) return { problems: refused };
  const events = eventsOf(source, placeAt);
  if (!Array.isArray(events)) return { problems: [events] };
  return composeDocument(source, events, placeAt);
}

function composeDocument(source: string, events: Event[], placeAt: (offset: number) => Place): YamlReading {
  const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
  if (documents > 1) return { problems: [severalDocuments(source, placeAt)] };
  const { node, problems } = composeTree(source, events, placeAt);
  const bomb = problems.find(({ code }) => code === 'too-many-aliases');
  if (bomb !== undefined) return { problems: [bomb] };
  if (node === undefined || node.kind === 'nothing') return { problems: [emptyFile()] };
  if (node.kind !== 'map') return { problems: [notKeys(node.kind, node.at)] };
  return { tree: node, problems };
}

function eventsOf(source: string, placeAt: (offset: number) => Place): Event[] | LocatedProblem {
  try {
    return parseEvents(source, { maxDepth: MAX_DEPTH });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // The parser stops after the last character; a mistake at the very end is shown on the last line with text.
    const offset = Math.min(error.mark?.position ?? 0, source.trimEnd().length);
    const { line, column } = placeAt(offset);
    return syntaxProblem(error.reason, source.split(/\r\n|\n|\r/), line, column);
  }
}

function severalDocuments(source: string, placeAt: (offset: number) => Place): LocatedProblem {
  const separators = [...source.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)].map(({ index }) => index);
  const before = source.slice(0, separators[0] ?? 0);
  // A separator above all content opens the first document.
  const opens = before.split(/\r\n|\n|\r/).every((line) => /^\s*(#|%|$)/.test(line));
  const { line, column } = placeAt((opens ? separators[1] : separators[0]) ?? 0);
  return {
    ...emptyFile(),
    code: 'several-documents',
    message: 'A second YAML document begins here; a config is one document.',
    fix: 'Delete this line, and what follows it if it is not part of the config.',
    line,
    column,
  };
}

function notKeys(kind: 'text' | 'list', { line, column }: Place): LocatedProblem {
  return {
    ...emptyFile(),
    code: 'not-keys',
    message: kind === 'list' ? 'The file is a list.' : 'The file is a single text.',
    fix: 'Begin with keys: "extends: [kubernetes-comms]" on one line, "releases:" on the next.',
    line,
    column,
  };
}

function emptyFile(): LocatedProblem {
  return {
    code: 'empty-file',
    severity: 'error',
    path: [],
    message: 'The file holds no settings.',
    fix: 'Begin with "extends: [kubernetes-comms]" and "releases:"; config/relcomms.example.yml shows every key.',
    line: 1,
    column: 1,
  };
}
