import { runState } from '../../nodes/shared/engine/run/runState';

/** What the engine sees of a node whose first item of so many has been called. */
const context = (executing: string, items: number) =>
	({
		getExecuteData: () => ({ node: { name: executing }, data: { main: [Array(items).fill({})] } }),
		getItemIndex: () => 0,
		getNode: () => ({ name: 'OCR' }),
		getNodeParameter: (_: string, fallback: unknown) => fallback,
		getExecutionCancelSignal: () => undefined,
		continueOnFail: () => false,
	}) as never;

const operation = {
	account: async () => ({ endpoint: 'https://example.com', id: 'key', credential: {} }),
};

test('as the tool of an agent with several items, a node is called for one', async () => {
	const { queue, calls } = runState(context('Agent', 3), operation);
	await calls.allCalled;
	await expect(queue.run(async () => 'sent')).resolves.toBe('sent');
});

test('an item that n8n does not call any more keeps the others from being sent', async () => {
	const { queue, calls } = runState(context('OCR', 3), operation);
	await calls.allCalled;
	await expect(queue.run(async () => 'sent')).rejects.toThrow(/parameters of a later item/);
});
