import * as contract from '@stazhirovka/contract/results';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import { CALENDAR_TYPE } from '../../../shell/ical.ts';
import {
	openPresentations,
	releasePresentation,
	removePresentation,
	takePresentation
} from './commands/keep-presentations.ts';
import { readPresentationCalendar, readPresentations } from './presentations.ts';

/** Times at which works are shown to everybody in the cohort (R116). */
export const presentationsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listPresentations,
		handler: (request) => readPresentations(request.context(), request.params.id)
	});
	app.route({
		...contract.openPresentations,
		async handler(request) {
			await openPresentations(request.context(), { ...request.params, ...request.body });
			return readPresentations(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.takePresentation,
		async handler(request) {
			return readPresentations(
				request.context(),
				await takePresentation(request.context(), request.params.id)
			);
		}
	});
	app.route({
		...contract.releasePresentation,
		async handler(request) {
			const cohortId = await releasePresentation(request.context(), request.params.id);
			return readPresentations(request.context(), cohortId);
		}
	});
	app.route({
		...contract.removePresentation,
		async handler(request) {
			const cohortId = await removePresentation(request.context(), request.params.id);
			return readPresentations(request.context(), cohortId);
		}
	});
	app.route({
		...contract.readPresentationCalendar,
		async handler(request, reply) {
			const text = await readPresentationCalendar(request.context(), request.params.id);
			return reply
				.header('cache-control', 'private, no-cache')
				.type(CALENDAR_TYPE)
				.send(text);
		}
	});
};
