import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';

const contentTypes = new Map([
	['receipt.jpg', 'image/jpeg'],
	['letter.pdf', 'application/pdf'],
	['blank.png', 'image/png'],
]);

/** Serves the sample images: `GET /samples/<file>`. */
export const sampleRoutes: FastifyPluginAsync = async (app) => {
	app.get<{ Params: { file: string } }>('/samples/:file', async (request, reply) => {
		const { file } = request.params;
		const contentType = contentTypes.get(file);
		if (!contentType) return reply.callNotFound();
		return reply.type(contentType).send(await readFile(join(__dirname, 'samples', file)));
	});
};
