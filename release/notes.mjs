// Prints what is new in the version that a tag names. Fails when package.json, package-lock.json or
// CHANGELOG.md say otherwise: `node release/notes.mjs v1.2.3`.
import { readFileSync } from 'node:fs';

import { partOf } from './changelog.mjs';

const [tag] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
if (tag !== `v${version}`) {
	throw new Error(`The tag is ${tag}, but package.json has version ${version}`);
}
if (lock.version !== version || lock.packages[''].version !== version) {
	throw new Error(`package-lock.json does not have version ${version}. Run npm install`);
}
console.log(partOf(readFileSync('CHANGELOG.md', 'utf8'), version));
