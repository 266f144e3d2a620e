import { documentErrors, textErrors } from '../../nodes/ComputerVisionVietnam/errors';
import { errors as nhnErrors, knownError } from '../../nodes/NhnCloudOcr/errors';
