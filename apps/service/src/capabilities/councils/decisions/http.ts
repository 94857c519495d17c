import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/councils';
import { changeDecisionLetter } from './commands/change-decision-letter.ts';
import { recordProposal } from './commands/record-proposal.ts';
import { releaseDecisionLetters } from './commands/release-decision-letters.ts';
import { listLetters, listMyLetters, readLetter } from './outbox.ts';
import { readProposals } from './proposals.ts';

/** Proposals of bodies, and the letters in which applicants are told of decisions. */
export const councilDecisionsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listDecisionLetters, handler: (request) => listLetters(request.context()) });
	app.route({
		...contract.changeDecisionLetter,
		async handler(request) {
			const ctx = request.context();
			await changeDecisionLetter(ctx, { ...request.params, ...request.body });
			return readLetter(ctx, request.params.id);
		}
	});
	app.route({
		...contract.releaseDecisionLetters,
		async handler(request) {
			const ctx = request.context();
			await releaseDecisionLetters(ctx, request.body.letters);
			return listLetters(ctx);
		}
	});
	app.route({
		...contract.listMyDecisionLetters,
		handler: (request) => listMyLetters(request.context(), request.params.id)
	});
	app.route({
		...contract.listProposals,
		handler: (request) => readProposals(request.context(), request.query.site)
	});
	app.route({
		...contract.recordProposal,
		async handler(request) {
			const ctx = request.context();
			await recordProposal(ctx, request.body);
			return readProposals(ctx);
		}
	});
};
