import { rateLimiters } from '../../nodes/shared/engine/rate/rateLimiters';

// Test files run many nodes in one process: each test begins with accounts that nothing is known of.
beforeEach(() => rateLimiters.clear());
