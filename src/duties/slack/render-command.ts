// The words with which commands about messages are answered, one line each.

export const answers = {
  nothingToAnnounce: () =>
    'Add the text, for example `/release announce The test cluster is down until noon.`',
  noMessages: () => 'There is nobody to announce this to: the config has no section `slack`.',
  nobodyToTell: () => 'There is nobody to announce this to: the config has no `audiences`.',
  nobodyInside: () =>
    'There is nobody to announce this to: `dates` in the section `slack` names no internal audience.',
  paused: () => 'Messages are paused: the section `slack` says `paused: yes`. Nothing was announced.',
  notAnnounced: () =>
    "The announcement didn't reach every channel. The run report lists which ones and why. Fix that, then run the command again.",
  noSuchMessage: () =>
    'No message with that name needs approval here. Copy the command from the end of the preview.',
};
