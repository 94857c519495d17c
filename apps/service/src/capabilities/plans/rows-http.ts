import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/plans';
import { correctRow } from './commands/correct-row.ts';
import { decideProposal } from './commands/decide-proposal.ts';
import { proposeRow } from './commands/propose-row.ts';
import { changeExecution, reportEvent, withdrawExecution } from './commands/report-event.ts';
import { addRow, changeRow, removeRow } from './commands/write-row.ts';
import { readRow } from './reading.ts';

const DONE = { done: true } as const;

/** Rows of plans: written, proposed, corrected, and what was held of them. */
export const planRowsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.addRow,
		async handler(request) {
			return { id: await addRow(request.context(), { ...request.params, ...request.body }) };
		}
	});
	app.route({
		...contract.changeRow,
		async handler(request) {
			await changeRow(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.removeRow,
		async handler(request) {
			await removeRow(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.correctRow,
		async handler(request) {
			await correctRow(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.proposeRow,
		async handler(request) {
			await proposeRow(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.decideProposal,
		async handler(request) {
			await decideProposal(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({ ...contract.getPlanRow, handler: (request) => readRow(request.context(), request.params.id) });
	app.route({
		...contract.reportEvent,
		async handler(request) {
			await reportEvent(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.changeExecution,
		async handler(request) {
			await changeExecution(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.withdrawExecution,
		async handler(request) {
			await withdrawExecution(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};
