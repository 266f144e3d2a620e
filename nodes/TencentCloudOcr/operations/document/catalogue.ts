import type { FileRules } from '../../fileRules';
import type { Site } from '../../site';
import type { DocumentEntry } from '../../output/records/documentEntry';

const CHINA: readonly Site[] = ['china'];
const BOTH: readonly Site[] = ['international', 'china'];

/** What most actions accept: pictures whose base64 text has at most 7 MB. */
const PICTURES: FileRules = { kinds: ['PNG', 'JPEG'], maxBase64: 7, urls: 'Tencent Cloud' };

const PICTURES_AND_BMP: FileRules = { ...PICTURES, kinds: ['PNG', 'JPEG', 'BMP'] };

const entries = <Name extends string>(catalogue: Record<Name, DocumentEntry>) => catalogue;

/**
 * The documents that the resource Document reads, in alphabetical order of their operations. Not here
 * are actions that neither site has any more: HmtResidentPermitOCR, RecognizeKoreanIDCardOCR,
 * RecognizeKoreanDrivingLicenseOCR and SmartStructuralPro.
 *
 * Source: the descriptions of the actions in the SDKs of both sites, as of 2026-08-21; of those that
 * left the international site on 2026-07-06, their last description there.
 */
export const documentCatalogue = entries({
	bankCard: {
		value: 'bankCard',
		name: 'Extract Bank Card',
		action: 'Extract bank card fields',
		description: 'Read a bank card of mainland China: number, bank, type and expiry',
		isOnRequest: true,
		subtitle: 'Extract Bank Card',
		api: 'BankCardOCR',
		sites: CHINA,
		files: { ...PICTURES_AND_BMP, urls: 'Tencent Cloud in China' },
		shape: 'fields',
		fields: 'CardNo BankInfo ValidDate CardType CardName QualityValue',
		warnings: 'WarningCode',
	},
	extractDocMulti: {
		value: 'extractDocMulti',
		name: 'Extract Fields',
		action: 'Extract fields that you name from a document',
		description: 'Read the fields that you name, or those of a template, and tables as line items',
		subtitle: 'Extract Fields',
		api: 'ExtractDocMulti',
		sites: BOTH,
		files: {
			...PICTURES,
			kinds: ['PNG', 'JPEG', 'PDF', 'Office', 'old Office'],
			kindsInWords: 'PNG, JPEG, PDF, Word and Excel files',
			maxBase64: 10,
			pages: 'PdfPageNumber',
		},
		requestsPerSecond: 5,
		shape: 'structured',
		fields: 'Angle TokenNum',
	},
	smartStructural: {
		value: 'smartStructural',
		name: 'Extract Fields Basic',
		action: 'Extract fields from cards bills and forms',
		description: 'Read all fields of cards, bills, forms and contracts, or those that you name',
		subtitle: 'Extract Fields Basic',
		api: 'SmartStructuralOCRV2',
		sites: ['international'],
		files: { ...PICTURES, kinds: ['PNG', 'JPEG', 'PDF'], pages: 'IsPdf' },
		requestsPerSecond: 10,
		shape: 'structured',
		fields: 'Angle',
	},
	idCard: {
		value: 'idCard',
		name: 'Extract ID Card (Mainland China)',
		action: 'Extract mainland China ID card fields',
		description:
			'Read a side of an identity card of mainland China, with checks and cut-out pictures',
		subtitle: 'Extract Identity Card',
		api: 'IDCardOCR',
		sites: CHINA,
		files: PICTURES_AND_BMP,
		requestsPerSecond: 20,
		shape: 'fields',
		fields: `
			Name Sex Nation Birth Address IdNum Authority ValidDate AdvancedInfo.Quality
			AdvancedInfo.BorderCodeValue`,
		warnings: 'AdvancedInfo.WarnInfos',
		country: 'China',
		dates: 'Birth',
	},
	generalInvoice: {
		value: 'generalInvoice',
		name: 'Extract Invoices',
		action: 'Extract fields and line items of Chinese invoices',
		description: 'Read Chinese invoices, tickets and receipts of any kind, several in a picture',
		subtitle: 'Extract Invoices',
		api: 'RecognizeGeneralInvoice',
		sites: CHINA,
		files: { ...PICTURES, kinds: ['PNG', 'JPEG', 'PDF'], pages: 'EnablePdf' },
		requestsPerSecond: 5,
		shape: 'invoices',
		// Each kind of invoice has its own, in `invoiceTypes.ts`.
		fields: '',
		country: 'China',
		dates: 'Date DateStart DateEnd DateGetOn item_DateStart item_DateEnd item_DateGetOn',
		amounts: `
			Total PretaxAmount Tax SubTotal SubTax Fare FuelSurcharge AirDevelopmentFund Insurance
			HandlingFee OriginalFare AdditionalFare FuelFee BookingCallFee Price Quantity Standard
			item_Total item_Tax`,
	},
	licensePlate: {
		value: 'licensePlate',
		name: 'Extract License Plates',
		action: 'Extract license plates of vehicles',
		description: 'Read license plates of mainland China: number, color and place',
		subtitle: 'Extract License Plates',
		api: 'LicensePlateOCR',
		sites: CHINA,
		files: PICTURES,
		requestsPerSecond: 10,
		shape: 'fields',
		fields: 'Number Rect.X Rect.Y Rect.Width Rect.Height Color',
		list: 'LicensePlateInfos',
		confidence: 'Confidence',
	},
	seal: {
		value: 'seal',
		name: 'Extract Seals',
		action: 'Extract text of seals and stamps',
		description: 'Read the text of seals and stamps, with their place and shape',
		subtitle: 'Extract Seals',
		api: 'SealOCR',
		sites: CHINA,
		files: PICTURES_AND_BMP,
		requestsPerSecond: 5,
		shape: 'fields',
		fields: 'SealBody Location.X Location.Y Location.Width Location.Height OtherTexts SealShape',
		list: 'SealInfos',
	},
	tableAccurate: {
		value: 'tableAccurate',
		name: 'Extract Table',
		action: 'Extract rows of tables',
		description: 'Read tables as rows: with or without borders, several on a page',
		subtitle: 'Extract Table',
		api: 'RecognizeTableAccurateOCR',
		sites: CHINA,
		files: { ...PICTURES, kinds: ['PNG', 'JPEG', 'BMP', 'PDF'], pages: 'PdfPageNumber' },
		requestsPerSecond: 2,
		shape: 'cells',
		fields: '',
	},
	table: {
		value: 'table',
		name: 'Extract Table Basic',
		action: 'Extract rows of a simple table',
		description: 'Read a Chinese or English form as rows',
		isOnRequest: true,
		subtitle: 'Extract Table Basic',
		api: 'TableOCR',
		sites: CHINA,
		files: { ...PICTURES, maxBase64: 3, urls: 'Tencent Cloud in China' },
		shape: 'cells',
		fields: '',
	},
	vin: {
		value: 'vin',
		name: 'Extract Vehicle Identification Number',
		action: 'Extract vehicle identification number',
		description: 'Read the vehicle identification number (VIN)',
		subtitle: 'Extract Vehicle Number',
		api: 'VinOCR',
		sites: BOTH,
		files: PICTURES,
		shape: 'fields',
		fields: 'Vin',
	},
});
