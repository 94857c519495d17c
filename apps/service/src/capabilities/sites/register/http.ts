import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/sites';
import type { Deps } from '../../../shell/context.ts';
import { findListed } from '../organisations/choices.ts';
import { readOutside } from './outside.ts';
import { readBlock, readPassport } from './passport.ts';
import { exportRegister, readChoices, readRegister } from './register.ts';

/** The register of sites: open to everybody. */
export const registerHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({ ...contract.listSites, handler: (request) => readRegister(deps, request.query) });
	app.route({ ...contract.exportSites, handler: (request) => exportRegister(deps, request.query) });
	app.route({ ...contract.listRegisterChoices, handler: () => readChoices(deps) });
	app.route({ ...contract.findOrganisations, handler: (request) => findListed(deps, request.query) });
	app.route({ ...contract.listOutsideRegisters, handler: () => readOutside(deps) });
	app.route({
		...contract.getSite,
		handler: (request) => readPassport(deps, request.params.id, request.query.on)
	});
	app.route({
		...contract.getSiteBlock,
		handler(request, reply) {
			reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
			return readBlock(deps, request.params.id);
		}
	});
};
