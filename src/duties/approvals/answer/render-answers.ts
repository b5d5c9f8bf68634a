// The words with which commands on pull requests are answered.

export const answers = {
  asked: (author: string) => `${author} asked for it`,
  whyQuiet: (on: boolean) => (on ? 'somebody muted it' : 'somebody wants to hear of it again'),
  quietLabel: () => 'relcomms says nothing on this pull request',
  notHere: (name: string) =>
    `\`/release ${name}\` belongs in the tracking issue of the release. Here you can write \`/release why\`, \`/release mute\` and \`/release unmute\`.`,
};
