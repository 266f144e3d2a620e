import { operations } from '../test/support/descriptions';
import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import { onEditor } from './support/editor';
import { OCR_NODES } from './support/ocrNodes';
import type { Canvas } from './support/pages/canvas';
import { takePictures } from './support/pictures';
import { manyFiles } from './support/workflows';

/**
 * What is filled into the fields of an operation, of files the sample without its ending, and a text in its
 * output: one that the operation before does not read, because its output stays until there is another one.
 */
const CASES: Record<string, { files: Record<string, string>; reads: string }> = {
	'ComputerVisionVietnam/card/extract': {
		files: { binaryPropertyName: 'passport' },
		reads: 'TRẦN THỊ THỬ',
	},
	'ComputerVisionVietnam/card/verify': {
		files: { binaryPropertyName: 'chip_id_card_front' },
		reads: 'NGUYỄN VĂN MẪU',
	},
	'ComputerVisionVietnam/card/verifyTwoSides': {
		files: {
			frontBinaryPropertyName: 'chip_id_card_front',
			backBinaryPropertyName: 'chip_id_card_back',
		},
		reads: 'chip_id_card_back',
	},
	'ComputerVisionVietnam/document/bankStatement': {
		files: { binaryPropertyName: 'bank_statement' },
		reads: '5.499.000',
	},
	'ComputerVisionVietnam/document/birthCertificate': {
		files: { binaryPropertyName: 'birth_certificate' },
		reads: 'NGUYỄN VĂN BÉ',
	},
	'ComputerVisionVietnam/document/businessRegistration': {
		files: { binaryPropertyName: 'business_registration' },
		reads: '0000000002',
	},
	'ComputerVisionVietnam/document/claims': {
		files: { binaryPropertyName: 'prescription' },
		reads: 'PHÒNG KHÁM VÍ DỤ',
	},
	'ComputerVisionVietnam/document/creditReport': {
		files: { binaryPropertyName: 'credit_report' },
		reads: '0000000009',
	},
	'ComputerVisionVietnam/document/employeeProfile': {
		files: { binaryPropertyName: 'employee_profile' },
		reads: 'ĐẠI HỌC VÍ DỤ',
	},
	'ComputerVisionVietnam/document/getLabelClaim': {
		files: { binaryPropertyName: 'prescription' },
		reads: 'label',
	},
	'ComputerVisionVietnam/document/getTable': {
		files: { binaryPropertyName: 'price_table' },
		reads: 'Vở mẫu',
	},
	'ComputerVisionVietnam/document/invoice': {
		files: { binaryPropertyName: 'invoice' },
		reads: 'CÔNG TY MẪU',
	},
	'ComputerVisionVietnam/document/invoiceVehicle': {
		files: { binaryPropertyName: 'vehicle_invoice' },
		reads: 'CÔNG TY XE MẪU',
	},
	'ComputerVisionVietnam/document/invoiceXml': {
		files: { binaryPropertyName: 'electronic_invoice' },
		reads: 'CÔNG TY THỬ NGHIỆM',
	},
	'ComputerVisionVietnam/document/landCertificate': {
		files: { binaryPropertyName: 'land_certificate' },
		reads: 'CH0001',
	},
	'ComputerVisionVietnam/document/priceQuotation': {
		files: { binaryPropertyName: 'garage_quotation' },
		reads: 'GARA MẪU',
	},
	'ComputerVisionVietnam/text/extract': {
		files: { binaryPropertyName: 'vietnamese_letter' },
		reads: 'Trân trọng',
	},
	'ComputerVisionVietnam/vehicle/vehicle': {
		files: { binaryPropertyName: 'vehicle_inspection' },
		reads: 'picertificate',
	},
	'ComputerVisionVietnam/vehicle/vehicleInspection': {
		files: { binaryPropertyName: 'vehicle_inspection' },
		reads: 'TRẠM THỬ NGHIỆM',
	},
	'ComputerVisionVietnam/vehicle/vehiclePlate': {
		files: { binaryPropertyName: 'number_plate' },
		reads: 'vehicle_plate',
	},
	'ComputerVisionVietnam/vehicleRegistration/extract': {
		files: { binaryPropertyName: 'vehicle_registration_back' },
		reads: '00A-000.03',
	},
	'ComputerVisionVietnam/vehicleRegistration/extractTwoSides': {
		files: {
			frontBinaryPropertyName: 'vehicle_registration_front',
			backBinaryPropertyName: 'vehicle_registration_back',
		},
		reads: 'KHUNG000003',
	},
	'NhnCloudOcr/document/business': {
		files: { binaryPropertyName: 'korean_business_registration' },
		reads: '견본상회',
	},
	'NhnCloudOcr/document/businessStatus': {
		files: { businessNumber: '000-00-00006' },
		reads: '폐업자',
	},
	'NhnCloudOcr/document/creditCard': {
		files: { binaryPropertyName: 'credit_card' },
		reads: '0000111122223333',
	},
	'NhnCloudOcr/document/creditCardPlain': {
		files: { binaryPropertyName: 'credit_card' },
		reads: '0000; 1111; 2222; 3333',
	},
	'NhnCloudOcr/document/documentAi': {
		files: { binaryPropertyName: 'korean_notice', prompt: 'What does it say?' },
		reads: 'SPECIMEN ANSWER',
	},
	'NhnCloudOcr/identityCard/extract': {
		files: { binaryPropertyName: 'resident_card' },
		reads: '견본시장',
	},
	'NhnCloudOcr/identityCard/extractStandAlone': {
		files: { binaryPropertyName: 'driver_license' },
		reads: '견본경찰청장',
	},
	'NhnCloudOcr/identityCard/verify': {
		files: {
			requestKey: 'SPECIMEN-REQUEST-KEY',
			name: '홍견본',
			residentNumber: '000000-0000001',
			issueDate: '2020.1.31',
		},
		reads: 'isAuthenticity',
	},
	'NhnCloudOcr/text/extract': {
		files: { binaryPropertyName: 'korean_notice' },
		reads: 'SPECIMEN',
	},
	'NhnCloudOcr/text/extractSegmented': {
		files: { binaryPropertyName: 'long_receipt' },
		reads: 'Potatoes',
	},
	'TencentCloudOcr/document/bankCard': {
		files: { binaryPropertyName: 'chinese_bank_card' },
		reads: '6200000000000000',
	},
	'TencentCloudOcr/document/extractDocMulti': {
		files: { binaryPropertyName: 'trade_invoice' },
		reads: 'INV-0007',
	},
	'TencentCloudOcr/document/generalInvoice': {
		files: { binaryPropertyName: 'chinese_vat_invoice' },
		reads: '00000007',
	},
	'TencentCloudOcr/document/idCard': {
		files: { binaryPropertyName: 'chinese_id_card' },
		reads: '000000199001020000',
	},
	'TencentCloudOcr/document/licensePlate': {
		files: { binaryPropertyName: 'chinese_plate' },
		reads: '京A00000',
	},
	'TencentCloudOcr/document/seal': {
		files: { binaryPropertyName: 'chinese_seal' },
		reads: '样本公司',
	},
	'TencentCloudOcr/document/smartStructural': {
		files: { binaryPropertyName: 'trade_invoice' },
		reads: 'Example Imports Ltd',
	},
	'TencentCloudOcr/document/table': {
		files: { binaryPropertyName: 'price_list' },
		reads: 'Whole milk',
	},
	'TencentCloudOcr/document/tableAccurate': {
		files: { binaryPropertyName: 'price_list' },
		reads: 'Ground coffee',
	},
	'TencentCloudOcr/document/vin': {
		files: { binaryPropertyName: 'vehicle_number' },
		reads: 'LTEKHMEN7XA234967',
	},
	'TencentCloudOcr/text/generalAccurate': {
		files: { binaryPropertyName: 'receipt' },
		reads: 'CORNER MARKET',
	},
	'TencentCloudOcr/text/generalBasic': {
		files: { binaryPropertyName: 'vietnamese_letter' },
		reads: '2025-0042',
	},
};

