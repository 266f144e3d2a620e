import type { IDataObject } from 'n8n-workflow';

import { isObject, list } from '../answer';

/** One side of a document, as the provider read it. */
export interface Side {
	/** Such as `chip_id_card_front`; others than the documented ones occur. */
	type: string | null;
	/** Whether the picture of the document is free of warnings; undefined where that is not checked. */
	valid?: unknown;
	invalidCode?: unknown;
	invalidMessage?: unknown;
	/** The provider's fields with their values. */
	fields: IDataObject;
	/** By the provider's name, such as `id_confidence`; 0..1. */
	confidences: IDataObject;
	/** By the provider's name, such as `id_box`: [xmin, ymin, xmax, ymax] in pixels. */
	boxes: IDataObject;
	/** The aligned picture as base64; empty unless it was asked for. */
	image?: unknown;
}

/**
 * The sides that an answer speaks of. `data` is a side or a list of them; `info` has the fields of
 * a side, or is a list of such.
 */
export const sidesOf = ({ data }: IDataObject): Side[] =>
	list(data).flat(Infinity).filter(isObject).flatMap(readSides);

function readSides({ info, ...about }: IDataObject): Side[] {
	if (!Array.isArray(info)) return [readSide(about, isObject(info) ? info : {})];
	// A verdict without fields is one that was paid for.
	if (info.length === 0 && (about.type || about.valid)) return [readSide(about, {})];
	return info.flatMap((entry, index) => {
		if (!isObject(entry)) return [];
		// Beside a list of `info` the others may be lists too, which run parallel to it.
		const own = Object.fromEntries(
			Object.entries(about).map(([key, value]) => [
				key,
				Array.isArray(value) ? value[index] : value,
			]),
		) as IDataObject;
		return 'info' in entry ? readSides({ ...own, ...entry }) : [readSide(own, entry)];
	});
}

function readSide(about: IDataObject, info: IDataObject): Side {
	const type = about.type ?? info.type;
	const { valid, invalidCode, invalidMessage, ...others } = { ...info, ...about };
	delete others.type;
	const side: Side = {
		type: typeof type === 'string' ? type : null,
		valid,
		invalidCode,
		invalidMessage,
		fields: {},
		confidences: {},
		boxes: {},
	};
	for (const [key, value] of Object.entries(others)) {
		if (/(^|_)confidence$/i.test(key)) side.confidences[key] = value;
		else if (/_box$/i.test(key)) side.boxes[key] = value;
		else if (/^image$/i.test(key)) side.image = value;
		else side.fields[key] = value;
	}
	return side;
}
