// Moves what CHANGELOG.md has as unreleased under the version in package.json, with the day of today.
import { readFileSync, writeFileSync } from 'node:fs';

import { dated } from './changelog.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const today = new Date().toISOString().slice(0, 10);
writeFileSync('CHANGELOG.md', dated(readFileSync('CHANGELOG.md', 'utf8'), version, today));
