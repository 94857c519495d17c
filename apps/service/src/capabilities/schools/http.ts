import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/schools';
import { nameSchool } from './commands/name-school.ts';
import { removeChange } from './commands/remove-change.ts';
import { removeSchool } from './commands/remove-school.ts';
import { tellChange } from './commands/tell-change.ts';
import { readSchools } from './reading.ts';

const DONE = { done: true } as const;

/** Lists of schools with low results, for those who keep a region or watch over a municipality. */
export const schoolsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listLowResultSchools,
		handler: (request) => readSchools(request.context(), request.query)
	});
	app.route({
		...contract.nameLowResultSchool,
		async handler(request) {
			await nameSchool(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.removeLowResultSchool,
		async handler(request) {
			await removeSchool(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.tellSchoolChange,
		async handler(request) {
			await tellChange(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.removeSchoolChange,
		async handler(request) {
			await removeChange(request.context(), request.params);
			return DONE;
		}
	});
};
