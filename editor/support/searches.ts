const ALL = ['Computer Vision Vietnam', 'NHN Cloud OCR', 'Tencent Cloud OCR'];

/** What people type into the nodes panel, and the nodes that they find by it. */
export const SEARCHES: Array<{ words: string; finds: string[] }> = [
	{ words: 'OCR', finds: ALL },
	{ words: 'scan', finds: ALL },
	{ words: 'image to text', finds: ALL },
	{ words: 'text recognition', finds: ALL },
	{ words: 'invoice', finds: ALL },
	{ words: 'receipt', finds: ALL },
	{ words: 'document', finds: ALL },
	{ words: 'extract text', finds: ALL },
	{ words: 'picture', finds: ALL },
	{ words: 'photo', finds: ALL },
	{ words: 'đăng ký xe', finds: ['Computer Vision Vietnam'] },
	{ words: 'căn cước', finds: ['Computer Vision Vietnam'] },
	{ words: '영수증', finds: ['NHN Cloud OCR'] },
	{ words: '문자 인식', finds: ['NHN Cloud OCR'] },
	{ words: '文字识别', finds: ['Tencent Cloud OCR'] },
	{ words: '发票', finds: ['Tencent Cloud OCR'] },
	{ words: 'passport', finds: ['Computer Vision Vietnam'] },
	{ words: 'identity card', finds: ['Computer Vision Vietnam'] },
	{ words: 'CCCD', finds: ['Computer Vision Vietnam'] },
	{ words: 'vehicle registration', finds: ['Computer Vision Vietnam'] },
	{ words: 'screenshot', finds: ['NHN Cloud OCR'] },
	{ words: 'Korean', finds: ['NHN Cloud OCR'] },
	{ words: 'GeneralAccurateOCR', finds: ['Tencent Cloud OCR'] },
];
