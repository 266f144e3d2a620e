import type { SumFields } from '../../../shared/output/documents/sums';
import type { DocumentEntry, DocumentType } from '../../output/records/documentEntry';

/** The labels of the cells of an invoice's table. */
const INVOICE_TABLE =
	'number description unit quantity unit_price amount_before_tax tax tax_amount amount_total';

/** Of the document, and of its line items. */
const INVOICE_AMOUNTS = `
	total_amount sub_total vat_amount quantity unit_price amount_before_tax tax_amount amount_total
	coin`;

const INVOICE_SUMS: SumFields = {
	subTotal: 'sub_total',
	tax: 'vat_amount',
	total: 'total_amount',
	quantity: 'quantity',
	unitPrice: 'unit_price',
	amount: 'amount_before_tax',
	amountWithTax: 'amount_total',
};

/** Of an invoice in a claim file, and of a vehicle. */
const SEALED_INVOICE: DocumentType = {
	fields: `
		account_bank.account_no account_bank.bank buyer_name date form invoice_no lookup_code
		lookup_website payment_method purchaser_name serial_no sub_total supplier supplier_address
		tax_code total_amount valid_seals vat_amount vat_rate`,
	measured: 'confidence box',
	lists: { table: INVOICE_TABLE },
	dates: 'date',
	amounts: INVOICE_AMOUNTS,
	sums: INVOICE_SUMS,
};

/** The two pages on invoices: on a short one with goods, and on a PDF or XML with a table. */
const INVOICE: DocumentType = {
	fields: `
		date form invoice_no serial_no supplier tax_code total_amount payment_method sub_total
		vat_amount purchaser_name lookup_website lookup_code buyer_name supplier_address vat_rate
		account_bank.account_no account_bank.bank`,
	measured: 'confidence box',
	lists: { table: `${INVOICE_TABLE} batch_no expired_date`, info_goods: 'name coin' },
	dates: 'date expired_date',
	amounts: INVOICE_AMOUNTS,
	sums: INVOICE_SUMS,
};

const measured = 'confidence box';

/** Of a claim file. */
const RECEIPT: DocumentType = {
	fields: 'address date dob gender insure_name medical_facility total_amount valid_seals',
	measured,
	dates: 'date dob',
	amounts: 'total_amount',
};

/** The page says of each field on which page of the file it stands. */
const withPage = 'confidence box page';

/**
 * The documents that the resource Document reads, in alphabetical order of their operations.
 *
 * Source: the pages of the provider's documentation, as of 2022-12-29. No page documents a size, a
 * rate or a format of pictures.
 */
