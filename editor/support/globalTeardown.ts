import { running } from './globalSetup';

export default async function globalTeardown(): Promise<void> {
	await running.browser?.close();
	await running.stage?.stop();
}
