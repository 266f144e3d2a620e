import type { INodeType, INodeTypes } from 'n8n-workflow';

import { ComputerVisionVietnam } from '../../nodes/ComputerVisionVietnam/ComputerVisionVietnam.node';
import { NhnCloudOcr } from '../../nodes/NhnCloudOcr/NhnCloudOcr.node';
import { TencentCloudOcr } from '../../nodes/TencentCloudOcr/TencentCloudOcr.node';
import { loaded } from './loaded';

const types: Record<string, INodeType> = {
	'n8n-nodes-cloud-ocr.computerVisionVietnam': loaded(new ComputerVisionVietnam()),
	'n8n-nodes-cloud-ocr.nhnCloudOcr': loaded(new NhnCloudOcr()),
	'n8n-nodes-cloud-ocr.tencentCloudOcr': loaded(new TencentCloudOcr()),
	/** Stands before the node under test; the test pins its items. */
	'test.input': {
		description: {
			displayName: 'Input',
			name: 'input',
			group: ['trigger'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [],
			outputs: ['main'],
			properties: [],
		},
		execute: async () => [[]],
	},
};

export const nodeTypes: INodeTypes = {
	getByName: (type) => types[type],
	getByNameAndVersion: (type) => types[type],
	getKnownTypes: () => types,
};
