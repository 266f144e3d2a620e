import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { PROJECT } from '../../local-n8n/project';
import { filesIn } from './importGraph';

/** A pattern with fewer letters of its own would match sentences of any kind. */
const LEAST_LETTERS = 11;

const ANYTHING = '.+';

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Whether a text is the title of an error: the first sentence of a text in the code of the nodes. An
 * ellipsis stands for a part that differs.
 */
export function titles(): (text: string) => boolean {
	const patterns = filesIn('nodes')
		.flatMap(patternsIn)
		.map((pattern) => pattern.split(/\\\.(?: |$)/)[0])
		.filter((pattern) => (pattern.match(/\p{L}/gu) ?? []).length >= LEAST_LETTERS)
		.map((pattern) => new RegExp(`^${pattern}$`, 'u'));
	return (text) => patterns.some((pattern) => pattern.test(text));
}

/** The texts in a file as patterns, in which a value may be anything. */
function patternsIn(file: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node)) found.push(escaped(node.text));
		if (ts.isTemplateExpression(node)) {
			const spans = node.templateSpans.map(({ literal }) => ANYTHING + escaped(literal.text));
			found.push(escaped(node.head.text) + spans.join(''));
		}
		ts.forEachChild(node, visit);
	};
	const text = readFileSync(join(PROJECT, file), 'utf8');
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
	return found;
}
