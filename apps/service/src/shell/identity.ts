import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { readActor } from '../capabilities/accounts/index.ts';
import type { Actor, Ctx, Deps, Visit } from './context.ts';
import { fail } from './errors.ts';

declare module 'fastify' {
	interface FastifyRequest {
		actor: Actor | null;
		/** Throws 401 outside a signed-in session, so a route registered in the wrong block fails closed. */
		context(): Ctx;
		visit(): Visit;
	}
	interface FastifyInstance {
		requireActor(request: FastifyRequest): Promise<void>;
	}
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Reads the session of every request and refuses unsafe requests that another site could have caused. */
export const identity = plugin<{ deps: Deps }>(async (app, { deps }) => {
	app.decorateRequest('actor', null);
	app.decorateRequest('context', function (this: FastifyRequest): Ctx {
		return this.actor
			? { ...deps, actor: this.actor, address: addressOf(this) }
			: fail('unauthenticated', 'unauthenticated');
	});
	app.decorateRequest('visit', function (this: FastifyRequest): Visit {
		return {
			...deps,
			address: addressOf(this),
			userAgent: String(this.headers['user-agent'] ?? '').slice(0, 300)
		};
	});
	app.decorate('requireActor', async (request: FastifyRequest) => {
		if (!request.actor) fail('unauthenticated', 'unauthenticated');
	});

	/** Our own pages speak for a visitor: they checked the origin of the form and tell the visitor's address. */
	const fromPages = (request: FastifyRequest) => sameKey(request.headers['x-internal-key'], deps.internalKey);
	const addressOf = (request: FastifyRequest) =>
		(fromPages(request) && String(request.headers['x-forwarded-for'] ?? '')) || request.ip;

	app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
		const upgrade = request.headers.upgrade !== undefined;
		if ((upgrade || !SAFE.has(request.method)) && !fromPages(request) && !sameOrigin(request))
			fail('forbidden', 'request.foreign_origin');
		request.actor = await readActor(deps, request, reply);
	});
});

/** Browsers always send Origin with unsafe requests and upgrades; a cookie without it is not from our pages. */
function sameOrigin(request: FastifyRequest): boolean {
	const origin = request.headers.origin;
	if (origin === undefined) return request.headers.cookie === undefined;
	return URL.canParse(origin) && new URL(origin).host === request.host;
}

function sameKey(given: unknown, key: string): boolean {
	if (typeof given !== 'string' || given.length !== key.length || key === '') return false;
	return timingSafeEqual(Buffer.from(given), Buffer.from(key));
}
