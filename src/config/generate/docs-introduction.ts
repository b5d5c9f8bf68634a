// The hand-written beginning of docs/configuration.md.

export const INTRODUCTION = `# Configuration

<!-- Generated from the schema by scripts/generate.ts: change the schema, not this page. -->

relcomms reads \`.github/relcomms.yml\` from the default branch. [config/relcomms.example.yml](../config/relcomms.example.yml) shows every key; [config/relcomms.schema.json](../config/relcomms.schema.json) lets editors complete and check them while you type:

\`\`\`yaml
# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/relcomms/main/config/relcomms.schema.json
extends: [basic]
roles:
  lead: [alice]
releases:
  - version: '1.10.0'
    release: 2026-11-24
tracking-issue:
\`\`\`

[Fifteen release processes](processes.md) shows configs of real ones, from Rust to Debian.

If the config has an error, relcomms makes no changes until it is fixed. It reports all errors at once, each with line, column, reason, and fix. Run \`relcomms validate\` to see them before you push.

## Three ways to write a day

| written | meaning |
| --- | --- |
| \`2026-11-03\` | that day |
| \`rc1 - 1 week\`, \`release - 10 working days\`, \`start + 3 days\`, \`rc1\` | counted from a milestone, from release day (\`release\`) or from the Monday of week 1 (\`start\`), by a [length of time](#lengths-of-time). A space goes before the sign |
| \`release at 14:00\`, \`release at 14:00 + 1 hour\`, \`rc1 - 72 hours\` | a time of day of a milestone's day, or so many hours from there; hours without \`at\` count from the milestone's own \`at\` |
| \`later\` | nobody knows the day yet: the tracking issue says so, and what is counted from it waits. From six weeks before the release, the weekly digest asks the release leads to set it. \`relcomms slip v1 rc2=2026-12-01\` and \`/release slip\` set it |
| \`week 5 friday\`, \`week R-3 tuesday\`, \`week R\` | a week counted from the start, or from the release week; without a weekday it is the last working day of the week |

A relative day follows when its milestone moves. Working days exclude Saturdays, Sundays, and \`holidays\`. \`relcomms schedule VERSION\` prints the resulting days; add \`--format ics\` for a calendar file.

## Lengths of time

There is one way to write a length of time, in every key and every command: a number and a unit.

| unit | written |
| --- | --- |
| days | \`7d\`, \`7 days\`, \`1 day\` |
| weeks | \`2w\`, \`2 weeks\`, \`1 week\` |
| working days | \`3wd\`, \`3 working days\`, \`1 working day\` |
| hours | \`4h\`, \`4 hours\` |

Working days exclude Saturdays, Sundays, and \`holidays\`. Where the table of a key says that it counts working days, a day is a working day and a week is five of them. Hours are only for days that are counted from a time of day (\`rc1 - 72 hours\`), and for \`notice\` of \`deadlines\`. A rhythm (\`every\`) is whole weeks: \`1 week\`, \`14 days\`. In a command a sign says in which direction a date moves: \`/release slip rc1 +1 week\`.

## How presets merge

Presets are merged in the order of \`extends\`, and the file itself comes last. A preset may extend others.

| what | how |
| --- | --- |
| keys (\`people\`, \`roles\`, \`teams\`, \`milestones\`, sections of duties …) | key by key; the later value wins |
| \`tasks\` | by \`id\`: the keys that the later task gives win, a new \`id\` is added at the end, \`remove: yes\` drops the task |
| when a task is due | \`week\`, \`due\`, or \`span\` of the later task replaces all three |
| \`holidays\` | joined |
| a role | people named later go before an inherited rotation; a rotation written later goes before inherited people |
| other lists and single values | the later one wins |
| a key without a value | counts as not written |

A milestone may be a day alone, or keys: \`rc1: 2026-11-10\` over a preset's \`rc1: { on: release - 2 weeks, title: … }\` changes the day and keeps the title. A release's milestone keeps the title, zone, \`fixed\`, and \`ask\` of the inherited milestone with the same id.

## Kinds of releases

A minor release, a patch and a security release have different checklists. Give each a kind under [\`kinds\`](#kinds), and name it in the release:

\`\`\`yaml
roles:
  lead: [alice]
kinds:
  minor: { extends: [basic] }
  patch: { extends: [patch-train], labels: [kind/patch] }
  security: { extends: [security-release], roles: { lead: [dave] } }
releases:
  - { version: '1.18.0', kind: minor, release: 2026-11-24 }
  - { version: '1.17.5', kind: patch, release: 2026-10-06 }
\`\`\`

A kind has the top of the config, then the kinds that it extends, then its own. A kind that extends a preset has that preset in place of the cycle, the milestones, and the tasks at the top. A release may change \`tasks\`, \`roles\`, and \`milestones\` once more. They merge as presets do, with these differences:

| what | how |
| --- | --- |
| \`milestones\` | a new day drops \`weekday\`, \`week\`, and \`because\` of the inherited milestone; \`remove: yes\` takes the milestone away |
| \`cycle\` | inherited phases stay only where the kind gives neither \`weeks\` nor \`release-week\` |
| a preset that a kind extends | gives its cycle, milestones, and tasks, and the roles that the top does not name; its duties and time zone are not used |
| \`roles\`, \`vars\` | those of the top hold for every kind |
| \`private: yes\` | in a public repository relcomms does nothing for these releases, and says so: write them into the config of a private repository |

A release without a kind uses the top of the config alone. A milestone's \`kind\` is something else: what that date is.

## Roles in turn

People can take a role in turn, each release the next of them:

\`\`\`yaml
people:
  bob: { away: [{ from: 2026-12-20, to: 2027-01-05 }] }
roles:
  lead:
    rotation: { through: [alice, bob, carol], turns: { 1.30.0: alice } }
    boarding: [Join the release channel, { title: Get access to the registry, link: https://example.com/registry }]
\`\`\`

Releases take part in the order of their release days. Where a kind inherits the rotation, its releases take part, too; a kind can also have a rotation of its own.

| what | how |
| --- | --- |
| \`turns\` | whose turn a release was or is; it must name the oldest release in the config, so that the turns of later ones are certain |
| deleting a release | first add the next turn to \`turns\`: the handoff of the release says which. Nobody's turn changes then. Without it, the config has an error |
| entries of \`turns\` | can stay after a release is deleted; you can delete an entry when its person has a later one |
| who is away on release day, or on more than 5 working days from week 1 to release day | is passed over, and has the next turn |
| a turn that is in \`turns\` | stays, whatever vacation is added later: add the turn of a release once its lead has agreed |
| \`roles\` of a release (\`lead: [dave]\`) | go before the rotation, and shift nobody else |
| a release that is deleted without a turn in \`turns\` | was canceled: its turn goes to the next release |

\`/release swap lead 1.31.0 1.32.0\` opens a pull request that swaps two releases. The tracking issue shows who has the role in the next two releases.

## Releases by a rule

Releases that come regularly need not be written one by one:

\`\`\`yaml
releases:
  - every: monthly third thursday
    first: 2026-05-21
    versions: '19.{n}'
    branch: '{version}-stable'
  - { version: '19.8', release: 2027-01-28, because: 'the office is closed' }
\`\`\`

| process | rule |
| --- | --- |
| every six weeks: 1.93.0, 1.94.0 | \`every: 6 weeks\`, \`versions: '1.{n}.0'\`, \`n: 93\` |
| first Wednesday of the month: 2026.12, 2027.1 | \`every: monthly first wednesday\`, \`versions: '{yyyy}.{m}'\` |
| the 16th of each month | \`every: monthly 16\` |
| fourth Tuesday of every third month | \`every: 3 months fourth tuesday\` |

The version and the day of each release follow from the rule alone, so they are the same on every day. relcomms lists the releases whose cycle runs, the ones that ended in the last four weeks, and at least \`ahead\` whose cycle has not begun. Each gets its tracking issue when its cycle begins. A release that is written beside the rule changes only what it says: here 19.8 moves, and 19.9 stays on its day. \`relcomms slip\` and \`/release slip\` write such a release. \`skip\` leaves versions out. For a new major version, end the rule with \`until\` and begin another one.

## Release trains

Versions that are released on one day share one tracking issue when one release lists them as \`together\`:

\`\`\`yaml
kinds:
  patch:
    extends: [patch-train]
    tasks:
      - { id: announce, title: 'Announce {lines}', due: release }
      - { id: images, title: Build the images, due: release, per: line, steps: ['Build from {branch}', Push them] }
releases:
  - version: patches-2026-12
    together: ['1.17.5', '1.16.12', { version: '1.15.19', branch: maintenance-1.15 }]
    release: 2026-12-08
    kind: patch
    title: December patches
    branch: release-{minor}
\`\`\`

Each of these versions is a line of the train. \`version\` names the train and stays when its day moves or a line drops out. Digest, reminders, messages, and calendar entries are there once.

| what | how it is done |
| --- | --- |
| a task | once for the train |
| a task with \`per: line\` | once for each line: a checkbox for each. The tracking issue counts them: \`1.16.12: 3 of 5\` |
| a task with \`per: line\` and \`steps\` | each line has all steps; \`{version}\`, \`{minor}\`, and \`{branch}\` in them are those of the line |
| a task with \`per: line\` in a release without lines | once |
| the release is out | when all lines with a branch have a tag and a GitHub release, and \`slack\` announces it when all lines have. The missing ones are named |

Write \`{lines}\` for the list of all lines, anywhere in a task or milestone; \`{version}\` is the train there. Checks belong to their line, whatever lines are added or deleted. A rule opens the train of each month: \`versions: 'patches-{yyyy}-{mm}'\` names it, and \`together: [{ version: '1.17.{n}', n: 5 }, { version: '1.16.{n}', n: 12 }]\` counts its lines up. \`{ version: patches-2026-12, together: […] }\` beside the rule changes the lines of one release. \`failing-tests\` watches the branch of each line.

## Events

Conferences are outside of the releases, so they have a list of their own:

\`\`\`yaml
extends: [kubernetes-comms]
events:
  - { title: KubeCon EU 2027, from: 2027-03-15, on: 2027-03-18, cfp: 2026-11-30 }
  - { title: FOSDEM, on: 2027-02-07 }
releases:
  - { version: v1.36.0, release: 2027-03-23, start: 2026-11-23 }
\`\`\`

| part of an event | what it does |
| --- | --- |
| its days, in the cycle of a release | are among the dates of the release, and in the calendar; \`validate\` warns where they meet release day or a freeze |
| \`cfp\` in the cycle | is among the dates, until the end of the day anywhere on earth, and gives each task with \`per: event\` and \`due: cfp - …\` |
| outside of every cycle | waits for the release that it falls into |

A task with \`per: event\` has the id \`task.event\`, as in \`event-submission.fosdem\`: its checks stay with the event, whatever days move. What would be due before the cycle is due on its first day. Events never move with a release; change their days here. A kind has the events at the top, or its own \`events\` in their place.

## Release candidates

Candidates that repeat until nothing blocks one are written once, as \`candidates\`:

\`\`\`yaml
candidates: { every: 1 week, planned: 2, until: none blocks, then: 3 days, title: '{version}-rc{candidate}' }
milestones:
  notes-final: { on: last-candidate + 1 day, title: Release notes are final }
tasks:
  - { id: tag, title: 'Tag {version}-rc{candidate}', due: candidate, per: candidate }
  - { id: test, title: 'Test RC{candidate}', due: candidate + 1 day, per: candidate, after: [tag] }
  - { id: publish, title: Publish, due: release, after: [test] }
releases:
  - { version: 1.10.0, release: 2026-11-26 }
\`\`\`

This plans \`rc1\` for 16 November and \`rc2\` for 23 November, three days before release day. When something blocks the last candidate on its day, the tracking issue and one comment name it. \`/release candidate\` then opens a pull request: \`rc3\` a week later, and release day three days behind it. Merged, the release has the line \`rc3: 2026-11-30\` under \`milestones\`, and \`rc3\` has tasks of its own.

A candidate passes when nothing is red in the report and its own tasks are done. Other tasks block no candidate. To change one candidate, write it under \`milestones\`. In \`go-no-go\`, \`deadlines\`, \`acknowledge\`, and \`slack\`, \`candidate\` under \`milestones\` means each of them.

## Accepted YAML

relcomms reads every value as text: \`version: 1.10\` stays 1.10, and \`yes\`, \`no\`, \`true\`, and \`false\` are answers only for keys that expect one. It reads up to 20 YAML aliases (\`*name\`). It refuses files over 64 KiB or with more than 5,000 keys and values. It refuses duplicate keys, merge keys (\`<<\`), tags, and a second document, too. It also refuses hidden characters, such as characters that change the direction of text.
`;
