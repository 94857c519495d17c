import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/chat';
import { Readable } from 'node:stream';
import { disposition } from '../files/index.ts';
import { dismissReport, hideReported, reportMessage } from './commands/report-message.ts';
import { record, recordText, reports, waiting } from './moderating.ts';

/** What a room's people report and what its moderator makes of it; the room's record. */
export const moderationHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.reportMessage,
		onRequest: app.paced.talking,
		async handler(request) {
			const { id: roomId, seq: message } = request.params;
			await reportMessage(request.context(), { roomId, message, ...request.body });
			return { done: true as const };
		}
	});
	app.route({
		...contract.listReports,
		handler: (request) => reports(request.context(), request.query)
	});
	app.route({
		...contract.areReportsWaiting,
		async handler(request) {
			return { waiting: await waiting(request.context()) };
		}
	});
	app.route({
		...contract.dismissReport,
		async handler(request) {
			await dismissReport(request.context(), request.params.id);
			return { done: true as const };
		}
	});
	app.route({
		...contract.hideReported,
		async handler(request) {
			await hideReported(request.context(), { id: request.params.id, ...request.body });
			return { done: true as const };
		}
	});
	app.route({
		...contract.exportRoom,
		onRequest: app.paced.exporting,
		handler: (request) => record(request.context(), request.params.id)
	});
	app.route({
		...contract.exportRoomText,
		onRequest: app.paced.exporting,
		async handler(request, reply) {
			const { name, text } = await recordText(request.context(), request.params.id);
			reply.header('content-disposition', disposition(name));
			reply.header('content-type', 'text/plain; charset=utf-8');
			return reply.send(Readable.from(text) as never);
		}
	});
};
