import * as contract from '@stazhirovka/contract/badges';
import rateLimit from '@fastify/rate-limit';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import type { Deps } from '../../../shell/context.ts';
import * as reading from './reading.ts';

const ASKED_PER_MINUTE = 60;
const VC_JWT = 'application/vc+jwt';

export const badgesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.downloadBadge,
		async handler(request, reply) {
			const { name, jwt } = await reading.readBadge(request.context(), request.params.id);
			reply.header('content-type', VC_JWT).header('cache-control', 'private, no-store');
			const file = `filename="badge.jwt"; filename*=UTF-8''${encodeURIComponent(name)}`;
			reply.header('content-disposition', `attachment; ${file}`);
			return reply.send(jwt as never);
		}
	});
};

/** For whoever was shown a badge and checks it: keys, the issuer, what is no longer in force. */
export const badgeChecksHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
	});
	await app.register(rateLimit, {
		max: ASKED_PER_MINUTE,
		timeWindow: '1 minute',
		keyGenerator: (request) => request.visit().address
	});

	app.route({ ...contract.listBadgeKeys, handler: () => reading.readBadgeKeys(deps) });
	app.route({
		...contract.getBadgeKey,
		handler: (request) => reading.readBadgeKey(deps, request.params.key)
	});
	app.route({
		...contract.getBadgeIssuer,
		handler: (request) => reading.readIssuer(deps, request.params.id)
	});
	app.route({
		...contract.getStatusList,
		async handler(request, reply) {
			const jwt = await reading.readStatusList(deps, Number(request.params.list));
			return reply.header('content-type', VC_JWT).send(jwt as never);
		}
	});
};
