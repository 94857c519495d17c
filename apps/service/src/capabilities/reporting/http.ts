import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/reporting';
import { enterCohort } from '../cohorts/index.ts';
import { readInternFile } from './file.ts';
import { readGrid } from './grid.ts';
import { readPace } from './pace.ts';
import { journalOf } from './queries.ts';
import { readCohortTraces, readInternTraces } from './trace.ts';
import { toJournalEntry } from './view.ts';

/** What has happened in a cohort, for those who run or lead it. Nothing is written here. */
export const reportingHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getGrid,
		handler: (request) => readGrid(request.context(), request.params.id)
	});
	app.route({
		...contract.getPace,
		handler: (request) => readPace(request.context(), request.params.id)
	});
	app.route({
		...contract.getInternFile,
		handler: (request) => readInternFile(request.context(), request.params.id)
	});
	app.route({
		...contract.getInternTraces,
		handler: (request) => readInternTraces(request.context(), request.params.id)
	});
	app.route({
		...contract.getCohortTraces,
		handler: (request) => readCohortTraces(request.context(), request.params.id)
	});
	app.route({
		...contract.listJournal,
		async handler(request) {
			const { db, actor } = request.context();
			const { cohortId } = await enterCohort(db, actor, request.params.id, 'tutor', 'leader');
			return (await journalOf(db, cohortId)).map(toJournalEntry);
		}
	});
};
