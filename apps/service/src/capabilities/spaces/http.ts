import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/spaces';
import { CALENDAR_TYPE } from '../../shell/ical.ts';
import { sendBytes } from '../files/index.ts';
import { readCalendar } from './calendar.ts';
import { arrangeConference } from './commands/arrange-conference.ts';
import { excludeMember, joinSpace, leaveSpace, shareModeration } from './commands/come-and-go.ts';
import { closeInvitation, invite } from './commands/invite.ts';
import { openGroupRoom, openStaffRoom } from './commands/open-site-rooms.ts';
import { openSpace } from './commands/open-space.ts';
import { listSiteRooms, listSpaces, readInvitation, readSpace } from './reading.ts';
import { printConference } from './record.ts';

const DONE = { done: true } as const;

/** Rooms of sites: their people, their groups, methodical associations and conferences. */
export const spacesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listSpaces, handler: (request) => listSpaces(request.context()) });
	app.route({
		...contract.listSiteRooms,
		handler: (request) => listSiteRooms(request.context(), request.params.id)
	});
	app.route({
		...contract.openSpace,
		handler: (request) => openSpace(request.context(), { ...request.params, ...request.body })
	});
	app.route({
		...contract.openStaffRoom,
		async handler(request) {
			return { roomId: await openStaffRoom(request.context(), request.params.id) };
		}
	});
	app.route({
		...contract.openGroupRoom,
		async handler(request) {
			return { roomId: await openGroupRoom(request.context(), request.params.id) };
		}
	});
	app.route({
		...contract.joinSpace,
		async handler(request) {
			return { roomId: await joinSpace(request.context(), { ...request.params, ...request.body }) };
		}
	});
	app.route({
		...contract.readInvitation,
		handler: (request) => readInvitation(request.context(), request.params.token)
	});
};

/** What is done about one association or conference by those who are in it. */
export const spaceRoomsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getSpace,
		handler: (request) => readSpace(request.context(), request.params.id)
	});
	app.route({
		...contract.leaveSpace,
		async handler(request) {
			await leaveSpace(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.excludeMember,
		async handler(request) {
			await excludeMember(request.context(), request.params);
			return DONE;
		}
	});
	app.route({
		...contract.shareModeration,
		async handler(request) {
			await shareModeration(request.context(), request.params);
			return DONE;
		}
	});
	app.route({
		...contract.inviteToSpace,
		async handler(request) {
			return { address: await invite(request.context(), request.params.id) };
		}
	});
	app.route({
		...contract.closeInvitation,
		async handler(request) {
			await closeInvitation(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.arrangeConference,
		async handler(request) {
			await arrangeConference(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.printConference,
		async handler(request, reply) {
			return sendBytes(reply, await printConference(request.context(), request.params.id, 'pdf'));
		}
	});
	app.route({
		...contract.downloadConference,
		async handler(request, reply) {
			return sendBytes(reply, await printConference(request.context(), request.params.id, 'docx'));
		}
	});
	app.route({
		...contract.readConferenceCalendar,
		async handler(request, reply) {
			const calendar = await readCalendar(request.context(), request.params.id);
			return reply.type(CALENDAR_TYPE).send(calendar);
		}
	});
};
