import { documentedFields } from './documentedFields';

/** An answer of Computer Vision Vietnam. */
export interface Answer {
	data: unknown;
	errorCode: string;
	errorMessage: string;
}

/** A side of a document in an answer. */
export interface Side {
	type: string;
	info: Record<string, unknown>;
	valid?: string;
	invalidCode?: string;
	invalidMessage?: string;
}

/** The sides in an answer whose `data` is one or a list of them. */
export const sidesIn = ({ data }: Answer) => [data].flat() as Side[];

/** Checks that a side has all documented fields of its type, in their documented forms. */
export function expectDocumentedSide({ type, info }: Side): void {
	expect(Object.keys(info).sort()).toEqual([...documentedFields[type]].sort());
	for (const [name, value] of Object.entries(info)) {
		if (name.endsWith('confidence')) expectConfidence(value);
		else if (name.endsWith('_box')) expectBox(value);
		else if (name !== 'image') expect(value).toMatch(/./);
	}
	expect(info.image).toEqual(expect.any(String));
}

/** Checks the documented shape of `document/general` and gives its texts, a line a line. */
export function textOf(pages: unknown): string {
	return (pages as unknown[][][][])
		.flat(2)
		.map((line) => {
			expect(line.length).toBeGreaterThan(0);
			const texts = line as Array<{ text: string; confidence: number; box: object }>;
			return texts.map(({ text, confidence, box, ...rest }) => {
				expect(rest).toEqual({});
				expectConfidence(confidence);
				const { left, top, right, bottom } = box as Record<string, number>;
				expectBox([left, top, right, bottom]);
				return text;
			});
		})
		.map((texts) => texts.join(' '))
		.join('\n');
}

function expectConfidence(value: unknown): void {
	expect(value).toBeGreaterThanOrEqual(0);
	expect(value).toBeLessThanOrEqual(1);
}

function expectBox(value: unknown): void {
	const [left, top, right, bottom] = value as number[];
	expect(value).toEqual(Array(4).fill(expect.any(Number)));
	expect((value as number[]).every(Number.isInteger)).toBe(true);
	expect(left).toBeGreaterThanOrEqual(0);
	expect(top).toBeGreaterThanOrEqual(0);
	expect(right).toBeGreaterThan(left);
	expect(bottom).toBeGreaterThan(top);
}
