import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';
import type { INodeExecutionData } from 'n8n-workflow';

function schemaOf(file: string) {
	const [node, ...operation] = file.split('/');
	const path = join('nodes', node, '__schema__', 'v1.0.0', ...operation);
	return JSON.parse(readFileSync(`${path}.json`, 'utf8'));
}

/** The columns that a schema file names, in its order. */
export const columnsIn = (file: string): string[] => Object.keys(schemaOf(file).properties);

/**
 * Whether items are as an output schema file says: with all its required columns, and no value of
 * another type.
 *
 * @param file such as `TencentCloudOcr/text/generalAccurate`
 */
export function expectSchema(file: string, items: INodeExecutionData[]): void {
	const { version, ...schema } = schemaOf(file);
	expect(version).toBe(1);
	// The columns that an output requires are described outside of the alternative that requires them.
	const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
	const validate = ajv.compile(schema);
	for (const { json } of items) {
		validate(json);
		expect(validate.errors).toBeNull();
	}
	const columns = columnsIn(file);
	const patterns = Object.keys(schema.patternProperties ?? {}).map(
		(pattern) => new RegExp(pattern),
	);
	const isKnown = (name: string) =>
		columns.includes(name) || patterns.some((pattern) => pattern.test(name));
	const seen = new Set(items.flatMap(({ json }) => Object.keys(json)));
	expect([...seen].filter((name) => !isKnown(name))).toEqual([]);
}
