// Where a date goes that falls on a day off.

/** The forms, in configs. */
export const SHIFTS = ['next working day', 'previous working day'] as const;

export type Shift = (typeof SHIFTS)[number];
