const {
	ComputerVisionVietnamApi,
} = require('./dist/credentials/ComputerVisionVietnamApi.credentials.js');
const { NhnCloudOcrApi } = require('./dist/credentials/NhnCloudOcrApi.credentials.js');
const { NhnCloudOcrOAuth2Api } = require('./dist/credentials/NhnCloudOcrOAuth2Api.credentials.js');
const { TencentCloudApi } = require('./dist/credentials/TencentCloudApi.credentials.js');
const {
	ComputerVisionVietnam,
} = require('./dist/nodes/ComputerVisionVietnam/ComputerVisionVietnam.node.js');
const { NhnCloudOcr } = require('./dist/nodes/NhnCloudOcr/NhnCloudOcr.node.js');
const { TencentCloudOcr } = require('./dist/nodes/TencentCloudOcr/TencentCloudOcr.node.js');

module.exports = {
	ComputerVisionVietnam,
	ComputerVisionVietnamApi,
	NhnCloudOcr,
	NhnCloudOcrApi,
	NhnCloudOcrOAuth2Api,
	TencentCloudApi,
	TencentCloudOcr,
};