const editor = onEditor();

let canvas: Canvas;

beforeAll(
	editor.scene(async () => {
		const credentials = await saveSandboxCredentials(editor, editor.sandbox);
		canvas = await editor.open(
			manyFiles('All Operations', editor.sample('*.{jpg,png,xml}'), credentials),
		);
	}),
);

test('every operation has its case', () => {
	expect(Object.keys(CASES)).toEqual(operations.map(({ path }) => path).sort());
});

describe.each(OCR_NODES)('$name', ({ name }) => {
	const own = operations.filter(({ description }) => description.displayName === name);
	test.each(own.map(({ path, resource, operation }) => ({ path, resource, operation })))(
		'$resource.name: $operation.name, chosen in the panel and run on a picture',
		editor.scene(async ({ path, resource, operation }) => {
			const { files, reads } = CASES[path];
			const panel = await canvas.openNode(name);
			await panel.choose('resource', resource.name);
			await panel.choose('operation', operation.name);
			for (const [field, file] of Object.entries(files)) await panel.fill(field, file);
			await panel.execute();
			await panel.untilOutput(reads);
			if (path === 'ComputerVisionVietnam/card/verifyTwoSides') {
				await takePictures(editor.page, 'two-sides');
			}
			await panel.close();
		}),
	);
});
