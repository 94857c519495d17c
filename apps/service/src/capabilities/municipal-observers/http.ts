import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/municipal-observers';
import { appointObserver } from './commands/appoint-observer.ts';
import { relieveObserver } from './commands/relieve-observer.ts';
import { readObservers } from './observing.ts';

const DONE = { done: true } as const;

/** Who watches over municipalities, for those who keep the region. */
export const municipalObserversHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listMunicipalObservers,
		handler: (request) => readObservers(request.context())
	});
	app.route({
		...contract.appointObserver,
		async handler(request) {
			await appointObserver(request.context(), request.body);
			return DONE;
		}
	});
	app.route({
		...contract.relieveObserver,
		async handler(request) {
			await relieveObserver(request.context(), request.params);
			return DONE;
		}
	});
};
