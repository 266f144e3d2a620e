require('../sandbox/ocr/rememberInTests.cjs');

/** @type {import('jest').Config} */
module.exports = {
	rootDir: '..',
	roots: ['<rootDir>/e2e'],
	testMatch: ['**/*.test.ts'],
	// It has a command of its own.
	testPathIgnorePatterns: ['<rootDir>/e2e/queue/'],
	transform: { '^.+\\.ts$': '@swc/jest' },
	globalSetup: '<rootDir>/e2e/support/globalSetup.ts',
	globalTeardown: '<rootDir>/e2e/support/globalTeardown.ts',
	testTimeout: 60_000,
	maxWorkers: 1,
};
