import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/answering';
import type { Deps } from '../../shell/context.ts';
import { refuseByToken, setWish, wishOf } from './digest.ts';
import * as helping from './helping.ts';
import { deleteAway, repliesOf } from './helping-store.ts';

const DONE = { done: true } as const;

/** Refusing letters by the link in one of them, without signing in. */
export const digestRefusalsHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	// Mail programs send «List-Unsubscribe=One-Click» as a form (RFC 8058); the address says everything.
	app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, __, done) =>
		done(null, undefined)
	);
	app.route({
		...contract.refuseDigest,
		async handler(request) {
			await refuseByToken(deps, request.params.token);
			return DONE;
		}
	});
	app.route({
		...contract.openDigestRefusal,
		handler: (request, reply) =>
			reply.redirect(`${deps.origin}/digest/${encodeURIComponent(request.params.token)}`, 303)
	});
};

/** What helps to answer: one's own templates, a note of being away, letters of what was missed. */
export const helpingHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listQuickReplies,
		handler(request) {
			const { db, actor } = request.context();
			return repliesOf(db, actor.personId);
		}
	});
	app.route({
		...contract.addQuickReply,
		async handler(request) {
			await helping.addReply(request.context(), request.body.text);
			return DONE;
		}
	});
	app.route({
		...contract.removeQuickReply,
		async handler(request) {
			await helping.removeReply(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.getAway,
		async handler(request) {
			return { away: await helping.ownAway(request.context()) };
		}
	});
	app.route({
		...contract.goAway,
		async handler(request) {
			await helping.goAway(request.context(), request.body);
			return DONE;
		}
	});
	app.route({
		...contract.comeBack,
		async handler(request) {
			const { db, actor } = request.context();
			await deleteAway(db, actor.personId);
			return DONE;
		}
	});
	app.route({
		...contract.listRoomAway,
		handler: (request) => helping.awayInRoom(request.context(), request.params.id)
	});
	app.route({ ...contract.getDigestWish, handler: (request) => wishOf(request.context()) });
	app.route({
		...contract.setDigestWish,
		async handler(request) {
			await setWish(request.context(), request.body.wanted);
			return DONE;
		}
	});
};
