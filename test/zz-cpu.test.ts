import { answerWith, FROM_ITEM, lineOf, run } from './TencentCloudOcr/tencent';
import { urlItems } from './support/files';
jest.setTimeout(120000);
test('cpu', async () => {
	answerWith(() => lineOf('a'));
	const go = async () => {
		const c = process.cpuUsage();
		await run({ ...FROM_ITEM, options: { requestsPerSecond: 1000 } }, { items: urlItems(1000) });
		const { user, system } = process.cpuUsage(c);
		return (user + system) / 1000 / 1000;
	};
	await go();
	const all = [];
	for (let i = 0; i < 4; i++) all.push((await go()).toFixed(3));
	console.log('ms per item', all.join(' '));
});
