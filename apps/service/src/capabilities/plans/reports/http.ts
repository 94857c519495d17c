import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/plans';
import { askReports } from './commands/ask-reports.ts';
import { changeProject } from './commands/change-project.ts';
import { beginAsked, beginReport } from './commands/begin-report.ts';
import { fillReport } from './commands/fill-report.ts';
import { reviewReport } from './commands/review-report.ts';
import { saveReport } from './commands/save-report.ts';
import { submitReport } from './commands/submit-report.ts';
import { withdrawRequest } from './commands/withdraw-request.ts';
import { sendBytes } from '../../files/index.ts';
import { readAskable, readDesk, readPlanLines } from './desk.ts';
import { printReport } from './print.ts';
import { readProjects } from './projects.ts';
import { exportReport, readReport, readSiteReports } from './reading.ts';

const DONE = { done: true } as const;

/** Reports of sites: for their leaders. */
export const reportsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listSiteReports,
		handler: (request) => readSiteReports(request.context(), request.params.id)
	});
	app.route({
		...contract.beginReport,
		async handler(request) {
			return { id: await beginReport(request.context(), { ...request.params, ...request.body }) };
		}
	});
	app.route({
		...contract.getReport,
		handler: (request) => readReport(request.context(), request.params.id)
	});
	app.route({
		...contract.beginAsked,
		async handler(request) {
			await beginAsked(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.saveReport,
		handler: (request) => saveReport(request.context(), { ...request.params, ...request.body })
	});
	app.route({
		...contract.fillReport,
		handler: (request) => fillReport(request.context(), { ...request.params, ...request.body })
	});
	app.route({
		...contract.submitReport,
		async handler(request) {
			await submitReport(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.exportReport,
		handler: (request) => exportReport(request.context(), request.params.id)
	});
	app.route({
		...contract.listTraineeProjects,
		handler: (request) => readProjects(request.context(), { ...request.params, ...request.query })
	});
	app.route({
		...contract.changeTraineeProject,
		async handler(request) {
			await changeProject(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.printReport,
		async handler(request, reply) {
			reply.header('cache-control', 'private, no-store');
			return sendBytes(reply, await printReport(request.context(), request.params.id, 'pdf'));
		}
	});
	app.route({
		...contract.downloadReport,
		async handler(request, reply) {
			reply.header('cache-control', 'private, no-store');
			return sendBytes(reply, await printReport(request.context(), request.params.id, 'docx'));
		}
	});
};

/** Reports of the sites of a region: for those who keep its register. */
export const reportDeskHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getReportDesk,
		handler: (request) => readDesk(request.context(), request.query)
	});
	app.route({
		...contract.listPlanMismatches,
		handler: (request) => readPlanLines(request.context(), request.query.page)
	});
	app.route({
		...contract.listAskable,
		handler: (request) => readAskable(request.context(), request.query)
	});
	app.route({
		...contract.askReports,
		async handler(request) {
			return { asked: await askReports(request.context(), request.body) };
		}
	});
	app.route({
		...contract.reviewReport,
		async handler(request) {
			await reviewReport(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.withdrawRequest,
		async handler(request) {
			await withdrawRequest(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};
