import { BLANK, kindOf, READABLE, UNKNOWN } from './codes';

/** Names with digits that mean a character. */
const HEXADECIMAL = /^(?:uni|u)([\dA-F]{4,6})/;
const CYRILLIC_AND_MORE = /^afii\d{4,5}$/;
const BLANKS = ['space', 'nbspace', 'nonbreakingspace', 'softhyphen'];

const ACCENTS =
	'acute|bar|breve|caron|cedilla|circumflex|comma|commaaccent|croat|dieresis|dot|dotaccent|' +
	'dotbelow|grave|horn|hungarumlaut|macron|ogonek|ring|slash|slashacute|small|tilde|tonos';
const GREEK =
	'[Aa]lpha|[Bb]eta|[Gg]amma|[Dd]elta|[Ee]psilon|[Zz]eta|[Ee]ta|[Tt]heta|[Ii]ota|[Kk]appa|[Ll]ambda|' +
	'[Mm]u|[Nn]u|[Xx]i|[Oo]micron|[Pp]i|[Rr]ho|[Ss]igma|[Tt]au|[Uu]psilon|[Pp]hi|[Cc]hi|[Pp]si|[Oo]mega';
const NUMBERS =
	'(?:zero|one|two|three|four|five|six|seven|eight|nine)(?:oldstyle|superior|inferior|fitted|roman)?';
const LETTERS =
	'[Aa][Ee]|[Oo][Ee]|ff|fi|fl|ffi|ffl|dotless[ij]|germandbls|Germandbls|[Ee]th|[Tt]horn|[Ll]slash|[Ee]ng|' +
	'[Ii][Jj]|kgreenlandic|longs|napostrophe|[Ll]dot|ordfeminine|ordmasculine';
const ACCENT_SIGNS =
	'acute|breve|caron|cedilla|circumflex|dieresis|dotaccent|grave|hungarumlaut|macron|ogonek|ring|tilde';
const SIGNS =
	'ampersand|approxequal|arrow(?:left|right|up|down|both)|asciicircum|asciitilde|asterisk|at|backslash|bar|' +
	'brace(?:left|right)|bracket(?:left|right)|brokenbar|bullet|cent|colon|comma|copyright|currency|dagger|' +
	'daggerdbl|degree|divide|dollar|dong|element|ellipsis|emdash|endash|equal|equivalence|estimated|Euro|' +
	'exclam|exclamdown|florin|fraction|franc|greater|greaterequal|guillemot(?:left|right)|guilsingl(?:left|right)|' +
	'hyphen|hyphentwo|infinity|integral|less|lessequal|lira|logicalnot|lozenge|minus|minute|mu1?|multiply|' +
	'notequal|numbersign|numero|onehalf|onequarter|onethird|paragraph|parallel|paren(?:left|right)|partialdiff|percent|period|' +
	'periodcentered|perthousand|peseta|plus|plusminus|product|proportional|question|questiondown|' +
	'quote(?:dbl|left|right|dblleft|dblright|dblbase|singlbase)|quotesingle|radical|registered|second|section|' +
	'semicolon|slash|sterling|summation|threequarters|trademark|twothirds|underscore|yen';
/** The names that programs give to characters; `f_i` is two, `one.oldstyle` is another look. */
const NAME = `(?:[A-Za-z]|[A-Za-z]{1,2}(?:${ACCENTS})|${GREEK}|${NUMBERS}|${LETTERS}|${ACCENT_SIGNS}|${SIGNS})`;
const WORDS = new RegExp(`^${NAME}(?:_${NAME})*(?:\\.[\\w.]+)?$`);
/** No name is longer that means a character. */
const LONGEST = 64;

/**
 * Whether the name of a glyph tells its character. These are the names of Latin, Greek and Cyrillic
 * letters and of common signs, of more than 4,000 in the Adobe Glyph List. Others, as those of notes, or
 * `g12`, tell nothing.
 *
 * Source: ISO 32000-1, 9.10.2 "Mapping Character Codes to Unicode Values", Annex D "Character Sets and
 * Encodings".
 */
export function kindOfGlyph(name: string): number {
	if (BLANKS.includes(name)) return BLANK;
	if (name.length > LONGEST) return UNKNOWN;
	const [, digits] = HEXADECIMAL.exec(name) ?? [];
	if (digits !== undefined) return kindOf(parseInt(digits.slice(0, 4), 16));
	return WORDS.test(name) || CYRILLIC_AND_MORE.test(name) ? READABLE : UNKNOWN;
}
