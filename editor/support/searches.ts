const ALL = ['Computer Vision Vietnam', 'NHN Cloud OCR', 'Tencent Cloud OCR'];

/** What people type into the nodes panel, and the nodes that they find by it. */
export const SEARCHES: Array<{ words: string; finds: string[] }> = [
	{ words: 'OCR', finds: ALL },
	{ words: 'scan', finds: ALL },
	{ words: 'image to text', finds: ALL },
	{ words: 'text recognition', finds: ALL },
	{ words: 'receipt', finds: ['Tencent Cloud OCR'] },
	{ words: 'passport', finds: ['Computer Vision Vietnam'] },
	{ words: 'identity card', finds: ['Computer Vision Vietnam'] },
	{ words: 'CCCD', finds: ['Computer Vision Vietnam'] },
	{ words: 'vehicle registration', finds: ['Computer Vision Vietnam'] },
	{ words: 'screenshot', finds: ['NHN Cloud OCR'] },
	{ words: 'Korean', finds: ['NHN Cloud OCR'] },
	{ words: 'GeneralAccurateOCR', finds: ['Tencent Cloud OCR'] },
];

/** What nobody finds a node by yet. The codex files of the nodes lack these words. */
export const WANTED_SEARCHES = [
	'invoice',
	'document',
	'extract text',
	'picture',
	'photo',
	'đăng ký xe',
	'căn cước',
	'영수증',
	'文字识别',
];
