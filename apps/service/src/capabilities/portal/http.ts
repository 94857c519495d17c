import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/portal';
import type { Deps } from '../../shell/context.ts';
import { CALENDAR_TYPE } from '../../shell/ical.ts';
import { readCohortCalendar } from './cohort-calendar.ts';
import { listProgrammes, readProgramme } from './programmes.ts';
import * as queries from './queries.ts';

/** Open to everybody. */
export const portalHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({ ...contract.listPublicProgrammes, handler: () => listProgrammes(deps) });
	app.route({
		...contract.getPublicProgramme,
		handler: (request) => readProgramme(deps, request.params.key, request.actor?.personId ?? null)
	});
	app.route({
		...contract.readCohortCalendar,
		async handler(request, reply) {
			return reply.type(CALENDAR_TYPE).send(await readCohortCalendar(deps, request.query));
		}
	});
	app.route({ ...contract.listNews, handler: () => queries.news(deps.db) });
	app.route({ ...contract.listFaq, handler: () => queries.faq(deps.db) });
};
