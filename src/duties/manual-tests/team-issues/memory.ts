// What the issue of a team's manual tests remembers, hidden: the results that it showed, and why boxes were set back.
import { RESULTS, type Result } from '../../../domain/manual-test.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { quietData, readHiddenData } from '../../../memory/hidden-data.ts';
import { type Fields, fieldsOf, textIn } from '../../../memory/read-value.ts';

/** Why a box does not stay as somebody left it. */
export interface Note {
  /** `newer`: a result came in since. `program`: no person changed it. `unready`: the team has tests left. */
  readonly why: 'newer' | 'program' | 'unready';
  /** Login of who changed it; absent: nobody knows. */
  readonly by?: string | undefined;
}

export interface TeamMemory {
  /** Results by the id of their box; open ones are absent. */
  readonly shown: ReadonlyMap<string, Result>;
  /** By the id of the box. They stay until somebody edits the text again, or the result changes. */
  readonly notes: ReadonlyMap<string, Note>;
}

const NAME = 'boxes';

const WHY = ['newer', 'program', 'unready'] as const;

export function writeMemory({ shown, notes }: TeamMemory): string {
  return quietData(NAME, {
    shown: Object.fromEntries(shown),
    ...(notes.size === 0 ? {} : { notes: Object.fromEntries(notes) }),
  });
}

/** As one of our accounts wrote it last; undefined where people broke it, so that nobody knows what they changed. */
export function readMemory({
  body,
  ownBody = body,
}: Pick<OwnIssue, 'body' | 'ownBody'>): TeamMemory | undefined {
  const data = fieldsOf(readHiddenData(ownBody, NAME));
  if (!Object.hasOwn(data, 'shown')) return undefined;
  const shown = fieldsOf(data['shown']);
  const notes = fieldsOf(data['notes']);
  return {
    shown: new Map(
      Object.keys(shown).flatMap((id): [string, Result][] => {
        const result = RESULTS.find((one) => one === shown[id]);
        return result === undefined ? [] : [[id, result]];
      }),
    ),
    notes: new Map(Object.keys(notes).flatMap((id) => readNote(id, fieldsOf(notes[id])))),
  };
}

function readNote(id: string, fields: Fields): [string, Note][] {
  const why = WHY.find((one) => one === fields['why']);
  return why === undefined ? [] : [[id, { why, by: textIn(fields, 'by') }]];
}
