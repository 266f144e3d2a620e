const {
	ComputerVisionVietnamApi,
} = require('./dist/credentials/ComputerVisionVietnamApi.credentials.js');
const { TencentCloudApi } = require('./dist/credentials/TencentCloudApi.credentials.js');
const {
	ComputerVisionVietnam,
} = require('./dist/nodes/ComputerVisionVietnam/ComputerVisionVietnam.node.js');
const { TencentCloudOcr } = require('./dist/nodes/TencentCloudOcr/TencentCloudOcr.node.js');

module.exports = {
	ComputerVisionVietnam,
	ComputerVisionVietnamApi,
	TencentCloudApi,
	TencentCloudOcr,
};
