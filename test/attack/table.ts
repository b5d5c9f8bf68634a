// Each attacker and each asset: what holds, and the tests that show it. `npm run generate` writes it into docs/security.md.

export const ATTACKERS = {
  'network client': 'reaches the port of the App, and has no secret',
  outsider: 'has an account on GitHub and no permissions; can write in a public repository',
  reader: 'may read the repository',
  triager: 'may label, assign and close issues',
  writer: 'may push to branches and edit comments of others, and has no role in the config',
  'config editor': 'may change the config on the default branch',
  fork: 'opens a pull request from a fork',
  tenant: 'has installed the same App on an account of their own',
  'Slack member': 'is in the workspace, and nobody on GitHub',
} as const;

export const ASSETS = [
  'availability',
  'words sent',
  'approvals',
  'memory',
  'secrets',
  'other tenants',
] as const;

export type Attacker = keyof typeof ATTACKERS;
export type Asset = (typeof ASSETS)[number];

/** The file below `test/`, without its ending, and the title as it stands in the source. */
export type Shown = readonly [file: string, title: string];

export interface Cell {
  /** What is so, in a sentence. */
  readonly holds: string;
  /** Empty where there is no way from the one to the other. */
  readonly shown: readonly [Shown, ...Shown[]] | 'no way';
}

export type Table = Readonly<Record<Attacker, Readonly<Record<Asset, Cell>>>>;

function shown(holds: string, ...tests: readonly [Shown, ...Shown[]]): Cell {
  return { holds, shown: tests };
}

function noWay(holds: string): Cell {
  return { holds, shown: 'no way' };
}

const COMMANDS: readonly [Shown, ...Shown[]] = [
  ['scenarios/command-table', '/release $name'],
  ['scenarios/command-table', 'given by $who'],
];
const OWN_WORDS: readonly [Shown, ...Shown[]] = [
  ['attack/memory', 'who %s: it is put back once and told once, and nothing is sent'],
  ['attack/memory', 'an edit between the look of a run and its write counts no more'],
];
const STRANGERS_MARKER: readonly [Shown, ...Shown[]] = [
  ['scenarios/people', "a stranger's comment with our ledger's marker is not our ledger"],
  ['scenarios/people', "a stranger's older issue with our marker does not keep us from opening ours"],
];
const UNSIGNED: Shown = [
  'server/front',
  'a wrong signature, one of another secret and a broken one wake nobody',
];
const FORK_USED: Shown = [
  'scenarios/config-check',
  'a pull request from a fork is read and checked, and nothing of it is used',
];
const JUDGED_BLIND: Shown = ['judge/judge-in-child', 'it sees nothing of our environment'];
const BARRED: Shown = [
  'attack/foreign-config',
  'in an App of somebody else a config sends nothing to Slack and mail, and opens no connection',
];
const NOT_FILLED_IN: Shown = [
  'attack/foreign-config',
  'no text of a config is filled in from the environment, in the bundled Action',
];
const NO_SECRET_WRITTEN: Shown = ['bundle/secrets', '%s, channels that work: %s'];
const ONE_REPOSITORY: Shown = [
  'bundle/action',
  'nothing but the repository that the runner names is asked for',
];
const REACTIONS: Shown = [
  'attack/slack-member',
  'reactions to every message approve nothing, send nothing and change no words',
];
const NOT_ASKED =
  'Every run asks GitHub with the token of one installation, which sees its own repositories only.';

