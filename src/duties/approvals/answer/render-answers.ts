// The words with which commands on pull requests are answered.

export const answers = {
  asked: (author: string) => `${author} asked for it`,
  whyQuiet: (on: boolean) => (on ? 'somebody muted it' : 'somebody unmuted it'),
  quietLabel: () => 'Muted: relcomms says nothing on this pull request',
};
