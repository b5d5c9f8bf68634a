// The label that people put on a pull request to get no more messages on it.

export const QUIET_LABEL = 'relcomms/quiet';
