import type { INodeProperties } from 'n8n-workflow';

import { optionsField, reuseForUrls, shownFor } from '../../../shared/description/options';
import {
	firstRowIsHeader,
	normalizeValues,
	reviewBelow,
} from '../../../shared/output/documents/valueOptions';
import { isPdf, pdfPages } from '../fields';

/** An option that shapes the items, and has no effect on the provider's own response. */
const ofItems = (operations: string[], option: INodeProperties): INodeProperties =>
	shownFor(operations, { ...option, displayOptions: { hide: { '/output': ['raw'] } } });

/** A switch that is a parameter of the action. */
const sent = (operations: string[], property: string, option: Partial<INodeProperties>) =>
	shownFor(operations, {
		type: 'boolean',
		default: true,
		routing: { send: { type: 'body', property } },
		...option,
	} as INodeProperties);

const ASKING = ['extractDocMulti', 'smartStructural'];
const TABLES = ['tableAccurate', 'table'];
const PDFS = [...ASKING, 'generalInvoice', 'tableAccurate'];

/** What Tencent Cloud checks or cuts out of an identity card: the names in its `Config`. */
const ID_CARD_EXTRAS = [
	{ name: 'Check for Covered Borders', value: 'BorderCheckWarn' },
	{ name: 'Check for Edited Pictures', value: 'DetectPsWarn' },
	{ name: 'Check for Photocopies', value: 'CopyWarn' },
	{ name: 'Check for Photos of Screens', value: 'ReshootWarn' },
	{ name: 'Check for Reflections', value: 'ReflectWarn' },
	{ name: 'Check for Temporary Cards', value: 'TempIdWarn' },
	{ name: 'Check the Validity', value: 'InvalidDateWarn' },
	{ name: 'Cut Out the Card', value: 'CropIdCard' },
	{ name: 'Cut Out the Portrait', value: 'CropPortrait' },
	{ name: 'Find Several Cards', value: 'MultiCardDetect' },
	{ name: 'Measure the Quality', value: 'Quality' },
];

const INVOICE_TYPES = [
	{ name: 'Air Itinerary', value: 5 },
	{ name: 'Bus Ticket', value: 9 },
	{ name: 'Car Sale', value: 12 },
	{ name: 'Fully Digital Invoice', value: 16 },
	{ name: 'Machine-Printed Invoice', value: 8 },
	{ name: 'Non-Tax Receipt', value: 15 },
	{ name: 'Other', value: -1 },
	{ name: 'Quota Invoice', value: 1 },
	{ name: 'Ship Ticket', value: 10 },
	{ name: 'Taxi Receipt', value: 0 },
	{ name: 'Toll Receipt', value: 13 },
	{ name: 'Train Ticket', value: 2 },
	{ name: 'VAT Invoice', value: 3 },
	{ name: 'VAT Invoice (Roll)', value: 11 },
];

/**
 * The options of all operations on documents: one field, because n8n evaluates each field for each
 * item.
 */
