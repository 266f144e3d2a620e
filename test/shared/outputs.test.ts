import type { INodePropertyOptions } from 'n8n-workflow';

import type { Output } from '../../nodes/shared/output/fields';
import { isPerDocument, outputFields } from '../../nodes/shared/output/fields';
import { textItems } from '../../nodes/shared/output/textItems';
import type { TextPage } from '../../nodes/shared/output/textPage';

const pageOf = (page: number): TextPage => {
	const box = { left: 0, top: 0, right: 10, bottom: 20 };
	const word = { text: 'a', confidence: 0.9, ...box };
	return { page, lines: [{ ...word, block: 1, words: [word] }] };
};

const outputs = (outputFields[0].options as INodePropertyOptions[])
	.map(({ value, description }) => [value as Exclude<Output, 'raw'>, description!] as const)
	.filter(([output]) => (output as Output) !== 'raw');

test.each(outputs)('%s: "%s" is what it gives', (output, description) => {
	const items = textItems([pageOf(1), pageOf(2)], output);
	const isOne = description.startsWith('One item per document');
	expect(items).toHaveLength(isOne ? 1 : 2);
	expect(isPerDocument(output)).toBe(isOne);
});
