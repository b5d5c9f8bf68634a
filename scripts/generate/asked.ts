// What the two source documents ask, number by number, and what of a preset or a finding carries it.

/** One number. The duties that carry it say so themselves, in the README of their folder. */
export interface Asked {
  /** `K1` to `K54`, `Y1` to `Y28`. */
  readonly number: string;
  readonly asks: string;
  /** `task preset/id`, `milestone preset/id`, `role preset/name`, `cycle preset` or `rule code`. */
  readonly carriers: readonly string[];
  /** A duty that is still to come, and that it waits for. */
  readonly planned?: string;
}

export const KUBERNETES: readonly Asked[] = [
  {
    number: 'K1',
    asks: 'Connect the release team with CNCF, media, vendors and project managers',
    carriers: ['task kubernetes-comms/contacts'],
  },
  {
    number: 'K2',
    asks: 'A release blog',
    carriers: ['task kubernetes-comms/release-blog', 'task kubernetes-comms/publish-blog'],
  },
  {
    number: 'K3',
    asks: 'Speaking slots at events',
    carriers: ['task kubernetes-comms/event-cfps', 'task kubernetes-comms/event-submission'],
  },
  {
    number: 'K4',
    asks: 'Webinars',
    carriers: ['task kubernetes-comms/webinar', 'task kubernetes-comms/webinar-settled'],
  },
  {
    number: 'K5',
    asks: 'A blog series over five days, with the CNCF',
    carriers: ['task kubernetes-comms/blog-series', 'task kubernetes-comms/blog-series-settled'],
  },
  { number: 'K6', asks: 'Messages for the media, approved', carriers: ['task kubernetes-comms/theme'] },
  {
    number: 'K7',
    asks: 'After a slip, bring press dates back in step',
    carriers: ['task kubernetes-comms/release-timing'],
  },
  {
    number: 'K8',
    asks: 'After a slip, tell the press the new dates',
    carriers: ['task kubernetes-comms/release-timing'],
  },
  {
    number: 'K9',
    asks: 'Good writing, so texts are reviewed',
    carriers: ['task kubernetes-comms/release-blog'],
  },
  {
    number: 'K10',
    asks: 'Communications dates stand within the release timeline',
    carriers: ['task kubernetes-comms/comms-milestones', 'milestone kubernetes-comms/embargo-lift'],
  },
  { number: 'K11', asks: 'Known contacts in every audience', carriers: ['task kubernetes-comms/contacts'] },
  {
    number: 'K12',
    asks: 'Knowledge of the concepts behind the features',
    carriers: ['task kubernetes-comms/sig-meetings'],
  },
  { number: 'K13', asks: 'Project management, so order, days and holders are kept', carriers: [] },
  {
    number: 'K14',
    asks: 'Thirteen numbered weeks; a lead and shadows',
    carriers: ['cycle kubernetes-comms', 'role kubernetes-comms/lead', 'role kubernetes-comms/shadow'],
  },
  {
    number: 'K15',
    asks: 'The former lead helps to find new people',
    carriers: ['task kubernetes-comms/find-leads', 'role kubernetes-comms/former-lead'],
  },
  {
    number: 'K16',
    asks: 'Settle the communications milestones',
    carriers: ['task kubernetes-comms/comms-milestones'],
  },
  {
    number: 'K17',
    asks: 'Watch calls for papers and submit',
    carriers: ['task kubernetes-comms/event-cfps', 'task kubernetes-comms/event-submission'],
  },
  {
    number: 'K18',
    asks: 'Turn SIG content into topics and deliverables',
    carriers: ['task kubernetes-comms/collect-topics'],
  },
  {
    number: 'K19',
    asks: 'Go to the release team meetings',
    carriers: ['task kubernetes-comms/release-team-meeting'],
  },
  { number: 'K20', asks: 'Settle lead and shadows', carriers: ['task kubernetes-comms/settle-roles'] },
  {
    number: 'K21',
    asks: 'Begin with the release notes draft',
    carriers: ['task kubernetes-comms/story-analysis'],
  },
  {
    number: 'K22',
    asks: 'Learn from the features lead what may be delivered',
    carriers: ['task kubernetes-comms/likely-features'],
  },
  {
    number: 'K23',
    asks: 'Continue with the planned features',
    carriers: ['task kubernetes-comms/story-analysis'],
  },
  {
    number: 'K24',
    asks: 'Go to the meetings of delivering SIGs',
    carriers: ['task kubernetes-comms/sig-meetings'],
  },
  { number: 'K25', asks: 'Settle theme and messages', carriers: ['task kubernetes-comms/theme'] },
  {
    number: 'K26',
    asks: 'Choose the blog series with the CNCF',
    carriers: ['task kubernetes-comms/blog-series', 'task kubernetes-comms/blog-series-settled'],
  },
  {
    number: 'K27',
    asks: 'Schedule the webinar',
    carriers: ['task kubernetes-comms/webinar', 'task kubernetes-comms/webinar-settled'],
  },
  {
    number: 'K28',
    asks: 'Begin planning press and analyst briefings',
    carriers: ['task kubernetes-comms/press-briefings'],
  },
  {
    number: 'K29',
    asks: 'Line up the review of the blog draft',
    carriers: ['task kubernetes-comms/blog-review'],
  },
  {
    number: 'K30',
    asks: 'Discuss announcement time and embargo day',
    carriers: ['task kubernetes-comms/announcement-timing'],
  },
  { number: 'K31', asks: 'Discuss social posts', carriers: ['task kubernetes-comms/social-plan'] },
  { number: 'K32', asks: 'Week 7 is there, and empty', carriers: ['cycle kubernetes-comms'] },
  { number: 'K33', asks: 'Week 8 is there, and empty', carriers: ['cycle kubernetes-comms'] },
  { number: 'K34', asks: 'Go to the burndown meetings', carriers: ['task kubernetes-comms/burndown'] },
  {
    number: 'K35',
    asks: 'Meet the CNCF marketing team every week',
    carriers: ['task kubernetes-comms/cncf-marketing-meeting'],
  },
  { number: 'K36', asks: 'Schedule the briefings', carriers: ['task kubernetes-comms/press-briefings'] },
  {
    number: 'K37',
    asks: 'Hand the blog draft to the media under embargo',
    carriers: ['task kubernetes-comms/embargoed-draft'],
  },
  {
    number: 'K38',
    asks: 'A media roundtable, if appropriate',
    carriers: ['task kubernetes-comms/media-roundtable'],
  },
  {
    number: 'K39',
    asks: 'Begin the final version of the blog',
    carriers: ['task kubernetes-comms/release-blog'],
  },
  { number: 'K40', asks: 'Schedule social posts', carriers: ['task kubernetes-comms/social-schedule'] },
  {
    number: 'K41',
    asks: 'Continue scheduling briefings',
    carriers: ['task kubernetes-comms/press-briefings'],
  },
  {
    number: 'K42',
    asks: 'Finish the blog with what was delivered',
    carriers: ['task kubernetes-comms/release-blog'],
  },
  {
    number: 'K43',
    asks: 'Agree on release timing with CNCF, media, release team',
    carriers: ['task kubernetes-comms/release-timing'],
  },
  {
    number: 'K44',
    asks: 'The embargo may lift in the week before the release',
    carriers: ['task kubernetes-comms/release-timing', 'milestone kubernetes-comms/embargo-lift'],
  },
  { number: 'K45', asks: 'Release day', carriers: ['task kubernetes-comms/release-day'] },
  {
    number: 'K46',
    asks: 'Keep timing in hand when the release is late',
    carriers: ['task kubernetes-comms/release-timing'],
  },
  { number: 'K47', asks: 'Publish the blog', carriers: ['task kubernetes-comms/publish-blog'] },
  { number: 'K48', asks: 'Find people for interviews', carriers: ['task kubernetes-comms/interviews'] },
  {
    number: 'K49',
    asks: 'Take part in the retrospective',
    carriers: ['task kubernetes-comms/retrospective'],
  },
  { number: 'K50', asks: 'Follow up with the media', carriers: ['task kubernetes-comms/media-follow-up'] },
  { number: 'K51', asks: 'Get the coverage report', carriers: ['task kubernetes-comms/coverage-report'] },
  {
    number: 'K52',
    asks: 'A task that spans weeks is one task in several states',
    carriers: ['task kubernetes-comms/press-briefings'],
  },
  {
    number: 'K53',
    asks: 'Weeks 1 and 2 need someone before roles are filled',
    carriers: ['role kubernetes-comms/former-lead'],
  },
  {
    number: 'K54',
    asks: 'Embargo and release are two clocks, and either can move',
    carriers: [
      'task kubernetes-comms/announcement-timing',
      'task kubernetes-comms/release-timing',
      'milestone kubernetes-comms/embargo-lift',
      'rule embargo-after-release',
    ],
  },
];

