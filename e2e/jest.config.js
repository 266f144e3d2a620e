/** @type {import('jest').Config} */
module.exports = {
	rootDir: '..',
	roots: ['<rootDir>/e2e'],
	testMatch: ['**/*.test.ts'],
	transform: { '^.+\\.ts$': '@swc/jest' },
	// One n8n serves all tests of a file, and the first may have to install it.
	testTimeout: 60_000,
	maxWorkers: 1,
};
