// n8n-core logs every error that a test provokes.
process.env.N8N_LOG_LEVEL = 'silent';
require('./sandbox/ocr/rememberInTests.cjs');

/** @type {import('jest').Config} */
module.exports = {
	// All that tests import, or else --watch does not see it change.
	roots: ['credentials', 'docs', 'local-n8n', 'nodes', 'sandbox', 'test'].map(
		(folder) => `<rootDir>/${folder}`,
	),
	testMatch: ['**/*.test.ts'],
	transform: { '^.+\\.ts$': '@swc/jest' },
	setupFiles: ['<rootDir>/test/support/setup.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/support/accounts.ts', '<rootDir>/test/support/nock.ts'],
	restoreMocks: true,
	testTimeout: 30_000,
};
