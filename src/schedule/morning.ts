// The hour of a day at which things are told.

/** On the clock of the release: messages of a day go out, and a release is announced. */
export const MORNING = '09:00';
