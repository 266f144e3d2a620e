require('../sandbox/ocr/rememberInTests.cjs');

/** @type {import('jest').Config} */
module.exports = {
	rootDir: '..',
	roots: ['<rootDir>/e2e'],
	testMatch: ['**/*.test.ts'],
	// It has a command of its own.
	testPathIgnorePatterns: ['<rootDir>/e2e/queue/'],
	transform: { '^.+\\.ts$': '@swc/jest' },
	// One n8n serves all tests of a file, and the first may have to install it.
	testTimeout: 60_000,
	maxWorkers: 1,
};
