const { join } = require('node:path');

// Where the pictures of the documentation are; without it, a test run leaves them as they are.
process.env.EDITOR_PICTURES = join(__dirname, '..', 'docs', 'pictures');

module.exports = require('./jest.config');
