import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/councils';
import { addAgendaItem } from './commands/add-agenda-item.ts';
import { callMeeting } from './commands/call-meeting.ts';
import { cancelMeeting } from './commands/cancel-meeting.ts';
import { closeMeeting } from './commands/close-meeting.ts';
import { markMeetingAttendance } from './commands/mark-meeting-attendance.ts';
import { planMeeting } from './commands/plan-meeting.ts';
import { recordVotes } from './commands/record-votes.ts';
import { removeAgendaItem } from './commands/remove-agenda-item.ts';
import { readMeeting } from './meeting.ts';
import { readSiteResults } from './results.ts';

/** Meetings of councils: their members read them, and those who run them write. */
export const meetingsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.planMeeting,
		async handler(request) {
			const ctx = request.context();
			return readMeeting(ctx, await planMeeting(ctx, { ...request.params, ...request.body }));
		}
	});
	app.route({
		...contract.getMeeting,
		handler: (request) => readMeeting(request.context(), request.params.id, request.query.site)
	});
	app.route({
		...contract.getSiteResults,
		handler: (request) => readSiteResults(request.context(), request.params.id)
	});
	app.route({
		...contract.addAgendaItem,
		async handler(request) {
			const ctx = request.context();
			await addAgendaItem(ctx, { ...request.params, ...request.body });
			return readMeeting(ctx, request.params.id);
		}
	});
	app.route({
		...contract.removeAgendaItem,
		async handler(request) {
			const ctx = request.context();
			return readMeeting(ctx, await removeAgendaItem(ctx, request.params));
		}
	});
	app.route({
		...contract.callMeeting,
		async handler(request) {
			const ctx = request.context();
			await callMeeting(ctx, request.params);
			return readMeeting(ctx, request.params.id);
		}
	});
	app.route({
		...contract.markMeetingAttendance,
		async handler(request) {
			const ctx = request.context();
			await markMeetingAttendance(ctx, { ...request.params, ...request.body });
			return readMeeting(ctx, request.params.id);
		}
	});
	app.route({
		...contract.recordVotes,
		async handler(request) {
			const ctx = request.context();
			return readMeeting(ctx, await recordVotes(ctx, { ...request.params, ...request.body }));
		}
	});
	app.route({
		...contract.closeMeeting,
		async handler(request) {
			const ctx = request.context();
			await closeMeeting(ctx, { ...request.params, ...request.body });
			return readMeeting(ctx, request.params.id);
		}
	});
	app.route({
		...contract.cancelMeeting,
		async handler(request) {
			const ctx = request.context();
			await cancelMeeting(ctx, request.params);
			return readMeeting(ctx, request.params.id);
		}
	});
};
