/** A line of text on a specimen; lengths in units of its drawing. */
export interface DrawnText {
	text: string;
	/** Left end of the baseline. */
	x: number;
	y: number;
	/** Font size. */
	size: number;
	/** Default Liberation Sans, regular. */
	font?: 'bold' | 'mono';
	/** The provider's name of the field whose value, or a part of it, this is. */
	field?: string;
	/** Default nearly black. */
	color?: string;
}

/** One side of an invented document: how it looks, and what a reader is to make of it. */
export interface Specimen {
	/** As Computer Vision Vietnam calls it. */
	type: string;
	width: number;
	height: number;
	background: string;
	/** Upper left corner of a grey figure in place of a photo. */
	portrait?: { x: number; y: number };
	texts: DrawnText[];
	/** Values by the provider's names of the fields, without confidences and boxes. */
	values: Record<string, string>;
}

/** The parts of an address of which no place is real, by the provider's names after `prefix`. */
export const nowhere = (prefix: 'address' | 'hometown') => ({
	[`${prefix}_town`]: 'Tưởng Tượng',
	[`${prefix}_district`]: 'Ví Dụ',
	[`${prefix}_ward`]: 'Thử Nghiệm',
	[`${prefix}_town_code`]: '99',
	[`${prefix}_district_code`]: '999',
	[`${prefix}_ward_code`]: '99999',
});
