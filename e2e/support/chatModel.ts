import type { AddressInfo } from 'node:net';

import fastify from 'fastify';

/** A message of a chat, in the words of OpenAI's API. */
interface Message {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string | Array<{ text?: string }>;
}

interface ChatRequest {
	/** The first one is the system's. */
	messages: Message[];
	tools?: Array<{
		function: { name: string; description: string; parameters: { properties: object } };
	}>;
}

/** A stand-in for a chat model behind OpenAI's API. */
export interface ChatModel {
	/** What n8n's OpenAI credential holds. */
	credential: Record<string, string | boolean>;
	/** What it was asked, in order. */
	requests: ChatRequest[];
	stop(): Promise<void>;
}

/**
 * Starts a chat model that knows one trick: it calls a tool with the address in the question, with the
 * key of a file that it is told of, or with nothing if the tool wants nothing. Then it answers with what the tool says. A model that reasons
 * would do the same in its own words.
 */
export async function startChatModel(): Promise<ChatModel> {
	const apiKey = 'sk-stand-in';
	const requests: ChatRequest[] = [];
	const app = fastify({ forceCloseConnections: true, bodyLimit: 20 * 1024 * 1024 });
	app.post<{ Body: ChatRequest }>('/v1/chat/completions', async ({ body, headers }, reply) => {
		if (headers.authorization !== `Bearer ${apiKey}`) {
			return await reply.code(401).send({ error: { message: 'Incorrect API key provided' } });
		}
		requests.push(body);
		return completion(answerTo(body));
	});
	await app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = app.server.address() as AddressInfo;
	return {
		credential: { apiKey, url: `http://127.0.0.1:${port}/v1`, header: false },
		requests,
		stop: async () => await app.close(),
	};
}

const textOf = ({ content }: Message) =>
	typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('\n');

function answerTo({ messages, tools = [] }: ChatRequest): object {
	const last = messages.at(-1)!;
	if (last.role === 'tool') return { content: `The tool says: ${textOf(last)}` };
	const [address] = /https?:\/\/\S+/.exec(textOf(last)) ?? [];
	const [file] = /\bdata\d+\b/.exec(textOf(messages[0])) ?? [];
	const isWanted = (parameter: string) => (address ? /url/i : /file/i).test(parameter);
	const known = tools.map(({ function: tool }) => ({
		name: tool.name,
		parameters: Object.keys(tool.parameters.properties),
	}));
	const tool =
		known.find(({ parameters }) => parameters.some(isWanted)) ??
		known.find(({ parameters }) => parameters.length === 0);
	if (!tool) return { content: 'No tool reads this.' };
	const values = tool.parameters.map((parameter) => [parameter, address ?? file]);
	const call = { name: tool.name, arguments: JSON.stringify(Object.fromEntries(values)) };
	return { content: null, tool_calls: [{ id: 'call_1', type: 'function', function: call }] };
}

const completion = (message: object) => ({
	id: 'chatcmpl-1',
	object: 'chat.completion',
	created: Math.floor(Date.now() / 1000),
	model: 'gpt-5-mini',
	choices: [
		{
			index: 0,
			message: { role: 'assistant', ...message },
			finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop',
		},
	],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});
