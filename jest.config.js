/** @type {import('jest').Config} */
module.exports = {
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	transform: { '^.+\\.ts$': '@swc/jest' },
	setupFiles: ['<rootDir>/test/support/setup.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/support/nock.ts'],
	restoreMocks: true,
	// n8n-core logs every error that a test provokes.
	silent: true,
	testTimeout: 30_000,
};
