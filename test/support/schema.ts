import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';
import type { INodeExecutionData } from 'n8n-workflow';

/**
 * Whether items are as an output schema file says: with all its required columns, and no value of
 * another type.
 *
 * @param file such as `TencentCloudOcr/text/generalAccurate`
 */
export function expectSchema(file: string, items: INodeExecutionData[]): void {
	const [node, ...operation] = file.split('/');
	const path = join('nodes', node, '__schema__', 'v1.0.0', ...operation);
	const { version, ...schema } = JSON.parse(readFileSync(`${path}.json`, 'utf8'));
	expect(version).toBe(1);
	// The columns that an output requires are described outside of the alternative that requires them.
	const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
	const validate = ajv.compile(schema);
	for (const { json } of items) {
		validate(json);
		expect(validate.errors).toBeNull();
	}
	const columns = Object.keys(schema.properties);
	const patterns = Object.keys(schema.patternProperties ?? {}).map(
		(pattern) => new RegExp(pattern),
	);
	const isKnown = (name: string) =>
		columns.includes(name) || patterns.some((pattern) => pattern.test(name));
	const seen = new Set(items.flatMap(({ json }) => Object.keys(json)));
	expect([...seen].filter((name) => !isKnown(name))).toEqual([]);
}
