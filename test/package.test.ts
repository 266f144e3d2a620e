import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

import { PROJECT } from '../local-n8n/project';

const manifest = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));

/** The build is made before the tests, by npm test. */
function packed(): string[] {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: PROJECT,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	return JSON.parse(output)[0].files.map(({ path }: { path: string }) => path);
}

test('the tarball has what users need and nothing else', () => {
	const files = packed();
	const expected = [
		/^(LICENSE|README)\.md$/,
		/^(index\.js|package\.json)$/,
		/^dist\/credentials\/\w+\.credentials\.js$/,
		/^dist\/icons\/\w+(\.dark)?\.svg$/,
		/^dist\/nodes\/\w+\/\w+\.node\.(js|json)$/,
		/^dist\/nodes\/\w+\/([a-z]\w*\/)*\w+\.js$/,
		/^dist\/nodes\/\w+\/__schema__\/v1\.0\.0\/\w+\/\w+\.json$/,
	];
	expect(files.filter((file) => !expected.some((pattern) => pattern.test(file)))).toEqual([]);
	expect(files).toEqual(
		expect.arrayContaining([...manifest.n8n.nodes, ...manifest.n8n.credentials]),
	);
	expect(files).toEqual(expect.arrayContaining(['LICENSE.md', 'README.md', 'index.js']));
});

test('index.js gives every node and credential class', async () => {
	const exported = await import(join(PROJECT, 'index.js'));
	const registered = [...manifest.n8n.nodes, ...manifest.n8n.credentials].map(
		(file: string) => basename(file).split('.')[0],
	);
	for (const name of registered) {
		const instance = new exported[name]() as INodeType | ICredentialType;
		expect(instance.constructor.name).toBe(name);
	}
});

test('icons of the classes are in the tarball', async () => {
	const files = packed();
	const exported = await import(join(PROJECT, 'index.js'));
	const icons = [...manifest.n8n.nodes, ...manifest.n8n.credentials].flatMap((file: string) => {
		const { icon, description } = new exported[basename(file).split('.')[0]]();
		const { light, dark } = icon ?? description.icon;
		return [light, dark].map((path) => join(dirname(file), path.replace('file:', '')));
	});
	expect(icons).toHaveLength(2 * (manifest.n8n.nodes.length + manifest.n8n.credentials.length));
	expect(files).toEqual(expect.arrayContaining(icons));
});

test('the package asks for nothing at run time', () => {
	expect(manifest.dependencies).toBeUndefined();
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
});
