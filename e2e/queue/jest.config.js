/** @type {import('jest').Config} */
module.exports = {
	...require('../jest.config.js'),
	rootDir: '../..',
	roots: ['<rootDir>/e2e/queue'],
	testPathIgnorePatterns: [],
	// Each process has a folder of its own from the start.
	globalSetup: null,
	globalTeardown: null,
	// A worker that was killed is missed only after a while.
	testTimeout: 5 * 60_000,
};
