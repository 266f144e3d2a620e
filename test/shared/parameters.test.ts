import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { ComputerVisionVietnam } from '../../nodes/ComputerVisionVietnam/ComputerVisionVietnam.node';
import { NhnCloudOcr } from '../../nodes/NhnCloudOcr/NhnCloudOcr.node';
import { boundedNumber } from '../../nodes/shared/requestEngine/boundedNumber';
import { TencentCloudOcr } from '../../nodes/TencentCloudOcr/TencentCloudOcr.node';

type Choice = INodeProperties | INodePropertyOptions | INodePropertyCollection;

/** The labels of each list that a user chooses from, by the name of its field. */
function lists(properties: Choice[]): Array<[field: string, labels: string[]]> {
	return properties.flatMap((property) => {
		const choices: Choice[] = 'options' in property ? (property.options ?? []) : [];
		const labels = choices.map((choice) =>
			'displayName' in choice ? choice.displayName : choice.name,
		);
		return choices.length > 0
			? [[property.name, labels] as [string, string[]], ...lists(choices)]
			: [];
	});
}

test.each(
	[new ComputerVisionVietnam(), new NhnCloudOcr(), new TencentCloudOcr()].map(
		({ description }) => [description.displayName, description] as const,
	),
)('%s: every list that a user chooses from is in alphabetical order', (_, description) => {
	const all = lists(description.properties);
	expect(all.map(([field]) => field)).toEqual(
		expect.arrayContaining(['operation', 'output', 'options']),
	);
	for (const [field, labels] of all) {
		const sorted = [...labels].sort((a, b) => a.localeCompare(b, 'en'));
		expect([field, labels]).toEqual([field, sorted]);
	}
});

describe('a number within bounds', () => {
	const read = (value: unknown) => boundedNumber(value, 'Requests per Second', 0.01, 1000);

	test.each([
		[10, 10],
		['2.5', 2.5],
		[0.01, 0.01],
		[1000, 1000],
		[undefined, undefined],
		[null, undefined],
		['', undefined],
	])('%j', (value, expected) => {
		expect(read(value)).toBe(expected);
	});

	test.each([
		[1e-9, '1e-9'],
		[0, '0'],
		[-1, '-1'],
		[NaN, 'NaN'],
		[Infinity, 'Infinity'],
		['fast', '"fast"'],
		[' ', '" "'],
		[true, 'true'],
		[[5], '[5]'],
	])('%j is refused', (value, given) => {
		expect(() => read(value)).toThrow(
			`Requests per Second is ${given}, but must be a number from 0.01 to 1000. Correct its expression.`,
		);
	});
});
