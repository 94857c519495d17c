import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/subscriptions';
import type { Deps } from '../../shell/context.ts';
import { confirm, subscribe, unsubscribe } from './subscribing.ts';

const DONE = { done: true } as const;

/** Letters of news: for everybody, without signing in. */
export const subscriptionsHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	// Mail programs send «List-Unsubscribe=One-Click» as a form (RFC 8058); the address says everything.
	app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, __, done) =>
		done(null, undefined)
	);
	app.route({
		...contract.subscribe,
		async handler(request) {
			await subscribe(deps, request.body);
			return DONE;
		}
	});
	app.route({
		...contract.confirmSubscription,
		async handler(request) {
			await confirm(deps, request.params.token);
			return DONE;
		}
	});
	app.route({
		...contract.unsubscribe,
		async handler(request) {
			await unsubscribe(deps, request.params.token);
			return DONE;
		}
	});
};
