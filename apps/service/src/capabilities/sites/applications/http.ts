import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/applications';
import { sendBytes } from '../../files/index.ts';
import { printApplication } from './print.ts';
import * as reading from './reading.ts';
import { readReturns } from './returns.ts';
import { listRenewals } from './renewing.ts';
import { acceptApplication } from './commands/accept-application.ts';
import { beginApplication } from './commands/begin-application.ts';
import { declineApplication } from './commands/decline-application.ts';
import { describeSite } from './commands/describe-site.ts';
import { openWindow } from './commands/open-window.ts';
import { recommend } from './commands/recommend.ts';
import { registerDirectly } from './commands/register-directly.ts';
import { returnApplication } from './commands/return-application.ts';
import { saveSheet } from './commands/save-sheet.ts';
import { stopRecommending } from './commands/stop-recommending.ts';
import { submitApplication } from './commands/submit-application.ts';
import { withdrawApplication } from './commands/withdraw-application.ts';
import * as keeping from './keeping.ts';

/** Applications: their authors write and hand them in; keepers of the register check them. */
export const applicationsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listMyApplications,
		handler: (request) => reading.listMine(request.context())
	});
	app.route({
		...contract.listOpenings,
		handler: (request) => reading.readOpenings(request.context())
	});
	app.route({ ...contract.listRenewals, handler: (request) => listRenewals(request.context()) });
	app.route({
		...contract.getApplication,
		handler: (request) => reading.readApplication(request.context(), request.params.id)
	});
	app.route({
		...contract.listApplicationReturns,
		handler: (request) => readReturns(request.context(), request.params.id)
	});
	app.route({
		...contract.exportApplication,
		handler: (request) => reading.exportApplication(request.context(), request.params.id)
	});
	app.route({
		...contract.printApplication,
		async handler(request, reply) {
			reply.header('cache-control', 'private, no-store');
			return sendBytes(reply, await printApplication(request.context(), request.params.id, 'pdf'));
		}
	});
	app.route({
		...contract.downloadApplication,
		async handler(request, reply) {
			reply.header('cache-control', 'private, no-store');
			return sendBytes(reply, await printApplication(request.context(), request.params.id, 'docx'));
		}
	});
	app.route({
		...contract.getApplicationSheet,
		handler: (request) =>
			reading.readApplicationSheet(request.context(), request.params.id, request.params.sheet)
	});
	app.route({
		...contract.saveApplicationSheet,
		async handler(request) {
			const { params, body } = request;
			const { revision, savedAt } = await saveSheet(request.context(), { ...params, ...body });
			return { revision, savedAt: savedAt.toISOString() };
		}
	});
	app.route({
		...contract.beginApplication,
		async handler(request) {
			const ctx = request.context();
			return reading.readApplication(ctx, await beginApplication(ctx, request.body));
		}
	});

	app.route({
		...contract.describeSite,
		async handler(request) {
			const ctx = request.context();
			await describeSite(ctx, { ...request.params, ...request.body });
			return reading.readApplication(ctx, request.params.id);
		}
	});
	app.route({
		...contract.submitApplication,
		async handler(request) {
			const ctx = request.context();
			await submitApplication(ctx, { ...request.params, ...request.body });
			return reading.readApplication(ctx, request.params.id);
		}
	});
	app.route({
		...contract.withdrawApplication,
		async handler(request) {
			const ctx = request.context();
			await withdrawApplication(ctx, { ...request.params, ...request.body });
			return reading.readApplication(ctx, request.params.id);
		}
	});
	app.route({
		...contract.acceptApplication,
		async handler(request) {
			const ctx = request.context();
			await acceptApplication(ctx, { ...request.params, ...request.body });
			return reading.readApplication(ctx, request.params.id);
		}
	});
	app.route({
		...contract.returnApplication,
		async handler(request) {
			const ctx = request.context();
			await returnApplication(ctx, { ...request.params, ...request.body });
			return reading.readApplication(ctx, request.params.id);
		}
	});
	app.route({
		...contract.declineApplication,
		async handler(request) {
			const ctx = request.context();
			await declineApplication(ctx, { ...request.params, ...request.body });
			return reading.readApplication(ctx, request.params.id);
		}
	});
};

/** What keepers of a register prepare: windows, lists of recommended organisations, direct registration. */
export const applicationKeepingHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listApplicationQueue,
		handler: (request) => reading.readQueue(request.context(), request.query)
	});
	app.route({
		...contract.listDirectOpenings,
		handler: (request) => keeping.readDirectOpenings(request.context())
	});
	app.route({
		...contract.registerDirectly,
		async handler(request) {
			const ctx = request.context();
			return reading.readApplication(ctx, await registerDirectly(ctx, request.body));
		}
	});
	app.route({
		...contract.listWindows,
		handler: (request) => keeping.readWindows(request.context())
	});
	app.route({
		...contract.openWindow,
		handler: (request) => openWindow(request.context(), request.body)
	});
	app.route({
		...contract.listRecommendations,
		handler: (request) => keeping.readRecommendations(request.context())
	});
	app.route({
		...contract.recommend,
		async handler(request) {
			return keeping.toRecommendation(await recommend(request.context(), request.body));
		}
	});
	app.route({
		...contract.stopRecommending,
		async handler(request) {
			await stopRecommending(request.context(), request.params.id);
			return { done: true as const };
		}
	});
};
