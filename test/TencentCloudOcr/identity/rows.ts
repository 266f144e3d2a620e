import type { IDataObject } from 'n8n-workflow';

import { documented, vendorActions } from './vendorActions';

/** What the provider's codes mean, in the words of the node. */
export const MEANING: Record<number, string> = {
	[-9101]: 'The document is partly covered or incomplete (-9101)',
	[-9102]: 'The document is a photocopy (-9102)',
	[-9104]: 'The document may be tampered with, or is temporary (-9104)',
	[-9107]: 'The document reflects light (-9107)',
	[-9109]: 'Warnings are not switched on for this account (-9109)',
};

/** The value at a path of the provider's description; `{ Value }` is its value, and '' nothing. */
function valueAt(said: unknown, path: string): unknown {
	let value = said;
	for (const name of path.split('.')) value = (value as IDataObject | null | undefined)?.[name];
	const known = (value as IDataObject | null | undefined)?.Value ?? value;
	return known === '' || known === undefined ? null : known;
}

/** The row of an answer, made of what the provider documents: not of the catalogue. */
export function rowOf(api: string, said: IDataObject): IDataObject {
	const { fields, warnings } = documented(api);
	const row: IDataObject = { document: api };
	for (const path of fields) row[path.replaceAll('.', '_')] = valueAt(said, path) as string;
	if (warnings.length > 0) {
		const isTold = warnings.some((name) => said[name] !== undefined);
		const codes = warnings.flatMap((name) => (said[name] ?? []) as number[]);
		const isChecked = isTold && !codes.includes(-9109);
		row.valid = isChecked ? codes.length === 0 : null;
		row.warnings = codes.map((code) => MEANING[code]).join('; ') || null;
	}
	if (vendorActions[api].answer.includes('AdvancedInfo')) {
		const numbers = /\{/.test(String(said.AdvancedInfo))
			? String(said.AdvancedInfo).match(/(?<=[":])\d+(\.\d+)?/g)!
			: [];
		row.confidence = numbers.length > 0 ? Math.min(...numbers.map(Number)) : null;
	}
	return row;
}
