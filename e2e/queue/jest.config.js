/** @type {import('jest').Config} */
module.exports = {
	...require('../jest.config.js'),
	rootDir: '../..',
	roots: ['<rootDir>/e2e/queue'],
	testPathIgnorePatterns: [],
	// A worker that was killed is missed only after a while.
	testTimeout: 5 * 60_000,
};
