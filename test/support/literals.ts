import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { PROJECT } from '../../local-n8n/project';

/** The texts that stand together in a list or an object of a file; comments and titles do not count. */
export function literalGroups(file: string): Array<Set<string>> {
	const groups: Array<Set<string>> = [];
	const visit = (node: ts.Node): void => {
		const values = ts.isArrayLiteralExpression(node)
			? [...node.elements]
			: ts.isObjectLiteralExpression(node)
				? node.properties.flatMap((each) =>
						ts.isPropertyAssignment(each) ? [each.initializer] : [],
					)
				: [];
		groups.push(new Set(values.filter(ts.isStringLiteralLike).map(({ text }) => text)));
		ts.forEachChild(node, visit);
	};
	const text = readFileSync(join(PROJECT, file), 'utf8');
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
	return groups.filter(({ size }) => size > 0);
}
