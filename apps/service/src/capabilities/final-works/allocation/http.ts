import * as contract from '@stazhirovka/contract/final-works';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import { declareConflict, withdrawConflict } from './commands/declare-conflict.ts';
import { declineReview } from './commands/decline-review.ts';
import { addReserve, removeReserve } from './commands/name-reserve.ts';
import { proposeAllocation } from './commands/propose-allocation.ts';
import { releaseProposal } from './commands/release-proposal.ts';
import { takeReview } from './commands/take-review.ts';
import { readDesk } from './desk.ts';
import { readProposal } from './proposal-view.ts';
import { readReserveReviews } from './reserve-tasks.ts';

const DONE = { done: true } as const;

export const allocationHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getAllocationDesk,
		handler: (request) => readDesk(request.context(), request.params.id)
	});
	app.route({
		...contract.proposeAllocation,
		handler: async (request) => ({
			id: await proposeAllocation(request.context(), { ...request.params, ...request.body })
		})
	});
	app.route({
		...contract.getProposal,
		handler: (request) => readProposal(request.context(), request.params.id)
	});
	app.route({
		...contract.releaseProposal,
		async handler(request) {
			await releaseProposal(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.addReserve,
		async handler(request) {
			await addReserve(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.removeReserve,
		async handler(request) {
			await removeReserve(request.context(), request.params);
			return DONE;
		}
	});
	app.route({
		...contract.declareConflict,
		async handler(request) {
			await declareConflict(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.withdrawConflict,
		async handler(request) {
			await withdrawConflict(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.declineReview,
		async handler(request) {
			await declineReview(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.takeReview,
		handler: async (request) => ({ id: await takeReview(request.context(), request.params.id) })
	});
	app.route({
		...contract.listReserveReviews,
		handler: (request) => readReserveReviews(request.context())
	});
};
