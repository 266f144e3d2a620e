import type { INodeProperties } from 'n8n-workflow';

/** `askedNames` reads it. */
export const fieldNames: INodeProperties = {
	displayName: 'Fields',
	name: 'fieldNames',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Invoice number, Date, Total',
	description:
		'The names of the fields to read, with commas or line breaks between them. They become columns in this order. If empty, all fields that are found are returned.',
};

const TEMPLATES = [
	{ name: 'Air Waybill', value: 'AirWayBill' },
	{ name: 'Bill of Lading', value: 'BillOfLading' },
	{ name: 'Booking Confirmation', value: 'BookingConfirmation' },
	{ name: 'Car Insurance', value: 'CarInsurance' },
	{ name: 'Customs Declaration', value: 'CustomsDeclaration' },
	{ name: 'Entrustment Letter', value: 'EntrustmentBook' },
	{ name: 'General', value: 'General', description: 'Any document' },
	{ name: 'Grid Photo', value: 'GridPhoto' },
	{ name: 'Hong Kong Utility Bill', value: 'HongKongUtilityBill' },
	{ name: 'Invoice (English)', value: 'InvoiceEng' },
	{ name: 'Medical Meter', value: 'MedicalMeter' },
	{ name: 'Overseas Cheque', value: 'OverseasCheques' },
	{ name: 'Real Estate Certificate', value: 'MultiRealEstateCertificate' },
	{ name: 'Real Estate Material', value: 'MultiRealEstateMaterial' },
	{ name: 'Registration Certificate', value: 'RegistrationCertificate' },
	{ name: 'Signature Page', value: 'SignaturePage' },
	{ name: 'Statement', value: 'Statement' },
	{ name: 'Steel Label', value: 'SteelLabel' },
	{ name: 'Table', value: 'Table' },
	{ name: 'Waybill (English)', value: 'WayBillEng' },
	{ name: 'Weight Note', value: 'WeightNote' },
];

export const template: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'options',
	options: TEMPLATES,
	default: 'General',
	description: 'The kind of document, whose fields the provider knows',
	routing: { send: { type: 'body', property: 'ConfigId' } },
};
