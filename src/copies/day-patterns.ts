// The patterns by which days, weekdays and clocks are found in a line; each repeats a bounded number of times.

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAY =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const YEAR = String.raw`(?:19|20)\d\d`;
const ORDINAL = '(?:st|nd|rd|th)?';

const ISO = String.raw`(?<![\w/.-])(?<iso>\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d)(?:(?=T\d\d:)|(?![\w/-]))`;
const MONTH_FIRST = String.raw`(?<![\w-])(?<month1>${MONTH})(?![a-z_])\.?\s{1,2}(?:(?<weekday1>${WEEKDAY})(?![a-z])[.,]?\s{1,2})?(?<number1>\d{1,2}${ORDINAL})(?!\w|[:.]\d)(?:,?\s{1,2}(?<year1>${YEAR})(?![\d:]))?`;
const DAY_FIRST = String.raw`(?<![\w.:/])(?<!\d{4}-|-\d\d-)(?<number2>\d{1,2}${ORDINAL})(?:\s{1,2}of)?[\s-]{1,2}(?<month2>${MONTH})(?![a-z_])\.?(?:,?[\s-]{0,2}(?<year2>${YEAR})(?![\d:]))?`;

/** Every day, in any of the forms. */
export const DAYS = new RegExp(`${ISO}|${MONTH_FIRST}|${DAY_FIRST}`, 'dgi');

/** Whether there is one at all. */
export const HAS_DAY = new RegExp(DAYS.source, 'i');

export const WEEKDAY_BEFORE = new RegExp(
  String.raw`(?<![a-z])(${WEEKDAY})(?![a-z])[.,]?\s{1,2}(?:the\s)?$`,
  'i',
);

/** With a capital letter: `sat` may be a verb. */
export const WEEKDAY_AFTER = new RegExp(
  String.raw`^(,\s?|\s{1,2}\(?|\()((?=[A-Z])(?:${caseless(WEEKDAY)}))(?![A-Za-z])`,
);

/** A cell that has the word of a weekday and nothing else. */
export const WEEKDAY_ALONE = new RegExp(String.raw`^(?:${WEEKDAY})\.?$`, 'i');

/** The number of the other day of a range: `3` of `3-7 May`. */
export const SHORT_BEFORE = new RegExp(
  String.raw`(?<![\w.:/-])(?:(${WEEKDAY})[.,]?\s{1,2})?(\d{1,2}${ORDINAL})\s?(?:-|\u2013|\u2014|to|until|through)\s?$`,
  'di',
);
export const SHORT_AFTER = new RegExp(
  String.raw`^\s?(?:-|\u2013|\u2014|to|until|through)\s?(?:(${WEEKDAY})[.,]?\s{1,2})?(\d{1,2}${ORDINAL})(?!\w|[:.]\d)(?:,?\s{1,2}(${YEAR})(?![\d:]))?`,
  'di',
);

/** What stands between the two days of a range. */
export const BETWEEN = /^\s{0,2}(?:-|\u2013|\u2014|to|until|through|\.\.\.?)\s{0,2}$/i;

const ZONE = 'UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|BST|JST|AoE';
const CLOCK = String.raw`(\d{1,2}):(\d\d)(?::\d\d)?\s?(am|pm)?\s{0,2}\(?(${ZONE})\)?`;

export const ISO_CLOCK = /^T(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)/i;
export const CLOCK_BEFORE = new RegExp(String.raw`(?<!\d)${CLOCK},?\s{1,2}(?:on\s)?$`, 'i');
export const CLOCK_AFTER = new RegExp(String.raw`^,?\s{1,2}(?:at\s|@\s?)?${CLOCK}(?![a-z])`, 'i');

/** The same words in any case, for a pattern that knows case. */
function caseless(words: string): string {
  return words.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
