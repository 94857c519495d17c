import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import { getHealth } from '@stazhirovka/contract/health';
import type { Deps } from './context.ts';
import { databaseAnswers } from './health-store.ts';
import { version } from './version.ts';

/** True words about the process and its database: 503 while the database does not answer. */
export const healthHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({
		...getHealth,
		async handler(_, reply) {
			const status = (await databaseAnswers(deps.db)) ? ('ok' as const) : ('unavailable' as const);
			reply.code(status === 'ok' ? 200 : 503);
			return { status, version, database: status };
		}
	});
};
