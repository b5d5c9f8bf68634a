// Answers to the commands about exceptions, one line each.

export const answers = {
  off: () => 'The config has no section `freeze`, so there are no exceptions.',
  form: () =>
    'Write `/release exception #12 because …` to ask for one, and `/release exception accept #12` or `/release exception refuse #12 because …` to decide. On a pull request, leave out its number.',
  noFreeze: () => 'Nothing freezes here, so no exception is needed.',
  mayNot: () => 'Only the people who decide about freeze exceptions can accept or refuse one.',
  askedOut: () =>
    'Exceptions for this pull request were asked for several times. The people who decide can still accept it.',
  done: { ask: 'asked for an exception', accept: 'accepted', refuse: 'refused' },
} as const;
