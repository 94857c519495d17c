import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/summaries';
import { sendBytes } from '../files/index.ts';
import { writtenDefinition } from './access.ts';
import { askExport } from './commands/ask-export.ts';
import { keepSummary, removeSummary, saveSummary } from './commands/save-summary.ts';
import { scheduleSummary, unscheduleSummary } from './commands/schedule-summary.ts';
import { shareSummary, unshareSummary } from './commands/share-summary.ts';
import { readExport, readExports, takeExport } from './exporting.ts';
import { readSummaries, readSummary } from './keeping.ts';
import { readChoices, readTable } from './reading.ts';
import { readSummaryRecords } from './records.ts';

const DONE = { done: true } as const;

/** Numbers that leaders and coordinators put together themselves, of the sites that they may open. */
export const summariesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getSummaryChoices,
		handler: (request) => readChoices(request.context())
	});
	app.route({
		...contract.getSummaryTable,
		handler: (request) => readTable(request.context(), writtenDefinition(request.query.definition))
	});
	app.route({
		...contract.listSummaryRecords,
		handler(request) {
			const definition = writtenDefinition(request.query.definition);
			return readSummaryRecords(request.context(), { ...request.query, definition });
		}
	});
	app.route({
		...contract.listSummaries,
		handler: (request) => readSummaries(request.context())
	});
	app.route({
		...contract.getSummary,
		handler: (request) => readSummary(request.context(), request.params.id)
	});
	app.route({
		...contract.keepSummary,
		async handler(request) {
			return { id: await keepSummary(request.context(), request.body) };
		}
	});
	app.route({
		...contract.saveSummary,
		async handler(request) {
			const body = { ...request.params, ...request.body };
			return { revision: await saveSummary(request.context(), body) };
		}
	});
	app.route({
		...contract.removeSummary,
		async handler(request) {
			await removeSummary(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.shareSummary,
		async handler(request) {
			await shareSummary(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.unshareSummary,
		async handler(request) {
			await unshareSummary(request.context(), request.params);
			return DONE;
		}
	});
	app.route({
		...contract.scheduleSummary,
		async handler(request) {
			const body = { ...request.params, ...request.body };
			return { nextOn: await scheduleSummary(request.context(), body) };
		}
	});
	app.route({
		...contract.unscheduleSummary,
		async handler(request) {
			await unscheduleSummary(request.context(), request.params.id);
			return DONE;
		}
	});
};

/** Files of summaries, each for whoever asked for it. */
export const summaryExportsHttp: FastifyPluginAsyncZod = async (app) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('cache-control', 'private, no-store');
	});
	app.route({
		...contract.askExport,
		async handler(request) {
			return { id: await askExport(request.context(), request.body) };
		}
	});
	app.route({
		...contract.listExports,
		handler: (request) => readExports(request.context())
	});
	app.route({
		...contract.getExport,
		handler: (request) => readExport(request.context(), request.params.id)
	});
	app.route({
		...contract.downloadExport,
		handler: async (request, reply) =>
			sendBytes(reply, await takeExport(request.context(), request.params.id))
	});
};
