// The words with which commands about messages are answered, one line each.

export const answers = {
  nothingToAnnounce: () =>
    'Write the text behind it, for example `/release announce The test cluster is down until noon.`',
  noMessages: () => 'Nobody hears of announcements here: the config has no section `slack`.',
  nobodyToTell: () => 'Nobody hears of announcements here: the config names no `audiences`.',
  nobodyInside: () =>
    'Nobody hears of announcements here: `dates` in the section `slack` names nobody inside.',
  paused: () => 'Messages are paused: the section `slack` says `paused: yes`. Nothing was announced.',
  notAnnounced: () =>
    'It did not go out everywhere. The report of the run says where and why; once that is mended, give the command again.',
  noSuchMessage: () => 'No message with that name waits here; its preview ends with the command to write.',
};
