// Holds a package against n8n's own rules for community nodes before it is published:
// `node release/scan.mjs <folder with the scanner> <folder of the unpacked package>`.
//
// The scanner's command downloads a package that is published, checks its provenance, and lints the
// source that the provenance names, and what was published. Of these, the two lints can be done before.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [scannerFolder, packageFolder] = process.argv.slice(2);
const { resolve: find } = createRequire(join(resolve(scannerFolder), 'package.json'));
const scanner = find('@n8n/scan-community-package/scanner/scanner.mjs');
const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(pathToFileURL(scanner).href);

const lints = {
	source: [process.cwd(), SOURCE_FILE_PATTERNS],
	package: [resolve(packageFolder), ['**/*.js', 'package.json']],
};
for (const [name, [folder, patterns]] of Object.entries(lints)) {
	// A folder without files would pass.
	if (!readdirSync(folder).includes('package.json')) throw new Error(`${folder} is not a package`);
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(`The ${name} ${passed ? 'passes' : `fails: ${message}\n${details}`}`);
	if (!passed) process.exitCode = 1;
}
