// What the team of v1.18.0 does on each day of its cycle; what it makes of a day is seen by the run of that day.
import type { Deed } from './deeds.ts';
import { person } from './deeds.ts';

const [alice, bob, carol] = [person('alice'), person('bob'), person('carol')];

/** Deeds by day. Nobody does anything on the days between. */
export const SCRIPT: Readonly<Record<string, readonly Deed[]>> = {
  // Week 1
  '2020-01-07': [
    alice.ticks('contacts'),
    bob.writes(
      'week-1',
      '- [ ] Ask erin for the list of journalists\n  - half of it is with carol\n  -  the other   half is in a drawer',
    ),
  ],
  '2020-01-08': [alice.closes('event-cfps'), bob.takes('comms-milestones')],
  '2020-01-09': [
    carol.unticks('contacts'),
    bob.writes('top', 'Our notes are in the wiki.\n\n\n> Ask there first.'),
  ],
  '2020-01-10': [
    alice.reopens('event-cfps'),
    carol.writes('under find-leads', '  - dave asked two people\n    * both   said maybe'),
  ],
  // Week 2
  '2020-01-13': [alice.ticks('event-cfps'), carol.ticks('contacts')],
  '2020-01-14': [
    alice.closes('find-leads'),
    bob.ticks('comms-milestones'),
    bob.writes('week-2', '- [ ] Ask sig-docs for <b>two</b> writers'),
  ],
  '2020-01-15': [bob.swaps('collect-topics', 'settle-roles')],
  '2020-01-16': [
    alice.ticks('release-team-meeting.2020-w03', 'X'),
    bob.writes('bottom', 'Written by us:\n\n\n- links\n\n  1. one\n  2. two'),
  ],
  '2020-01-17': [carol.savesInBrowser(), carol.saysDone('collect-topics', 'collect-topics')],
  // Week 3
  '2020-01-20': [bob.ticks('settle-roles'), bob.writes('week-3', '- [ ] Say hello to the media')],
  '2020-01-21': [carol.converts('likely-features', 'Ask which features are likely to make it')],
  '2020-01-22': [
    bob.renames('story-analysis', 'Read the draft (bob & carol)'),
    bob.writes('issue story-analysis', 'The draft is at the usual place.\n\n- [ ] page 1\n- [x] page 2'),
  ],
  '2020-01-23': [
    bob.labels('story-analysis', 'help wanted'),
    carol.unlabels('story-analysis', 'role/lead'),
    alice.unassigns('story-analysis', 'alice'),
    alice.assigns('story-analysis', 'carol'),
  ],
  '2020-01-24': [alice.ticks('story-analysis.begin'), alice.ticks('release-team-meeting.2020-w04')],
  // Week 4
  '2020-01-27': [alice.deletesLine('sig-meetings'), bob.writes('after status', 'Who reads this: **hello**')],
  '2020-01-28': [bob.closes('likely-features'), bob.unlabels('story-analysis', 'help wanted')],
  '2020-01-29': [bob.deletesEnd('status')],
  '2020-01-30': [
    carol.ticks('story-analysis.continue'),
    carol.writes('under sig-meetings', '  - sig-node on Tuesdays'),
  ],
  '2020-01-31': [alice.reopens('story-analysis')],
  '2020-02-01': [alice.ticks('release-team-meeting.2020-w05')],
  // Week 5
  '2020-02-03': [alice.closes('story-analysis'), carol.skips('sig-meetings', 'the SIGs came to us')],
  '2020-02-04': [bob.doublesEnd('schedule')],
  '2020-02-05': [carol.takes('webinar'), bob.writesFirst('week-5', '- [ ] Find a room')],
  '2020-02-06': [
    alice.ticks('theme'),
    carol.rewrites('week-5', '- [ ] Find a room', '- [X] Find a room, found'),
  ],
  '2020-02-07': [alice.ticks('blog-series'), alice.ticks('release-team-meeting.2020-w06')],
  // Week 6: the release comes a day later.
  '2020-02-10': [alice.ticks('webinar'), bob.writes('under release-day', '  - bring cake')],
  '2020-02-11': [bob.ticks('release-team-meeting.2020-w07'), bob.swaps('release-day', 'interviews')],
  '2020-02-12': [alice.slips(), bob.writes('week-12', '- [ ] Thank everybody')],
  '2020-02-13': [bob.unticks('theme')],
  '2020-02-14': [alice.closes('press-briefings')],
  // Week 7: somebody empties the body.
  '2020-02-17': [alice.reopens('press-briefings'), carol.closes('social-plan')],
  '2020-02-18': [bob.empties()],
  '2020-02-19': [
    bob.writes('top', 'I emptied this by mistake, sorry.'),
    bob.writes('week-7', '- [ ] Put the notes back'),
  ],
  '2020-02-20': [alice.ticks('blog-review'), carol.closes('announcement-timing')],
  '2020-02-21': [alice.ticks('theme'), alice.ticks('release-team-meeting.2020-w08')],
  // Week 8
  '2020-02-24': [
    bob.writes('week-12', '- [ ] Thank everybody'),
    carol.writes('under release-day', '  - bring cake'),
  ],
  '2020-02-25': [
    bob.rewrites('week-7', '- [ ] Put', '- [x] Put'),
    carol.writes('week-9', '* [ ] Book the studio\n  1. ask\n  2. pay'),
  ],
  '2020-02-26': [alice.saysUndo('blog-review', 'blog-review')],
  '2020-02-27': [
    carol.swaps('embargoed-draft', 'media-roundtable'),
    bob.writes('bottom', '<details><summary>old</summary>\n\n| a | b |\n| - | - |\n\n</details>'),
  ],
  '2020-02-28': [
    alice.ticks('blog-review'),
    bob.writes('week-10', '- [ ] Send the swag'),
    alice.ticks('release-team-meeting.2020-w09'),
  ],
  // Week 9
  '2020-03-02': [alice.ticks('burndown.2020-w10')],
  '2020-03-03': [
    bob.assigns('embargoed-draft', 'bob'),
    bob.writes('issue embargoed-draft', '@@ not a diff @@'),
  ],
  '2020-03-04': [carol.saysDone('cncf-marketing-meeting.2020-w10', 'cncf-marketing-meeting.2020-w10')],
  '2020-03-05': [carol.converts('burndown.2020-w11', 'Attend the burndown meetings')],
  '2020-03-06': [
    bob.closes('embargoed-draft'),
    alice.ticks('press-briefings.continue', 'X'),
    alice.ticks('blog-series-settled'),
  ],
  // Week 10
  '2020-03-09': [alice.ticks('burndown.2020-w11'), bob.deletesLine('burndown.2020-w12')],
  '2020-03-10': [bob.writes('under release-blog.begin', '  - the intro is bad')],
  '2020-03-11': [
    carol.ticks('cncf-marketing-meeting.2020-w11'),
    bob.rewrites('week-10', '- [ ] Send', '- [x] Send'),
  ],
  '2020-03-12': [
    carol.takes('release-blog'),
    alice.ticks('release-blog.begin'),
    bob.closes('press-briefings'),
  ],
  '2020-03-13': [
    alice.skips('media-roundtable', 'there is "no" news | enough'),
    alice.ticks('webinar-settled'),
  ],
  // Week 11
  '2020-03-16': [alice.ticks('social-schedule'), alice.deletesLine('release-blog.begin')],
  '2020-03-17': [bob.deletesEnd('checklist'), alice.ticks('burndown.2020-w12')],
  '2020-03-18': [carol.closes('release-timing'), carol.ticks('cncf-marketing-meeting.2020-w12')],
  '2020-03-19': [alice.reopens('release-timing')],
  '2020-03-20': [alice.closes('release-blog')],
  // Week 12
  '2020-03-23': [alice.ticks('burndown.2020-w13'), bob.assigns('release-day', 'bob')],
  '2020-03-24': [bob.writes('week-12', '- [ ] Watch the queue\n\n      even at night')],
  '2020-03-25': [
    alice.ticks('release-day'),
    alice.closes('publish-blog'),
    carol.ticks('release-timing.continue'),
  ],
  '2020-03-26': [alice.ticks('cncf-marketing-meeting.2020-w13'), alice.reopens('publish-blog')],
  '2020-03-27': [alice.closes('publish-blog'), bob.rewrites('week-12', '- [ ] Watch', '- [x] Watch')],
  // Week 13
  '2020-03-30': [
    bob.renames('retrospective', 'Look back'),
    bob.unassigns('coverage-report', 'alice'),
    bob.assigns('coverage-report', 'bob'),
  ],
  '2020-04-01': [alice.ticks('retrospective'), bob.rewrites('week-12', '- [ ] Thank', '- [x] Thank')],
  '2020-04-02': [carol.saysDone('remaining questions', 'media-follow-up')],
  // The day after: nobody has looked since Sunday.
  '2020-04-06': [bob.closes('coverage-report'), alice.deletesLine('publish-blog')],
};
