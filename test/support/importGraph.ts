import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import ts from 'typescript';

import { PROJECT } from '../../local-n8n/project';

/** The TypeScript files of folders, as paths from the root of the repository. */
export const filesIn = (...folders: string[]): string[] =>
	folders.flatMap((folder) =>
		readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => join(folder, file)),
	);

/**
 * What a file imports, as it is written, in each of TypeScript's forms; imports of types count too.
 *
 * @throws Error for an import whose name is computed
 */
export function importsIn(text: string, file = 'file.ts'): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		const from = importedBy(node);
		if (from && ts.isStringLiteralLike(from)) found.push(from.text);
		else if (from)
			throw new Error(`${file} imports ${from.getText()}, which only its run can tell`);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
	return found;
}

function importedBy(node: ts.Node): ts.Node | undefined {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
	if (ts.isExternalModuleReference(node)) return node.expression;
	if (ts.isImportTypeNode(node)) {
		return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
	}
	if (!ts.isCallExpression(node)) return undefined;
	const { expression, arguments: given } = node;
	const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
	const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
	return isImport || isRequire ? given[0] : undefined;
}

/**
 * What each of the files imports: files of this repository by their paths from its root, packages and
 * modules of Node.js by their names.
 *
 * @throws Error for a file that is not there
 */
export function importGraph(files: string[]): Map<string, string[]> {
	return new Map(
		files.map((file) => {
			const text = readFileSync(join(PROJECT, file), 'utf8');
			return [
				file,
				importsIn(text, file).map((name) => (/^[./]/.test(name) ? found(name, file) : name)),
			];
		}),
	);
}

function found(name: string, file: string): string {
	const { resolvedModule } = ts.resolveModuleName(name, join(PROJECT, file), {}, ts.sys);
	if (!resolvedModule) throw new Error(`${file} imports ${name}, which is not there`);
	return relative(PROJECT, resolvedModule.resolvedFileName);
}

/** A file and all that it imports, directly or not. */
export function reachedFrom(file: string, graph: Map<string, string[]>, seen = new Set<string>()) {
	if (seen.has(file)) return seen;
	seen.add(file);
	for (const imported of graph.get(file) ?? []) reachedFrom(imported, graph, seen);
	return seen;
}
