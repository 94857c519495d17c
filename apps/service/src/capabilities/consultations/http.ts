import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/consultations';
import type { Deps } from '../../shell/context.ts';
import { CALENDAR_TYPE } from '../../shell/ical.ts';
import { readFeed } from './calendar.ts';
import { bookConsultation } from './commands/book-consultation.ts';
import { cancelConsultation } from './commands/cancel-consultation.ts';
import { closeConsultation } from './commands/close-consultation.ts';
import { closeFeed, openFeed } from './commands/keep-feed.ts';
import { openConsultations } from './commands/open-consultations.ts';
import { releaseConsultation } from './commands/release-consultation.ts';
import { readFigures, readHosted, readOffered } from './reading.ts';

const DONE = { done: true } as const;

/** The calendar of one's consultations, for whoever has its private address. */
export const consultationCalendarsHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({
		...contract.readConsultationFeed,
		async handler(request, reply) {
			const text = await readFeed(deps, request.params.token);
			return reply
				.header('cache-control', 'private, no-cache')
				.type(CALENDAR_TYPE)
				.send(text);
		}
	});
};

/** Consultations as interns book them and as hosts offer them (R63). */
export const consultationsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listConsultations,
		handler: (request) => readOffered(request.context(), request.params.id)
	});
	app.route({
		...contract.bookConsultation,
		async handler(request) {
			const { id: enrolmentId, slot: slotId } = request.params;
			return { state: await bookConsultation(request.context(), { enrolmentId, slotId, ...request.body }) };
		}
	});
	app.route({
		...contract.releaseConsultation,
		async handler(request) {
			const { id: enrolmentId, slot: slotId } = request.params;
			await releaseConsultation(request.context(), { enrolmentId, slotId });
			return DONE;
		}
	});
	app.route({
		...contract.listHostedConsultations,
		handler: (request) => readHosted(request.context(), request.query.past === 'all')
	});
	app.route({
		...contract.openConsultations,
		async handler(request) {
			return { opened: await openConsultations(request.context(), request.body) };
		}
	});
	app.route({
		...contract.cancelConsultation,
		handler: (request) => cancelConsultation(request.context(), { ...request.params, ...request.body })
	});
	app.route({
		...contract.closeConsultation,
		async handler(request) {
			await closeConsultation(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.getConsultationFigures,
		handler: (request) => readFigures(request.context(), request.params.id)
	});
	app.route({
		...contract.openConsultationFeed,
		async handler(request) {
			return { address: await openFeed(request.context()) };
		}
	});
	app.route({
		...contract.closeConsultationFeed,
		async handler(request) {
			await closeFeed(request.context());
			return DONE;
		}
	});
};
