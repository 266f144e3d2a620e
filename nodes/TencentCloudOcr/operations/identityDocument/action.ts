import type { HttpRequest, OcrRequest } from '../../../shared/engine/ocrOperation';
import { actionRequest } from '../../request';

/** Part of the name of each limit: an account has one for each action. */
export const RESOURCE = 'identityDocument';

/** The settings of all requests; each names its own action. */
export const sharedRequest = actionRequest('');

/** What the requests for an action have in common. */
interface Action {
	options: HttpRequest;
	/** Makes a request count against the limit of the action, and tells its answer from others. */
	request: <Request extends Pick<OcrRequest, 'build' | 'content'>>(request: Request) => Request;
}

/**
 * An action whose name is known only for the current item.
 *
 * @param options those of n8n, with the endpoint
 * @param requestsPerSecond the documented limit, if there is one
 */
export function actionOf(options: HttpRequest, api: string, requestsPerSecond?: number): Action {
	return {
		options: { ...options, headers: { ...options.headers, ...actionRequest(api).headers } },
		request: ({ content, ...request }) =>
			({
				...request,
				limit: { name: api, requestsPerSecond },
				content: { ...content, parameters: { ...content.parameters, action: api } },
			}) as never,
	};
}
