import type { IDataObject } from 'n8n-workflow';

import type { Country } from '../../../shared/output/documents/values/countries';
import type { Pixels } from './pixels';
import type { DocumentAction } from '../records/documentEntry';

/** A card that is one of several in the answer of an action. */
export interface CardPart {
	/** Its number in `Type`. */
	type: number;
	/** Its name in `Result`. */
	name: string;
	/** As those of an action. */
	fields: string;
}

/** An identity document, as the provider's catalogue has it: the choice of an item. */
export interface IdentityEntry extends Omit<DocumentAction, 'shape'> {
	/** In the list Document: where it is from, and what it is. */
	name: string;
	/** What the action reads. */
	reads: string;
	/** The fields that hold pictures, which become binary data. */
	pictures: string;
	/** The parameters that ask for the portrait. */
	portrait: IDataObject;
	/** What the files have to be for a portrait, if that is more than for the fields. */
	forPortrait?: { maxBase64: number; pixels: Pixels };
	/** The options that only some documents have, by the provider's names. */
	options?: Array<'CardSide' | 'CropIdCard' | 'LicenceVersion'>;
	/** Whose rules its dates follow. */
	country: Country;
	/** The cards of which the answer has one. */
	parts?: CardPart[];
}
