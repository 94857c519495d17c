import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/councils';
import { readExpertises } from './application-expertises.ts';
import { readChain } from './chain.ts';
import { addMember } from './commands/add-member.ts';
import { beginExpertise } from './commands/begin-expertise.ts';
import { changeAssignment } from './commands/change-assignment.ts';
import { changeCouncilTerms } from './commands/change-terms.ts';
import { composeCouncil } from './commands/compose-council.ts';
import { endCouncilMember } from './commands/end-member.ts';
import { finishExpertise } from './commands/finish-expertise.ts';
import { previewAssignment } from './commands/preview-assignment.ts';
import { releaseAssignment } from './commands/release-assignment.ts';
import { readCouncil } from './council.ts';
import { listCouncils } from './list.ts';

/** Councils and their expertises: for those who keep the region. */
export const councilsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listCouncils, handler: (request) => listCouncils(request.context()) });
	app.route({
		...contract.composeCouncil,
		async handler(request) {
			const ctx = request.context();
			return readCouncil(ctx, await composeCouncil(ctx, request.body));
		}
	});
	app.route({
		...contract.getCouncil,
		handler: (request) => readCouncil(request.context(), request.params.id)
	});
	app.route({
		...contract.listApplicationExpertises,
		handler: (request) => readExpertises(request.context(), request.params.id)
	});
	app.route({
		...contract.getApplicationChain,
		handler: (request) => readChain(request.context(), request.params.id)
	});
	app.route({
		...contract.changeCouncilTerms,
		async handler(request) {
			const ctx = request.context();
			await changeCouncilTerms(ctx, { ...request.params, ...request.body });
			return readCouncil(ctx, request.params.id);
		}
	});
	app.route({
		...contract.addCouncilMember,
		async handler(request) {
			const ctx = request.context();
			await addMember(ctx, { ...request.params, ...request.body });
			return readCouncil(ctx, request.params.id);
		}
	});
	app.route({
		...contract.endCouncilMember,
		async handler(request) {
			const ctx = request.context();
			return readCouncil(ctx, await endCouncilMember(ctx, { ...request.params, ...request.body }));
		}
	});
	app.route({
		...contract.beginExpertise,
		async handler(request) {
			const ctx = request.context();
			await beginExpertise(ctx, { ...request.params, ...request.body });
			return readCouncil(ctx, request.params.id);
		}
	});
	app.route({
		...contract.previewAssignment,
		async handler(request) {
			const ctx = request.context();
			await previewAssignment(ctx, { ...request.params, ...request.body });
			return readCouncil(ctx, request.params.id);
		}
	});
	app.route({
		...contract.changeAssignment,
		async handler(request) {
			const ctx = request.context();
			return readCouncil(ctx, await changeAssignment(ctx, { ...request.params, ...request.body }));
		}
	});
	app.route({
		...contract.releaseAssignment,
		async handler(request) {
			const ctx = request.context();
			await releaseAssignment(ctx, request.params);
			return readCouncil(ctx, request.params.id);
		}
	});
	app.route({
		...contract.finishExpertise,
		async handler(request) {
			const ctx = request.context();
			return readCouncil(ctx, await finishExpertise(ctx, { ...request.params, ...request.body }));
		}
	});
};
