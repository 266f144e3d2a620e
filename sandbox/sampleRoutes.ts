import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';

const folder = join(__dirname, 'samples');

const contentTypes: Record<string, string> = {
	'.jpg': 'image/jpeg',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.xml': 'application/xml',
};

/** The path of a sample image in this project. */
export const samplePath = (file: string) => join(folder, file);

/** The names of the sample images. */
export const samples = readdirSync(folder).filter((file) => extname(file) in contentTypes);

/** Serves the sample images: `GET /samples/<file>`. */
export const sampleRoutes: FastifyPluginAsync = async (app) => {
	app.get<{ Params: { file: string } }>('/samples/:file', async (request, reply) => {
		const { file } = request.params;
		if (!samples.includes(file)) return reply.callNotFound();
		return reply.type(contentTypes[extname(file)]).send(await readFile(samplePath(file)));
	});
};
