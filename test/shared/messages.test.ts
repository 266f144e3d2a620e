import { documentErrors, textErrors } from '../../nodes/ComputerVisionVietnam/errors';
import { errors as nhnErrors, knownError } from '../../nodes/NhnCloudOcr/errors';
import { withCode } from '../../nodes/shared/engine/errors/withCode';
import { errors as tencentErrors } from '../../nodes/TencentCloudOcr/errors';

const MESSAGES = [documentErrors, textErrors, nhnErrors, tencentErrors]
	.flatMap((errors) => Object.values(errors).map(([, message]) => message))
	.concat(knownError('4000505', 'extractSegmented')![1]);

test.each([...new Set(MESSAGES)])('what happened, then what to do: %s', (message) => {
	expect(message).toMatch(/^[A-Z](?:[^.:;]|\.\d)+\. [A-Z].+\.$/);
});

test.each([
	['The key is wrong. Copy it again.', 'E.1', 'The key is wrong (E.1). Copy it again.'],
	['API 3.0 failed. Try again.', '$1', 'API 3.0 failed ($1). Try again.'],
	['It failed.', '5', 'It failed (5).'],
])('the code stands behind what happened: %s', (message, code, expected) => {
	expect(withCode(message, code)).toBe(expected);
});
