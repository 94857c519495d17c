import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/materials';
import { addMaterial } from './commands/add-material.ts';
import { changeMaterial, putMaterialAway } from './commands/change-material.ts';
import { readBank, readMaterial } from './reading.ts';

/** The banks of sites: for those who lead a site or work at it. */
export const materialsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listMaterials,
		handler: (request) => readBank(request.context(), request.params.id)
	});
	app.route({
		...contract.addMaterial,
		async handler(request) {
			const ctx = request.context();
			return readMaterial(ctx, await addMaterial(ctx, { ...request.params, ...request.body }));
		}
	});
	app.route({
		...contract.changeMaterial,
		async handler(request) {
			const ctx = request.context();
			await changeMaterial(ctx, { ...request.params, ...request.body });
			return readMaterial(ctx, request.params.id);
		}
	});
	app.route({
		...contract.putMaterialAway,
		async handler(request) {
			const ctx = request.context();
			await putMaterialAway(ctx, { ...request.params, ...request.body });
			return readMaterial(ctx, request.params.id);
		}
	});
};