export const TABLE: Table = {
  'network client': {
    availability: shown(
      'Nothing is read before its signature can fit; bytes, connections and time are bounded, and signed deliveries continue.',
      ['attack/webhook-port', '200 hostile connections take no memory, and good deliveries go on'],
      ['attack/webhook-port', 'a process with a small heap outlives them'],
      ['attack/webhook-port', 'a body that never ends does not keep the App alive'],
      ['server/front', '60 MB without a signature are refused before they are read'],
    ),
    'words sent': shown('A delivery without a signature that fits wakes nobody.', UNSIGNED),
    approvals: shown(
      'An approval is a comment that GitHub shows; a delivery is only a hint to look.',
      UNSIGNED,
      ['server/front', 'a signed webhook is answered before its run ends, and the run follows'],
    ),
    memory: shown('What is remembered is at GitHub, and a delivery writes nothing there.', UNSIGNED),
    secrets: shown(
      'Neither a body nor a header is ever logged, and the secret before the present one ends when it is taken away.',
      [
        'attack/webhook-port',
        '25 MB that are signed wrongly are not logged, and neither is a private payload',
      ],
      ['attack/webhook-port', 'the secret before the present one still signs; any other does not'],
    ),
    'other tenants': shown('Only a signed body says which repository relcomms looks at.', UNSIGNED),
  },
  outsider: {
    availability: shown(
      'Text is read in time that grows with its length alone; comments of strangers hide no command and cost few requests.',
      [
        'attack/silenced-commands',
        'sixty outsiders use up neither look-ups nor writes, and the lead is heard at once',
      ],
      [
        'attack/silenced-commands',
        'an endless issue is read for ten requests, then named; others beside it are read as well',
      ],
      ['attack/parsers', '%s, %s: the time grows with the length alone'],
    ),
    'words sent': shown(
      'A command of theirs is refused, and their titles and reasons come out dead.',
      ...COMMANDS,
      ['scenarios/people', 'the title %j comes out dead in checklist, table and chart'],
    ),
    approvals: shown('Their approval is refused.', ...COMMANDS),
    memory: shown('A marker counts only in text that one of our own accounts wrote.', ...STRANGERS_MARKER),
    secrets: shown('No secret is in anything that people can see.', NO_SECRET_WRITTEN),
    'other tenants': shown(NOT_ASKED, ONE_REPOSITORY),
  },
  reader: {
    availability: shown('As with an outsider.', [
      'attack/silenced-commands',
      'fifty-five comments of one outsider hide nothing, get one answer, and cost no later run a look-up',
    ]),
    'words sent': shown('A command needs a role, or the permission that its row names.', ...COMMANDS),
    approvals: shown('An approval needs the role that the audience names.', ...COMMANDS),
    memory: shown('A marker in their own issue or comment counts for nothing.', ...STRANGERS_MARKER),
    secrets: shown('No secret is in anything that people can see.', NO_SECRET_WRITTEN),
    'other tenants': shown(NOT_ASKED, ONE_REPOSITORY),
  },
  triager: {
    availability: shown(
      'Closing the tracking issue pauses the release, which GitHub lets them do; reopened, it continues.',
      [
        'scenarios/people',
        'an issue that was closed by hand stays closed: one question, and nothing else is written',
      ],
      [
        'attack/silenced-commands',
        'people with a role are asked about first, then those whom GitHub knows; strangers have a few places',
      ],
    ),
    'words sent': shown('Triage is no role: an announcement is refused.', ...COMMANDS),
    approvals: shown('Triage is no role: an approval is refused.', ...COMMANDS),
    memory: shown(
      'They edit no comment of ours, and a copied marker counts for nothing.',
      ...STRANGERS_MARKER,
    ),
    secrets: shown('No secret is in anything that people can see.', NO_SECRET_WRITTEN),
    'other tenants': shown(NOT_ASKED, ONE_REPOSITORY),
  },
  writer: {
    availability: shown(
      'A broken memory stops no run. Who takes its history away makes the release rest, and every report says so.',
      [
        'attack/memory',
        'where the history is gone, the release rests and says so until the comment is deleted; nothing comes twice',
      ],
      ['attack/memory', 'random edits of every hidden byte change no plan'],
      ['attack/parsers', '%s, %s: the time grows with the length alone'],
    ),
    'words sent': shown(
      'What they change in our comments is put back, and nothing is sent or sent again.',
      ...OWN_WORDS,
    ),
    approvals: shown(
      'An approval that somebody writes into our log counts for nothing.',
      ['attack/memory', 'the App puts back what was changed while it works, as the Action does'],
      ...COMMANDS,
    ),
    memory: shown(
      'It counts as one of our accounts wrote it last.',
      ['attack/memory', 'random edits of every hidden byte change no plan'],
      [
        'memory/broken-memory',
        'a row that stands under another key counts for nothing, and one from before keys were kept does',
      ],
    ),
    secrets: shown('No secret is in anything that people can see.', NO_SECRET_WRITTEN),
    'other tenants': shown(NOT_ASKED, ONE_REPOSITORY),
  },
  'config editor': {
    availability: shown(
      'A config is refused before it is large or deep; tasks, weeks and looked-up names are bounded.',
      ['config/hostile', 'refuses %s'],
      ['attack/parsers', '%s, %s: the time grows with the length alone'],
      ['server/memory-queue', 'a busy key does not keep the others waiting: its further run goes to the end'],
    ),
    'words sent': shown(
      'Trusted with every date, role and word, but not with what is live: their texts mention and link nobody.',
      ['scenarios/people', 'the title %j comes out dead in checklist, table and chart'],
      ['channels/mail', 'nothing in title, key or address makes a header or a recipient'],
    ),
    approvals: noWay('Trusted: the config says who approves. Have it reviewed, by a line in CODEOWNERS.'),
    memory: shown('Settings named like parts of the program are settings like any other.', [
      'config/hostile',
      'settings named like parts of JavaScript objects are settings like any other',
    ]),
    secrets: shown(
      'No text of a config is filled in from the environment, and no page of it leads into private networks.',
      NOT_FILLED_IN,
      ['channels/unreachable', 'a name that leads to this machine is not followed: no connection is opened'],
    ),
    'other tenants': shown(
      'Slack and email of an App are for its own account and for the accounts its operator names.',
      BARRED,
      [
        'server/app-channels',
        'an App whose owner is not known sends for nobody, and says how to change that',
      ],
    ),
  },
  fork: {
    availability: shown(
      'Its config is judged in a process of its own, for ten seconds a step and 256 MB; archives and reports are bounded.',
      [
        'attack/fork-config',
        '2,300 holidays and 260 tasks from a fork: the loop of the App keeps turning meanwhile',
      ],
      ['attack/fork-config', 'a config that takes too long gets a check that says so and what to do, once'],
      ['attack/fork-config', 'one that takes too long is enough for a run: those behind it come in the next'],
      ['test-results/read-zip', 'an archive with entries within one another is not used: %s'],
    ),
    'words sent': shown(
      'Nothing of its config is used before it is merged, and nothing of it is live in the check.',
      FORK_USED,
      [
        'scenarios/config-check',
        'nothing in a hostile config is live in the check, and its names reach GitHub as variables only',
      ],
    ),
    approvals: shown('Roles of a proposed config count for nothing.', FORK_USED),
    memory: shown(
      'Its CI runs count for nothing, and its run of the Action writes nothing.',
      [
        'attack/fork-runs',
        'nothing of a pull request from a fork counts, nor of other events and branches; pushes do',
      ],
      ['bundle/action', "a fork's pull request: nothing is written, and its mistakes appear in its own run"],
    ),
    secrets: shown(
      'The process that judges has an empty environment and no token, and only answers of one shape are taken.',
      JUDGED_BLIND,
      ['judge/judge-in-child', 'an answer with %s is not taken'],
    ),
    'other tenants': shown('Names that it brings are looked up in its own repository alone, 300 at most.', [
      'scenarios/config-check',
      'a config that names hundreds of things is checked without looking them all up',
    ]),
  },
  tenant: {
    availability: shown(
      'Accounts take turns, each with two runs at once and one a repository; a run that stops with an error stops no other, and one that never ends is given up.',
      ['attack/tenants', 'two tarpits and 500 hints of one tenant: a command of another begins at once'],
      ['attack/tenants', 'with more tenants than places each gets its share, in turns'],
      [
        'attack/tenants',
        'a run that never ends is told to stop after ten minutes, named, and its place is free again',
      ],
      ['server/memory-queue', 'a busy key does not keep the others waiting: its further run goes to the end'],
      ['server/memory-queue', 'a run that throws is told, and both its key and the others go on'],
      [
        'server/forecasts',
        'one config at a time; repositories take turns, however many pull requests one of them has',
      ],
    ),
    'words sent': shown('Their config sends nothing by our Slack and mail server.', BARRED),
    approvals: shown('Roles and approvals are those of one repository.', ONE_REPOSITORY),
    memory: noWay('What is remembered is in the repository itself, and the App keeps nothing else.'),
    secrets: shown(
      'A config has no way to the environment, and their pages never get a token.',
      BARRED,
      NOT_FILLED_IN,
    ),
    'other tenants': shown(NOT_ASKED, BARRED),
  },
  'Slack member': {
    availability: shown('Few messages are looked at, and reactions without number change nothing.', [
      'attack/slack-member',
      'reactions without number and names without sense cost one look, and the next run writes nothing',
    ]),
    'words sent': shown('Words on Slack are never read, and reactions send nothing.', REACTIONS, [
      'channels/slack-manifest',
      'the methods that are called are those of the list',
    ]),
    approvals: shown(
      'No reaction approves. In the channel of a team a check mark confirms a date for the team, no matter who sets it.',
      REACTIONS,
      [
        'scenarios/acknowledge',
        'a check mark in the channel of a team is its answer, once; Slack is read only while one is waited for',
      ],
    ),
    memory: shown('A reaction by our own bot is left out, and nothing else of Slack is remembered.', [
      'channels/slack',
      'a reaction of the author of a message, which is the bot, is left out',
    ]),
    secrets: shown('No token is in a message.', NO_SECRET_WRITTEN),
    'other tenants': shown('Each workspace has a token of its own.', [
      'channels/slack',
      'each workspace has its own token; what is missing or unsafe is told before anything is sent',
    ]),
  },
};
