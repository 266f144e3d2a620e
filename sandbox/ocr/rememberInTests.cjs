const { join } = require('node:path');

// The tests' sandboxes read the same pictures again and again, which takes longer than all else they do.
process.env.SANDBOX_OCR_MEMORY ??= join(
	__dirname,
	'../../node_modules/.cache/n8n-nodes-cloud-ocr/sandbox-ocr',
);
