// Words that no text for users may hold, and what to write in their place.

export interface Banned {
  /** In the name of its test. */
  readonly name: string;
  readonly find: RegExp;
  readonly use: string;
}

/** British spellings, as far as they end in something that US English writes otherwise. */
const BRITISH =
  /\b(?:(?:organ|recogn|sanit|minim|maxim|summar|normal|initial|synchron|author|categor|real|special|capital|final|optim|prior|standard|custom|serial)is(?:e[ds]?|ing|ation)s?|organisers?|analys(?:e[ds]?|ing)|(?:colou?r(?<=our)|behaviour|favour|honour|neighbour|labour)\w*|artefacts?|(?:label|cancel|travel|model|signal|total)l(?:ed|ing)|licences?|centres?|catalogues?|grey|programmes?|whilst|amongst|cheques?|defence|fulfil|enrol)\b/i;

export const BANNED: readonly Banned[] = [
  { name: 'mend', find: /\bmend(?:s|ed|ing)?\b/i, use: 'fix' },
  {
    name: 'told',
    find: /\b(?:is|are|was|were|be|been|being|not|nobody|what) told\b|\btold (?:to|by|with|before|once|not|of|what|apart)\b|\btells? (?:of|about|every)\b/i,
    use: 'notified, announced, reported, shows',
  },
  {
    name: 'stands',
    find: /(?<!where the release )\bstands? (?:here|there|twice|nowhere|where|in\b|on\b|below|under|before|between|above|beside|among|first|behind|for it\b|out\b|open\b)|\b(?:can|can't|may|must|not|that|what|it|which) stands?\b(?! for)/i,
    use: 'is, appears, is listed, blocks',
  },
  { name: 'whom', find: /\bwhom\b/i, use: 'who, the people who' },
  { name: 'whoever', find: /\bwho(?:so)?ever\b/i, use: 'anyone who, people who' },
  {
    name: 'good',
    find: /\b(?:config|file|run|runs|token|it|all|text) (?:is|are|was|were) good\b|\bis good:/i,
    use: 'is valid, succeeded',
  },
  {
    name: 'bring up to date',
    find: /\bup to date of\b|\b(?:brings?|brought|bringing)\b.{0,40} up to date\b/i,
    use: 'update',
  },
  { name: 'stray', find: /\bstrays?\b/i, use: 'needs attention' },
  {
    name: 'hand-over',
    find: /(?<!id: |\[)\bhand-?over\b|\bhand(?:s|ed|ing) over\b/i,
    use: 'handoff, hand off',
  },
  { name: 'case file', find: /\bcase files?\b/i, use: 'failing-test issue' },
  { name: 'tick', find: /\b(?:un)?tick(?:s|ed|ing)?\b/i, use: 'check, checkbox, mark as done' },
  { name: 'put below', find: /\bputs? .{1,30} below\b/i, use: 'add as a sub-issue' },
  { name: 'fall away', find: /\bf(?:all|alls|ell|allen|alling) away\b/i, use: 'is removed' },
  { name: 'break off', find: /\bbr(?:eak|eaks|oke|oken) off\b/i, use: 'stop' },
  {
    name: 'archaic',
    find: /\b(?:anew|meanwhile|for good|all the same|herewith|thereof|hither|nay|lest)\b/i,
    use: 'again, in the meantime, permanently, anyway',
  },
  { name: 'those who', find: /\bthose (?:who|whom|that)\b/i, use: 'people who, the ones; name the role' },
  { name: 'nobody has said', find: /\bnobody has said\b/i, use: 'no … yet' },
  {
    name: 'idiom',
    find: /\bset relcomms going\b|\bas it stands\b|\bat hand\b|\bon the way\b|\bunder way\b|\buntil told\b/i,
    use: 'plain words',
  },
  { name: 'British spelling', find: BRITISH, use: 'US spelling' },
  {
    name: 'mail',
    find: /(?<![-./@"])\bmails?\b(?![-./:=@]|` | servers?\b| FROM\b)/i,
    use: 'email, notification',
  },
  {
    name: 'rights',
    find: /\brights\b|\b(?:the|a|no|its?|which|what) right (?:by|on|at|to|is|could|that)\b/i,
    use: 'permission',
  },
  {
    name: 'hear of',
    find: /\bhears? (?:of|that|when|at|a|about|it|nothing)\b|\bheard of\b/i,
    use: 'is notified of, gets',
  },
  {
    name: 'make',
    find: /\b(?:make|makes|made|making) (?:(?:the|a|an|new|no|its|own|GitHub) )*(?:labels?|issues?|branch|branches|milestones?|checks?|comments?)\b/i,
    use: 'create',
  },
  {
    name: 'from here on',
    find: /\bfrom (?:here|then|there) on\b|\b(?<!requires )no more\b(?! than| of)/i,
    use: 'from now on, no longer',
  },
  { name: 'go on', find: /\bgo(?:es|ing)? on\b(?! (?:the|a|with \d))|\bwent on\b/i, use: 'continue' },
  {
    name: 'because',
    find: /\bbecause (?:the|an?|all|its|their|\d+) [\w-]+ (?:of|as|for|in)\b(?!.*\b(?:is|are|was|were|has|have|had|can|can't|does|do|needs?|requires?)\b)/i,
    use: 'a clause, or Why:',
  },
];