export const KYMA: readonly Asked[] = [
  {
    number: 'Y1',
    asks: 'The releasing team picks a Release Master',
    carriers: ['task kyma-release/pick-release-master'],
  },
  {
    number: 'Y2',
    asks: 'The organization is notified of the progress',
    carriers: ['task kyma-release/scrum-of-scrums', 'task kyma-release/report-incidents'],
  },
  {
    number: 'Y3',
    asks: 'Deadlines are known a week before RC1',
    carriers: [
      'task kyma-release/announce-deadlines',
      'milestone kyma-release/deadline-notice',
      'rule short-notice',
    ],
  },
  { number: 'Y4', asks: 'That message is pinned', carriers: ['task kyma-release/announce-deadlines'] },
  {
    number: 'Y5',
    asks: 'Prepare the environment for testing a candidate',
    carriers: ['task kyma-release/prepare-environment'],
  },
  { number: 'Y6', asks: 'Share access to it', carriers: ['task kyma-release/share-environment'] },
  {
    number: 'Y7',
    asks: 'Teams can test before the candidate is merged',
    carriers: [
      'task kyma-release/share-environment',
      'milestone kyma-release/test-environment',
      'rule late-environment',
    ],
  },
  {
    number: 'Y8',
    asks: 'A sheet with all manual tests',
    carriers: ['task kyma-release/test-sheet'],
  },
  {
    number: 'Y9',
    asks: 'Every manual test is executed',
    carriers: ['task kyma-release/manual-tests'],
  },
  {
    number: 'Y10',
    asks: 'Deadlines for cherry-picks are known',
    carriers: [
      'task kyma-release/announce-cherry-pick-deadline',
      'milestone kyma-release/cherry-pick-deadline',
      'rule cherry-pick-after-release',
    ],
  },
  {
    number: 'Y11',
    asks: 'Teams know of every pull request that waits for approval',
    carriers: ['task kyma-release/pending-approvals'],
  },
  {
    number: 'Y12',
    asks: 'Teams are notified of failing tests at once',
    carriers: ['task kyma-release/failing-tests'],
  },
  { number: 'Y13', asks: 'They answer with their progress', carriers: ['task kyma-release/failing-tests'] },
  {
    number: 'Y14',
    asks: 'The days of both candidates are known',
    carriers: [
      'task kyma-release/announce-deadlines',
      'milestone kyma-release/rc1',
      'milestone kyma-release/rc2',
    ],
  },
  { number: 'Y15', asks: 'Release day is known', carriers: ['task kyma-release/announce-deadlines'] },
  {
    number: 'Y16',
    asks: 'Everything that happens in the release is announced',
    carriers: ['task kyma-release/report-incidents', 'task kyma-release/magicbox-update'],
  },
  {
    number: 'Y17',
    asks: 'The external community is notified of the release after it is out',
    carriers: ['task kyma-release/announce-release'],
  },
  {
    number: 'Y18',
    asks: 'The responsible people are published',
    carriers: ['task kyma-release/publish-contacts'],
  },
  {
    number: 'Y19',
    asks: 'Release Master and Scrum Masters work together',
    carriers: ['task kyma-release/agree-with-scrum-master'],
  },
  {
    number: 'Y20',
    asks: 'A report at the Scrum of Scrums every two weeks',
    carriers: ['task kyma-release/scrum-of-scrums'],
  },
  {
    number: 'Y21',
    asks: 'A page of the release on the wiki, kept by a Scrum Master',
    carriers: ['task kyma-release/magicbox-open', 'task kyma-release/magicbox-update'],
  },
  {
    number: 'Y22',
    asks: 'It has everything that concerns all teams',
    carriers: ['task kyma-release/magicbox-open', 'task kyma-release/magicbox-update'],
  },
  {
    number: 'Y23',
    asks: 'Internal and external audiences are kept apart',
    carriers: ['task kyma-release/announce-release'],
  },
  {
    number: 'Y24',
    asks: 'Three roles share the work',
    carriers: [
      'task kyma-release/pick-release-master',
      'task kyma-release/agree-with-scrum-master',
      'task kyma-release/hand-over',
      'role kyma-release/release-master',
      'role kyma-release/release-manager',
      'role kyma-release/scrum-master',
      'duty tracking-issue',
    ],
  },
  {
    number: 'Y25',
    asks: 'Missed deadlines are raised with someone who can act',
    carriers: ['task kyma-release/agree-with-scrum-master', 'task kyma-release/manual-tests'],
  },
  {
    number: 'Y26',
    asks: 'A failing test that endangers the release is escalated',
    carriers: ['task kyma-release/failing-tests'],
  },
  {
    number: 'Y27',
    asks: 'Status includes obstacles',
    carriers: ['task kyma-release/scrum-of-scrums', 'task kyma-release/magicbox-update'],
  },
  {
    number: 'Y28',
    asks: "Messages that can't be overlooked, pinned in all channels",
    carriers: ['task kyma-release/announce-deadlines'],
  },
];
