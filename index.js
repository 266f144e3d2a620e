const { TencentCloudApi } = require('./dist/credentials/TencentCloudApi.credentials.js');
const { TencentCloudOcr } = require('./dist/nodes/TencentCloudOcr/TencentCloudOcr.node.js');

module.exports = { TencentCloudApi, TencentCloudOcr };
