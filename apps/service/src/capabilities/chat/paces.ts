import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import type { onRequestAsyncHookHandler } from 'fastify';
import plugin from 'fastify-plugin';

/** So much in so many milliseconds. */
type Pace = Required<Pick<RateLimitOptions, 'max' | 'timeWindow'>>;
export type Paces = Record<keyof typeof PACES, Pace>;

/** What one person may ask of one process: never met by hand, soon met by a program. */
export const PACES = {
	/** Writing, acting, reporting and searching together. */
	talking: { max: 40, timeWindow: 20_000 },
	/** Records of whole rooms. */
	exporting: { max: 30, timeWindow: 3_600_000 }
};

declare module 'fastify' {
	interface FastifyInstance {
		paced: Record<keyof typeof PACES, onRequestAsyncHookHandler>;
	}
}

/** One bucket a person for all routes that share a pace; over it 429 with `Retry-After`. */
export const chatPaces = plugin<{ paces?: Paces }>(async (app, { paces = PACES }) => {
	await app.register(rateLimit, { global: false });
	const of = (pace: Pace) =>
		app.rateLimit({
			...pace,
			keyGenerator: (request) => request.context().actor.personId
		}) as onRequestAsyncHookHandler;
	app.decorate('paced', { talking: of(paces.talking), exporting: of(paces.exporting) });
});
