// Dates in a calendar file: the events with their summaries, and the lines that say when they are.
import { addDays, instantOf, parseDay } from '../domain/day.ts';
import { isZone } from '../domain/zone.ts';
import type { Candidate } from './candidate.ts';
import { instantIn } from './clock-zones.ts';
import type { Piece, WrittenDay } from './written-day.ts';

interface Line {
  readonly text: string;
  readonly at: number;
}

interface Event {
  summary: string;
  /** Categories: they may name the version. */
  more: string;
  first?: { readonly line: Line; readonly date: IcsDate };
  last?: IcsDate;
  isOut: boolean;
  begun: boolean;
}

interface IcsDate {
  readonly written: WrittenDay;
  readonly isWholeDay: boolean;
}

const BLANK = { summary: '', more: '', isOut: false, begun: true };

/** Longer lines and more lines of one are no title. */
const LONGEST = 500;

export function icsCandidates(lines: readonly Line[], path: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  let calendar = '';
  let event: Event = { ...BLANK, begun: false };
  for (const [index, line] of lines.entries()) {
    const [, name = '', rest = ''] = /^([A-Z-]{1,40})([;:].*)$/i.exec(line.text.slice(0, LONGEST)) ?? [];
    const words = (): string => unfolded(lines, index, rest);
    switch (name.toUpperCase()) {
      case 'X-WR-CALNAME':
        calendar = words();
        break;
      case 'BEGIN':
        if (/^:(?:VEVENT|VTODO)\s*$/i.test(rest)) event = { ...BLANK };
        // What is inside of an event has days of its own.
        else if (event.begun && !/^:VCALENDAR/i.test(rest)) event.isOut = true;
        break;
      case 'SUMMARY':
        event.summary = words();
        break;
      case 'CATEGORIES':
        event.more += ` | ${words()}`;
        break;
      case 'RRULE':
      case 'RECURRENCE-ID':
        event.isOut = true;
        break;
      case 'STATUS':
        if (/CANCELLED/i.test(rest)) event.isOut = true;
        break;
      case 'DTSTART':
      case 'DUE':
      case 'DTEND':
        takeDate(event, name.toUpperCase(), line, rest);
        break;
      case 'END':
        if (/^:(?:VEVENT|VTODO)\s*$/i.test(rest)) {
          found.push(...candidateOf(event, [calendar, ...path]));
          event = { ...BLANK, begun: false };
        }
        break;
      default:
    }
  }
  return found;
}

/** Lines that begin with a space go on with the one before. */
function unfolded(lines: readonly Line[], index: number, rest: string): string {
  let words = rest.slice(rest.indexOf(':') + 1);
  for (let next = index + 1; /^[ \t]/.test(lines[next]?.text ?? '') && words.length < LONGEST; next++)
    words += (lines[next]?.text ?? '').slice(1, LONGEST);
  return words.replaceAll(/\\([,;\\])/g, '$1').replaceAll(/\\n/gi, ' ');
}

function takeDate(event: Event, name: string, line: Line, rest: string): void {
  const date = readDate(line.text, rest, name === 'DTEND');
  if (date === undefined) event.isOut = true;
  else if (name === 'DTEND') event.last = { ...date, written: placed(date.written, line.at) };
  else event.first = { line, date };
}

/** `;VALUE=DATE:20261103`, `:20261103T170000Z`, `;TZID=Europe/Berlin:20261103T170000`. */
function readDate(text: string, rest: string, isEnd: boolean): IcsDate | undefined {
  const [value = '', year, month, number, hour = '', minute = '', utc] =
    /:(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?\s*$/.exec(rest) ?? [];
  const day = parseDay(`${year}-${month}-${number}`);
  if (day === undefined || text.length > LONGEST) return undefined;
  const start = text.length - value.length + 1;
  const isWholeDay = hour === '';
  // The end of whole days is the day behind the last.
  const kind: Piece['kind'] = isWholeDay && isEnd ? 'behind' : 'basic';
  const zone = /;TZID="?([^";:]+)/i.exec(rest)?.[1];
  const at = isWholeDay
    ? undefined
    : utc !== undefined
      ? instantIn(day, hour, minute, 0)
      : zone !== undefined && isZone(zone)
        ? instantOf(day, `${hour}:${minute}`, zone)
        : undefined;
  const written: WrittenDay = {
    start,
    end: start + 8,
    day: kind === 'behind' ? addDays(day, -1) : day,
    at,
    pieces: [{ kind, start, end: start + 8 }],
    isDayFirst: false,
  };
  return { written, isWholeDay };
}

function placed(written: WrittenDay, at: number): WrittenDay {
  return {
    ...written,
    start: written.start + at,
    end: written.end + at,
    pieces: written.pieces.map((piece) => ({ ...piece, start: piece.start + at, end: piece.end + at })),
  };
}

function candidateOf({ first, last, summary, more, isOut }: Event, scopes: readonly string[]): Candidate[] {
  if (isOut || first === undefined || summary === '') return [];
  const { line, date } = first;
  const isRange = last?.isWholeDay === true && last.written.day > date.written.day;
  const range = isRange ? placed(last.written, -line.at) : undefined;
  return [
    {
      titles: [summary],
      mayBeBare: true,
      scopes: [`${summary}${more}`, ...scopes],
      at: line.at,
      text: line.text,
      group: 0,
      written: [range === undefined ? { first: date.written } : { first: date.written, last: range }],
      along: isRange || last === undefined ? [] : [last.written],
    },
  ];
}
