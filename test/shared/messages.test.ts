import { documentErrors, textErrors } from '../../nodes/ComputerVisionVietnam/errors';
import {
	documentErrors as nhnDocumentErrors,
	errors as nhnErrors,
	knownError,
} from '../../nodes/NhnCloudOcr/errors';
import { errors as tencentErrors } from '../../nodes/TencentCloudOcr/errors';

const MESSAGES = [documentErrors, textErrors, nhnErrors, nhnDocumentErrors, tencentErrors]
	.flatMap((errors) => Object.values(errors).map(([, message]) => message))
	.concat(knownError('4000505', 'extractSegmented')![1]);

test.each([...new Set(MESSAGES)])('what happened, then what to do: %s', (message) => {
	expect(message).toMatch(/^[A-Z](?:[^.:;]|\.\d)+\. [A-Z].+\.$/);
});