export const documentCatalogue: DocumentEntry[] = [
	{
		value: 'getLabelClaim',
		name: 'Classify Claim Pages',
		action: 'Classify pages of health insurance claim file',
		description:
			'Name the kind of each page of a health insurance claim file, such as prescription',
		subtitle: 'Classify Claim Pages',
		url: '/api/v2/ocr/document/get_label_claim',
		page: 'phan-loai-giay-to-ho-so-bao-hiem-suc-khoe',
		isDemo: true,
		accepts: 'pictures and PDFs',
		shape: 'labels',
		types: { page: { fields: 'id label' } },
	},
	{
		value: 'bankStatement',
		name: 'Extract Bank Statement',
		action: 'Extract rows of bank statement',
		description:
			'Read the transactions of a bank statement: date, description, debit, credit, balance',
		subtitle: 'Extract Bank Statement',
		url: '/api/v2/ocr/document/bank_statement',
		page: 'sao-ke-ngan-hang',
		accepts: 'pictures and PDFs',
		shape: 'tables',
		types: {
			row: {
				fields: 'date description debit credit balance',
				measured,
				dates: 'date',
				amounts: 'debit credit balance',
			},
		},
	},
	{
		value: 'birthCertificate',
		name: 'Extract Birth Certificate',
		action: 'Extract birth certificate fields',
		description: 'Read a birth certificate: the child, the parents and the registration',
		subtitle: 'Extract Birth Certificate',
		url: '/api/v2/ocr/birth_certificate',
		page: 'giay-khai-sinh',
		accepts: 'pictures',
		shape: 'documents',
		types: {
			birth_certificate: {
				fields: `
					dob father_dob father_name gender mother_dob mother_name name number number_book
					regis_date id regis_place regis_place_district regis_place_district_code
					regis_place_town regis_place_town_code regis_place_ward regis_place_ward_code`,
				measured: 'confidence',
				dates: 'dob father_dob mother_dob regis_date',
			},
		},
		hasParts: true,
	},
	{
		value: 'businessRegistration',
		name: 'Extract Business Registration',
		action: 'Extract business registration fields',
		description: 'Read a business registration: the company, its capital and its representative',
		subtitle: 'Extract Business Registration',
		url: '/api/v2/ocr/document/business_registration',
		page: 'giay-chung-nhan-dang-ky-doanh-nghiep',
		accepts: 'pictures and PDFs',
		shape: 'documents',
		types: {
			business_registration: {
				fields: `
					company_name english_name short_name business_code regis_date date_of_change address
					company_phone fax email website authorized_capital par_value total_shares
					representative_name representative_title gender dob ethnicity nationality
					document_type number_of_idcard issue_date issued_at household_address
					representative_address`,
				measured,
				dates: 'regis_date date_of_change dob issue_date',
				amounts: 'authorized_capital par_value total_shares',
			},
		},
		hasVerdict: true,
	},
	{
		value: 'claims',
		name: 'Extract Claim File',
		action: 'Extract documents of health insurance claim file',
		description:
			'Read all documents of a health insurance claim file: invoices, prescriptions, reports, cards',
		subtitle: 'Extract Claim File',
		url: '/api/v2/ocr/claims',
		page: 'ho-so-claim-bao-hiem-suc-khoe',
		accepts: 'pictures and PDFs',
		shape: 'documents',
		beside: 'pages',
		types: {
			invoice: SEALED_INVOICE,
			hospital_discharge_paper: {
				fields: `
					address department diagnose gender hospital_discharge_date hospitalization_date
					icd_10.icd medical_facility patient_name pid treatments valid_seals year_of_birth`,
				measured,
				dates: 'hospital_discharge_date hospitalization_date',
			},
			claim_form: {
				fields: `
					account_number bank beneficiary cash claimant claimant_address claimant_email
					claimant_phone date_of_accident diagnose email id_card insure_name medical_facility
					phone_number policy_no total_insured_amount treatment_method valid_seals`,
				measured,
				dates: 'date_of_accident',
				amounts: 'total_insured_amount',
			},
			bvcard: { fields: 'name plan company info_valid policy_no', measured },
			id_doc: { fields: 'address dob gender name nationality', measured, dates: 'dob' },
			list_expense: {
				fields: `
					address diagnosis hospital_discharge_date hospitalization_date icd_10.icd
					medical_facility patient_name pid table.page_table table_date table_number
					total_payment valid_seals`,
				measured,
				// The page describes the four cells of a row, which have no labels.
				lists: { 'table.info_table': 'description amount_paid_by_patient quantity unit_price' },
				dates: 'hospital_discharge_date hospitalization_date table_date',
				// The insurance pays a part, so they do not add up.
				amounts: 'total_payment amount_paid_by_patient quantity unit_price',
			},
			prescription: {
				fields: `
					address diagnose gender icd_10.icd medical_facility patient_name pid
					prescription_date valid_seals year_of_birth`,
				measured,
				lists: { drug_info: 'drug quanlity gender' },
				dates: 'prescription_date',
				amounts: 'quanlity',
			},
			guarantee_confirmation: {
				fields: `
					claim_form_no conclusion condition created_date date_of_consultation dob from_date
					guaranteed_expenses id_no insured insured_confirmation medical_expenses
					medical_facility paid_by_insured period_of_insurance policy_holder policy_no
					rehabilitation_type to_date valid_seals warranty_notes`,
				measured,
				dates: 'created_date date_of_consultation dob from_date to_date',
				amounts: 'guaranteed_expenses medical_expenses paid_by_insured',
			},
			surgical_certificate: {
				fields: `
					address anesthesiologist anesthetic_method department diagnose dob gender
					hospital_discharge_date hospitalization_date medical_facility patient_name pid
					surgical_day valid_seals`,
				measured,
				dates: 'dob hospital_discharge_date hospitalization_date surgical_day',
			},
			discharge_report: {
				fields: `
					address definitive_diagnosis department discharge_date dob followup_treatment_plan
					gender hospital_discharge_status hospitalization_date hospitalization_reason
					pathological_process patient_name pid preliminary_diagnosis prescribed_medicines
					treatment_method valid_seals`,
				measured,
				dates: 'discharge_date dob hospitalization_date',
			},
			medical_report: {
				fields: `
					address clinical_examination date_of_examination date_of_reexamination dob gender
					icd medical_history medical_tests pathological_process patient_name pid
					preliminary_diagnosis symptom treatment_method valid_seals`,
				measured,
				dates: 'date_of_examination date_of_reexamination dob',
			},
			specify_vote: {
				fields: `
					address designated_date designated_doctor designated_place dob gender
					medical_facility patient_name pid preliminary_diagnosis test_place valid_seals`,
				measured,
				dates: 'designated_date dob',
			},
			test_results: {
				fields: `
					address designated_date designated_doctor dob gender medical_facility patient_name
					pid preliminary_diagnosis test_date valid_seals`,
				measured,
				dates: 'designated_date dob test_date',
			},
			accident_report: {
				fields: 'name address date_of_accident location valid_seals',
				measured,
				dates: 'date_of_accident',
			},
			bill: RECEIPT,
			receipts: RECEIPT,
			health_records: {
				fields: 'dob gender insure_name medical_facility valid_seals',
				measured,
				dates: 'dob',
			},
			medical_examination: {
				fields: `
					address clinical_examination conclusion date_of_examination definitive_diagnosis dob
					gender icd_10.icd medical_facility medical_history pathological_process patient_name
					pid preliminary_diagnosis symptom valid_seals`,
				measured,
				dates: 'date_of_examination dob',
			},
		},
		cardTypes: `
			9_id_card_front 12_id_card_front chip_id_card_front 9_id_card_back 12_id_card_back
			chip_id_card_back passport`,
		hasParts: true,
		numbering: 'contentIsThree',
	},
	{
		value: 'creditReport',
		name: 'Extract Credit Report',
		action: 'Extract credit report fields and tables',
		description: 'Read a credit report of CIC: score, rank, loans, cards and late payments',
		subtitle: 'Extract Credit Report',
		url: '/api/v2/ocr/document/credit_report',
		page: 'bao-cao-tin-dung',
		isDemo: true,
		accepts: 'pictures and PDFs',
		shape: 'documents',
		types: {
			credit_report: {
				fields: `
					report_time cic_code id_card address credit_score credit_rank credit_ranking_date
					debt_sold_to_vamc`,
				measured: withPage,
				// The page numbers the cells of a row from json0 on, and describes each.
				lists: {
					loan_details: `
						organization_number organization_code organization_name debt_types.debt_name
						debt_types.debt total_vnd`,
					credit_card_info: 'credit_limit amount_to_pay amount_paid_late number_of_cards',
					outstanding_loans: 'loan_balance card_balance total_balance',
					bad_debt: 'last_date debt_group amount_vnd number organization',
					late_payments: 'has_late_payments most_days_late times_late',
					loan_guarantee: 'number_of_assets number_of_organizations',
					credit_contract: 'date_of_signing date_of_end',
					customers_look_up: 'organization_code product date',
				},
				dates: 'report_time credit_ranking_date last_date date_of_signing date_of_end date',
				amounts: `
					debt_sold_to_vamc debt_types_debt total_vnd credit_limit amount_to_pay
					amount_paid_late loan_balance card_balance total_balance amount_vnd`,
			},
		},
	},
	{
		value: 'invoiceXml',
		name: 'Extract Electronic Invoice',
		action: 'Extract fields and line items of electronic invoice',
		description: 'Read the XML file of an electronic invoice: fields and line items',
		subtitle: 'Extract Electronic Invoice',
		url: '/api/v2/ocr/document/invoice-xml',
		page: 'hoa-don',
		accepts: 'XML',
		shape: 'documents',
		country: 'Vietnam (XML)',
		isPerPage: true,
		types: { invoice: INVOICE },
	},
	{
		value: 'employeeProfile',
		name: 'Extract Employee Profile',
		action: 'Extract documents of employee profile',
		description:
			'Read all documents of an employee profile: cards, degrees, curriculum vitae, certificates',
		subtitle: 'Extract Employee Profile',
		url: '/api/v2/ocr/employee_profile',
		page: 'ho-so-nhan-su',
		accepts: 'pictures and PDFs',
		shape: 'profile',
		types: {
			id_card: {
				fields: 'address dob gender hometown id issue_date issued_at name',
				measured,
				dates: 'dob issue_date',
			},
			curriculum_vitae: {
				fields: `
					academic_level current_address dob father_dob father_name gender mother_dob
					mother_name name place_of_birth work_experience`,
				measured: withPage,
				dates: 'dob father_dob mother_dob',
			},
			registration_book: {
				fields: 'address book_number head_name',
				measured,
				lists: { member: 'dob gender id_card name relationship_to_head' },
				dates: 'dob',
			},
			academic_degree: {
				fields: 'academic_level award_classification dob graduation_year major name school',
				measured,
				dates: 'dob',
			},
			birth_certificate: {
				fields: `
					dob father_address father_dob father_name gender mother_address mother_dob
					mother_name number number_book place_of_birth regis_place`,
				measured,
				dates: 'dob father_dob mother_dob',
			},
			confirm_residence: {
				fields: `
					address current_address dob ethnicity gender head_id head_name hometown id name
					nationality registered_address relationship_to_head religious`,
				measured,
				lists: { member: 'relationship_to_head name dob gender id_card' },
				dates: 'dob',
			},
			health_certification: {
				fields: 'name dob health_condition height weight',
				measured: withPage,
				dates: 'dob',
			},
			image_negative: { fields: 'id_negative' },
		},
		numbering: 'profile',
	},
	{
		value: 'priceQuotation',
		name: 'Extract Garage Quotation',
		action: 'Extract fields and line items of garage quotation',
		description: 'Read the quotation of a garage: vehicle, dates, sums, and parts as line items',
		subtitle: 'Extract Garage Quotation',
		url: '/api/v2/ocr/document/price_quotation',
		page: 'bao-gia-xe',
		// The page names PDFs for base64, and says that a quotation may have several pages.
		accepts: 'pictures and PDFs',
		shape: 'documents',
		types: {
			price_quotation: {
				fields: `
					estimated_delivery_date make_model name_of_garage number_plate quotation_date
					sub_total total_amount vat_amount`,
				measured,
				lists: {
					table: 'amount_total description discount percent_discount quantity tax unit_price',
				},
				dates: 'estimated_delivery_date quotation_date',
				amounts: `
					sub_total total_amount vat_amount amount_total discount quantity unit_price`,
				sums: {
					...INVOICE_SUMS,
					amount: 'amount_total',
					amountWithTax: undefined,
					adjustments: 'discount percent_discount tax',
				},
			},
		},
		numbering: 'contentIsThree',
	},
	{
		value: 'invoice',
		name: 'Extract Invoice',
		action: 'Extract invoice fields and line items',
		description:
			'Read a VAT invoice: number, dates, supplier, buyer, sums, and goods as line items',
		subtitle: 'Extract Invoice',
		url: '/api/v2/ocr/document/invoice',
		// The page hoa-don documents only PDF files, and hoa-don-ngan pictures, URLs and base64.
		page: 'hoa-don',
		accepts: 'pictures and PDFs',
		shape: 'documents',
		isPerPage: true,
		types: { invoice: INVOICE },
	},
	{
		value: 'landCertificate',
		name: 'Extract Land-Use Certificate',
		action: 'Extract land use certificate fields',
		description: 'Read a certificate of land use rights: the land, the house and the owners',
		subtitle: 'Extract Land Use Certificate',
		url: '/api/v2/ocr/document/land_certificate',
		page: 'giay-chung-nhan-quyen-su-dung-dat',
		isDemo: true,
		accepts: 'pictures and PDFs',
		shape: 'documents',
		types: {
			giay_cnqshdd_mau_1: {
				fields: `
					so_so noi_cap ngay_cap so_vao_so thong_tin_thua_dat thong_tin_nha_o
					thong_tin_ghi_chu noi_dung_chu_dat.ten noi_dung_chu_dat.nam_sinh
					noi_dung_chu_dat.so_cmt noi_dung_chu_dat.dia_chi`,
				measured: withPage,
				dates: 'ngay_cap',
			},
			giay_cnqshdd_mau_2: {
				fields: `
					so_so noi_cap ngay_cap so_vao_so dia_chi_thua_dat thong_tin_thua_dat
					noi_dung_chu_dat.ten noi_dung_chu_dat.nam_sinh noi_dung_chu_dat.so_cmt
					noi_dung_chu_dat.dia_chi`,
				measured: withPage,
				dates: 'ngay_cap',
			},
			giay_cnqshdd_mau_3: {
				fields: `
					so_so noi_cap ngay_cap so_vao_so thong_tin_thua_dat noi_dung_chu_dat.ten
					noi_dung_chu_dat.nam_sinh noi_dung_chu_dat.so_cmt noi_dung_chu_dat.dia_chi`,
				measured: withPage,
				dates: 'ngay_cap',
			},
		},
	},
	{
		value: 'getTable',
		name: 'Extract Table',
		action: 'Extract rows of table',
		description: 'Read the tables of any document as rows',
		subtitle: 'Extract Table',
		url: '/api/v2/ocr/document/get_table',
		page: 'bang',
		accepts: 'pictures and PDFs',
		shape: 'tables',
		types: { row: { fields: '', measured } },
	},
	{
		value: 'invoiceVehicle',
		name: 'Extract Vehicle Invoice',
		action: 'Extract fields and line items of vehicle invoice',
		description: 'Read the invoice of a vehicle, its line items, and whether it has a red seal',
		subtitle: 'Extract Vehicle Invoice',
		url: '/api/v2/ocr/document/invoice_vehicle',
		page: 'hoa-don-xe',
		accepts: 'pictures and PDFs',
		shape: 'documents',
		isPerPage: true,
		types: { invoice_vehicle: SEALED_INVOICE },
		numbering: 'contentIsThree',
	},
];
