// What people of a release team do on GitHub, as plain data that a script lists and a model understands.

/** A place of people's own text in the tracking issue, or in the issue of a task. */
export type Place =
  | 'top'
  | 'bottom'
  | `after ${string}`
  | `week-${number}`
  | `under ${string}`
  | `issue ${string}`;

export type Deed = { readonly by: string } & (
  | { readonly kind: 'tick'; readonly box: string; readonly mark: 'x' | 'X' | ' ' }
  | { readonly kind: 'close' | 'reopen'; readonly task: string }
  /** `text` are whole lines. */
  | { readonly kind: 'write'; readonly place: Place; readonly text: string; readonly first: boolean }
  | { readonly kind: 'rewrite'; readonly place: Place; readonly from: string; readonly to: string }
  /** "Convert to issue" of GitHub's own menu: the line becomes the number of a new issue. */
  | { readonly kind: 'convert'; readonly box: string; readonly title: string }
  | { readonly kind: 'swap'; readonly box: string; readonly other: string }
  | { readonly kind: 'delete-line'; readonly box: string }
  | { readonly kind: 'delete-end' | 'double-end'; readonly block: string }
  | { readonly kind: 'empty' | 'browser' | 'slip' }
  | { readonly kind: 'rename'; readonly task: string; readonly title: string }
  | { readonly kind: 'label' | 'unlabel'; readonly task: string; readonly label: string }
  | { readonly kind: 'assign' | 'unassign'; readonly task: string; readonly login: string }
  /** Commands: `take` stands in the task's issue, the others in the tracking issue. */
  | { readonly kind: 'take'; readonly task: string }
  | { readonly kind: 'done' | 'undo'; readonly words: string; readonly boxes: readonly string[] }
  | { readonly kind: 'skip'; readonly box: string; readonly because: string }
);

type DeedOf<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }>;

/** A person of the script: `alice.ticks('contacts')` is a deed. */
export function person(by: string) {
  const line = (place: Place, text: string, first = false): Deed => ({
    by,
    kind: 'write',
    place,
    text: `${text}\n`,
    first,
  });
  return {
    ticks: (box: string, mark: DeedOf<'tick'>['mark'] = 'x'): Deed => ({ by, kind: 'tick', box, mark }),
    unticks: (box: string): Deed => ({ by, kind: 'tick', box, mark: ' ' }),
    closes: (task: string): Deed => ({ by, kind: 'close', task }),
    reopens: (task: string): Deed => ({ by, kind: 'reopen', task }),
    writes: (place: Place, text: string): Deed => line(place, text),
    writesFirst: (place: Place, text: string): Deed => line(place, text, true),
    rewrites: (place: Place, from: string, to: string): Deed => ({ by, kind: 'rewrite', place, from, to }),
    converts: (box: string, title: string): Deed => ({ by, kind: 'convert', box, title }),
    swaps: (box: string, other: string): Deed => ({ by, kind: 'swap', box, other }),
    deletesLine: (box: string): Deed => ({ by, kind: 'delete-line', box }),
    deletesEnd: (block: string): Deed => ({ by, kind: 'delete-end', block }),
    doublesEnd: (block: string): Deed => ({ by, kind: 'double-end', block }),
    empties: (): Deed => ({ by, kind: 'empty' }),
    savesInBrowser: (): Deed => ({ by, kind: 'browser' }),
    slips: (): Deed => ({ by, kind: 'slip' }),
    renames: (task: string, title: string): Deed => ({ by, kind: 'rename', task, title }),
    labels: (task: string, label: string): Deed => ({ by, kind: 'label', task, label }),
    unlabels: (task: string, label: string): Deed => ({ by, kind: 'unlabel', task, label }),
    assigns: (task: string, login: string): Deed => ({ by, kind: 'assign', task, login }),
    unassigns: (task: string, login: string): Deed => ({ by, kind: 'unassign', task, login }),
    takes: (task: string): Deed => ({ by, kind: 'take', task }),
    saysDone: (words: string, ...boxes: string[]): Deed => ({ by, kind: 'done', words, boxes }),
    saysUndo: (words: string, ...boxes: string[]): Deed => ({ by, kind: 'undo', words, boxes }),
    skips: (box: string, because: string): Deed => ({ by, kind: 'skip', box, because }),
  };
}
