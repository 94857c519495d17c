import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/alerts';
import { changeTutor } from './commands/change-tutor.ts';
import { remind } from './commands/remind.ts';
import { setAlertRules } from './commands/set-alert-rules.ts';
import { readAlerts, readAllAlerts } from './reading.ts';

const DONE = { done: true } as const;

/** Who needs attention, why, and what can be done about it at once. */
export const alertsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getAlerts,
		handler: (request) => readAlerts(request.context(), request.params.id)
	});
	app.route({ ...contract.listAlerts, handler: (request) => readAllAlerts(request.context()) });
	app.route({
		...contract.setAlertRules,
		async handler(request) {
			await setAlertRules(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.remind,
		async handler(request) {
			await remind(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.changeTutor,
		async handler(request) {
			await changeTutor(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};
