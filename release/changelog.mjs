/** What stands under a version's heading in a changelog, for those who read what is new in it. */
export function partOf(changelog, version) {
	const part = sections(changelog).find(({ name }) => name === version);
	if (!part) throw new Error(`CHANGELOG.md has no section "## [${version}]"`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(part.date)) {
		throw new Error(
			`The section "## [${version}]" of CHANGELOG.md has no date, such as 2026-01-31`,
		);
	}
	if (part.text === '') throw new Error(`The section "## [${version}]" of CHANGELOG.md is empty`);
	return part.text;
}

/** The changelog in which all that was unreleased is of a version and a day, under an empty part. */
export function dated(changelog, version, date) {
	const all = sections(changelog);
	if (all.some(({ name }) => name === version)) {
		throw new Error(`CHANGELOG.md already has a section "## [${version}]"`);
	}
	const unreleased = all.find(({ name }) => name === 'Unreleased');
	if (!unreleased?.text) throw new Error('CHANGELOG.md has nothing under "## [Unreleased]"');
	return changelog.replace(unreleased.heading, `## [Unreleased]\n\n## [${version}] - ${date}`);
}

/** `## [1.2.3] - 2026-01-31`, or `## [Unreleased]`. */
const HEADING = /^## \[([^\]]+)\](?: - (\S+))?$/gm;

function sections(changelog) {
	const headings = [...changelog.matchAll(HEADING)];
	return headings.map(({ 0: heading, 1: name, 2: date = '', index }, at) => ({
		heading,
		name,
		date,
		text: changelog.slice(index + heading.length, headings[at + 1]?.index).trim(),
	}));
}