export const documentOptions = optionsField([
	// Extract Fields, Extract Fields Basic
	shownFor(ASKING, {
		displayName: 'Full Text',
		name: 'fullText',
		type: 'boolean',
		default: true,
		description:
			'Whether to add all text of the document to its row, as fullText. Rows of line items do not have it.',
		routing: { send: { type: 'body', property: 'ReturnFullText' } },
	}),
	ofItems(ASKING, {
		displayName: 'Row Per Page',
		name: 'rowPerPage',
		type: 'boolean',
		default: true,
		description:
			'Whether each page of a PDF is a document of its own. Otherwise, the fields of all pages are joined.',
	}),
	ofItems(ASKING, {
		displayName: 'Field Boxes',
		name: 'fieldBoxes',
		type: 'boolean',
		default: true,
		description:
			'Whether to add the position of each field in pixels, for example Date_left, Date_top, Date_right and Date_bottom',
	}),
	sent(['extractDocMulti'], 'ItemNamesShowMode', {
		displayName: 'Fields of the Template',
		name: 'templateFields',
		description: 'Whether to return the fields of the template in addition to those that you name',
		routing: {
			send: { type: 'body', property: 'ItemNamesShowMode', value: '={{ !$value }}' },
		},
	}),
	sent(['extractDocMulti'], 'OutputParentKey', {
		displayName: 'Without Names of Parents',
		name: 'withoutParentNames',
		description: 'Whether the names of fields within others leave out those of their parents',
		routing: { send: { type: 'body', property: 'OutputParentKey', value: '={{ !$value }}' } },
	}),
	shownFor(['extractDocMulti'], {
		displayName: 'Language of Names',
		name: 'outputLanguage',
		type: 'options',
		options: [
			{ name: 'Chinese', value: 'cn' },
			{ name: 'English', value: 'en' },
		],
		default: 'en',
		description: 'The language of names that the provider adds',
		routing: { send: { type: 'body', property: 'OutputLanguage' } },
	}),
	shownFor(['extractDocMulti'], {
		displayName: 'Scene',
		name: 'scene',
		type: 'string',
		default: '',
		description: 'A setting of the template, as the provider gave it to you',
		routing: { send: { type: 'body', property: 'ConfigAdvanced.Scene' } },
	}),

	// Extract Bank Card
	sent(['bankCard'], 'RetBorderCutImage', {
		displayName: 'Card Image',
		name: 'cardImage',
		description: 'Whether to add the straightened card to the binary data, as BorderCutImage',
	}),
	sent(['bankCard'], 'RetCardNoImage', {
		displayName: 'Card Number Image',
		name: 'cardNumberImage',
		description: 'Whether to add the picture of the number to the binary data, as CardNoImage',
	}),
	sent(['bankCard'], 'EnableBorderCheck', {
		displayName: 'Check for Covered Borders',
		name: 'checkBorder',
		description: 'Whether to warn of an incomplete border, in the column warnings',
	}),
	sent(['bankCard'], 'EnableCopyCheck', {
		displayName: 'Check for Photocopies',
		name: 'checkCopy',
		description: 'Whether to warn of a photocopy, in the column warnings',
	}),
	sent(['bankCard'], 'EnableReshootCheck', {
		displayName: 'Check for Photos of Screens',
		name: 'checkReshoot',
		description: 'Whether to warn of a photo of a screen, in the column warnings',
	}),
	sent(['bankCard'], 'EnableQualityValue', {
		displayName: 'Quality',
		name: 'quality',
		description: 'Whether to measure how sharp the picture is (0 to 100), in QualityValue',
	}),

	// Extract ID Card
	shownFor(['idCard'], {
		displayName: 'Card Side',
		name: 'cardSide',
		type: 'options',
		options: [
			{ name: 'National Emblem', value: 'BACK' },
			{ name: 'Portrait', value: 'FRONT' },
		],
		default: 'FRONT',
		description: 'The side that the picture shows. If not set, it is found out.',
		routing: { send: { type: 'body', property: 'CardSide' } },
	}),
	shownFor(['idCard'], {
		displayName: 'Checks and Pictures',
		name: 'idCardExtras',
		type: 'multiOptions',
		options: ID_CARD_EXTRAS,
		default: [],
		description:
			'What to check, as the columns valid and warnings, and what to cut out, as binary data',
		routing: {
			send: {
				type: 'body',
				property: 'Config',
				value: '={{ JSON.stringify(Object.fromEntries($value.map((name) => [name, true]))) }}',
			},
		},
	}),

	// Extract Invoices
	shownFor(['generalInvoice'], {
		displayName: 'Invoice Type',
		name: 'invoiceType',
		type: 'options',
		options: INVOICE_TYPES,
		default: 3,
		description: 'The only type of invoice to read. If not set, all types are read.',
		routing: { send: { type: 'body', property: 'Types', value: '={{ [$value] }}' } },
	}),
	sent(['generalInvoice'], 'EnableOther', {
		displayName: 'Only Known Types',
		name: 'onlyKnownTypes',
		description: 'Whether to leave out invoices of unknown types',
		routing: { send: { type: 'body', property: 'EnableOther', value: '={{ !$value }}' } },
	}),
	sent(['generalInvoice'], 'EnableCutImage', {
		displayName: 'Invoice Images',
		name: 'invoiceImages',
		description: 'Whether to add the picture of each invoice to the binary data, as CutImage',
	}),

	// Extract Table, Extract Table Basic
	shownFor(TABLES, firstRowIsHeader),
	ofItems(TABLES, {
		displayName: 'Fill Merged Cells',
		name: 'fillMergedCells',
		type: 'boolean',
		default: true,
		description:
			'Whether to repeat a cell that spans several rows or columns in each of them. Otherwise, it is in the first one only.',
	}),
	ofItems(TABLES, {
		displayName: 'Text Outside Tables',
		name: 'textOutside',
		type: 'boolean',
		default: true,
		description: 'Whether to return text beside the tables as well, as rows without a number',
	}),
	ofItems(TABLES, {
		displayName: 'Excel File',
		name: 'excelFile',
		type: 'boolean',
		default: true,
		description:
			"Whether to add the tables of a page as an Excel file to the binary data of the page's first row, in the field excel",
	}),

	// Several of them
	shownFor(PDFS, isPdf),
	shownFor(PDFS, pdfPages),
	shownFor(['generalInvoice', 'idCard'], normalizeValues),
	shownFor(['bankCard', 'generalInvoice', 'idCard', 'licensePlate', ...TABLES], reviewBelow),
	reuseForUrls,
]);
