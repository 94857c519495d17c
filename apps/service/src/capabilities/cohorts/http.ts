import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/cohorts';
import { missing } from '../../shell/errors.ts';
import { enterEnrolment } from './access.ts';
import { readActivity } from './activity.ts';
import { changeCohort } from './commands/change-cohort.ts';
import { decideApplication } from './commands/decide-enrolment.ts';
import { enrol } from './commands/enrol.ts';
import { markAttendance } from './commands/mark-attendance.ts';
import { markRow } from './commands/mark-row.ts';
import { markUnderstanding } from './commands/mark-understanding.ts';
import { openCohort } from './commands/open-cohort.ts';
import { withdrawEnrolment } from './commands/withdraw-enrolment.ts';
import { readPath } from './path.ts';
import * as reading from './reading.ts';
import { readRunSheet } from './run-sheet.ts';

const DONE = { done: true } as const;

/** Cohorts and who is in them. */
export const cohortsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listCohorts, handler: (request) => reading.listCohorts(request.context()) });
	app.route({
		...contract.getCohort,
		handler: (request) =>
			reading.readCohort(request.context(), request.params.id, 'intern', 'tutor', 'leader')
	});
	app.route({
		...contract.openCohort,
		async handler(request) {
			const id = await openCohort(request.context(), request.body);
			return reading.readCohort(request.context(), id, 'leader');
		}
	});
	app.route({
		...contract.changeCohort,
		async handler(request) {
			await changeCohort(request.context(), { ...request.params, ...request.body });
			return reading.readCohort(request.context(), request.params.id, 'leader');
		}
	});
	app.route({ ...contract.listSiteTutors, handler: (request) => reading.listSiteTutors(request.context()) });
	app.route({
		...contract.listMyEnrolments,
		handler: (request) => reading.listMyEnrolments(request.context())
	});
	app.route({
		...contract.enrol,
		async handler(request) {
			const id = await enrol(request.context(), request.params.id);
			return reading.readMyEnrolment(request.context(), id);
		}
	});
	app.route({
		...contract.withdrawEnrolment,
		async handler(request) {
			await withdrawEnrolment(request.context(), request.params.id);
			return reading.readMyEnrolment(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.listCohortEnrolments,
		handler: (request) => reading.readCohortEnrolments(request.context(), request.params.id)
	});
	app.route({
		...contract.decideEnrolment,
		async handler(request) {
			const ctx = request.context();
			await decideApplication(ctx, { ...request.params, ...request.body });
			const { id, cohortId } = await enterEnrolment(ctx.db, ctx.actor, request.params.id, 'leader');
			const [enrolment] = await reading.readCohortEnrolments(ctx, cohortId, id);
			return enrolment ?? missing('enrolment');
		}
	});
};

/** Module 1: what the intern has on the table and what the tutor notes in the room. */
export const firstModuleHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getActivity,
		handler: (request) => readActivity(request.context(), request.params)
	});
	app.route({
		...contract.getRunSheet,
		handler: (request) => readRunSheet(request.context(), request.params.id)
	});
	app.route({
		...contract.markRunSheetRow,
		async handler(request) {
			await markRow(request.context(), { ...request.params, ...request.body });
			return readRunSheet(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.markAttendance,
		async handler(request) {
			await markAttendance(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.markUnderstanding,
		async handler(request) {
			await markUnderstanding(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};

/** The intern's path: what was done and what comes next. */
export const pathHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getPath,
		handler: (request) => readPath(request.context(), request.params.id)
	});
};
