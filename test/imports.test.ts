/*
 * Who may know whom: credentials → nodes/<Provider> → nodes/shared, and no other way. A provider can
 * then be added, changed or removed without a look at the others. Imports of types count as well.
 */
import { filesIn, importGraph, importsIn, reachedFrom } from './support/importGraph';

const graph = importGraph(filesIn('credentials', 'nodes'));
const files = [...graph.keys()];
const imports = [...graph].flatMap(([file, imported]) =>
	imported.map((other) => ({ file, other, text: `${file} imports ${other}` })),
);

const SHARED = 'nodes/shared/';
const isShared = (file: string) => file.startsWith(SHARED);
const isCredential = (file: string) => file.startsWith('credentials/');
/** The provider whose folder a file is in. */
const providerOf = (file: string) =>
	isShared(file) ? undefined : /^nodes\/([^/]+)\//.exec(file)?.[1];

/** The imports that a rule forbids. */
const forbidden = (rule: (file: string, other: string) => boolean) =>
	imports.filter(({ file, other }) => rule(file, other)).map(({ text }) => text);

test('the test sees every form of an import', () => {
	const text = `
		import a from 'a';
		import type { B } from 'b';
		import { type C } from 'c';
		import 'd';
		import e = require('e');
		export * from 'f';
		export type { G } from 'g';
		const h = await import('h');
		const i = require('i');
		const j: import('j').J = \`\${await import(\`k\`)}\`;
		// import 'no' from 'comment';
		const text = "import 'no' from 'text'";
		export { a };`;
	expect(importsIn(text)).toEqual([...'abcdefghijk']);
	expect(() => importsIn('await import(name)')).toThrow('imports name');
});

test('the test sees the credentials, the providers and what they share', () => {
	const providers = new Set(files.map(providerOf).filter(Boolean));
	expect(providers.size).toBeGreaterThanOrEqual(3);
	for (const provider of providers) {
		expect(files).toContain(`nodes/${provider}/${provider}.node.ts`);
		const known = imports.filter(({ file }) => providerOf(file) === provider);
		expect(known.some(({ other }) => isShared(other))).toBe(true);
	}
	expect(imports.some(({ file, other }) => isCredential(file) && providerOf(other))).toBe(true);
});

test('the package imports n8n-workflow, node:crypto and itself only', () => {
	const outside = ['n8n-workflow', 'node:crypto'];
	expect(forbidden((_, other) => !files.includes(other) && !outside.includes(other))).toEqual([]);
});

test('nothing imports a credential', () => {
	expect(forbidden((_, other) => isCredential(other))).toEqual([]);
});

test('nodes/shared imports nothing of a provider', () => {
	expect(forbidden((file, other) => isShared(file) && !!providerOf(other))).toEqual([]);
});

test('no provider knows another, and a credential knows one provider', () => {
	const known = files.map((file) => {
		const providers = [...reachedFrom(file, graph)].map(providerOf).filter(Boolean);
		return { file, providers: [...new Set(providers)] };
	});
	expect(known.filter(({ providers }) => providers.length > 1)).toEqual([]);
	for (const { file, providers } of known) {
		if (isCredential(file)) expect(providers).toHaveLength(1);
	}
});

test('no file imports itself by way of others', () => {
	const cycles = files.filter((file) =>
		graph.get(file)!.some((other) => reachedFrom(other, graph).has(file)),
	);
	expect(cycles).toEqual([]);
});

/**
 * The parts of a provider. Each imports parts that stand below it, and parts beside it never know each
 * other: an operation is put together of a request, a response and an output, which know no operation.
 */
const PARTS = [
	['node'],
	['operations'],
	['request', 'response'],
	['output', 'auth'],
	['errors', 'fileRules', 'site', 'wordShares'],
];

/** The part of a provider that a file belongs to: a folder, or a file beside the node. */
const partOf = (file: string) => {
	const name = file.split('/')[2];
	return name.endsWith('.node.ts') ? 'node' : name.replace(/\.ts$/, '');
};
const levelOf = (file: string) => PARTS.findIndex((parts) => parts.includes(partOf(file)));

test('every part of a provider has its place in the order', () => {
	expect(files.filter((file) => providerOf(file) && levelOf(file) < 0)).toEqual([]);
});

test('the parts of a provider are imported in one direction: node, operations, request, …', () => {
	const isWithin = (file: string, other: string) =>
		!!providerOf(file) && providerOf(file) === providerOf(other) && partOf(file) !== partOf(other);
	expect(
		forbidden((file, other) => isWithin(file, other) && levelOf(other) <= levelOf(file)),
	).toEqual([]);
});
