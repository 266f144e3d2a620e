// Says whether npm has the version in package.json: `true` or `false`. Fails when nobody can say.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

function view() {
	try {
		return execFileSync('npm', ['view', `${name}@${version}`, 'version', '--json'], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
	} catch ({ stdout }) {
		return stdout;
	}
}

const answer = JSON.parse(view());
if (answer !== version && answer.error?.code !== 'E404') {
	throw new Error(`npm did not say whether it has ${name}@${version}: ${JSON.stringify(answer)}`);
}
console.log(answer === version);
