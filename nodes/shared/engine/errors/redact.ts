/** A shorter secret would remove syllables from ordinary words. */
const SHORTEST = 4;

/** So many characters tell a secret from a word. */
const PREFIX = 8;

/** The length of the longest secret, a signed header with its escapes. */
const LONGEST = 2_000;

const REMOVED = '***';

/** `user:password@` of a URL. */
const USER_INFO = /(\/\/)[^\s/?#@"'<>]{1,500}@/g;

/**
 * A copy of a value without secrets in any of its texts, whether plain or in the escapes of URLs,
 * JSON and HTML. The user information of URLs is removed as well.
 *
 * @param value text, or a JSON value
 */
export function redact<T>(value: T, secrets: string[]): T {
	const forms = secrets
		.filter(({ length }) => length >= SHORTEST)
		// If a secret is part of another one, the shorter one would leave the rest.
		.sort((a, b) => b.length - a.length)
		.map((secret) => [...secret].map(anyForm));
	const pattern = (parts: string[]) => new RegExp(parts.join('|') || '(?!)', 'g');
	const whole = pattern(forms.map((form) => form.join('')));
	const cut = pattern(forms.map((form) => `${form.slice(0, PREFIX).join('')}\\S*$`));
	const clean = (text: string) => {
		const withoutSecrets = text.replace(whole, REMOVED).replace(USER_INFO, `$1${REMOVED}@`);
		// A text may be cut to a length, and with it a secret at its end.
		return withoutSecrets.slice(0, -LONGEST) + withoutSecrets.slice(-LONGEST).replace(cut, REMOVED);
	};
	return mapText(value, clean) as T;
}

function mapText(value: unknown, clean: (text: string) => string): unknown {
	if (typeof value === 'string') return clean(value);
	if (Array.isArray(value)) return value.map((entry) => mapText(entry, clean));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [clean(key), mapText(entry, clean)]),
	);
}

/** A pattern for a character and its escapes; letters and digits have none. */
function anyForm(character: string): string {
	if (/[A-Za-z0-9]/.test(character)) return character;
	const code = character.codePointAt(0) ?? 0;
	const hexadecimal = ignoreCase(code.toString(16));
	const forms = [
		`\\\\?${plain(character)}`,
		ignoreCase(percentEncoded(character)),
		`\\\\u${'0'.repeat(Math.max(0, 4 - code.toString(16).length))}${hexadecimal}`,
		`&#[xX]0*${hexadecimal};`,
		`&#0*${code};`,
	];
	const name = ENTITIES[character];
	return `(?:${[...forms, ...(name ? [`&${name};`] : [])].join('|')})`;
}

const ENTITIES: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };

const plain = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

/** Also encodes what `encodeURIComponent` leaves unchanged, and half a surrogate pair. */
const percentEncoded = (character: string) =>
	[...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const ignoreCase = (text: string) =>
	text.replace(/[a-f]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
