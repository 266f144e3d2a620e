require('../sandbox/ocr/rememberInTests.cjs');

/** @type {import('jest').Config} */
module.exports = {
	rootDir: '..',
	roots: ['<rootDir>/editor'],
	testMatch: ['**/*.test.ts'],
	transform: { '^.+\\.ts$': '@swc/jest' },
	// One n8n and one browser serve all files.
	globalSetup: '<rootDir>/editor/support/globalSetup.ts',
	globalTeardown: '<rootDir>/editor/support/globalTeardown.ts',
	testTimeout: 240_000,
	maxWorkers: 1,
};
