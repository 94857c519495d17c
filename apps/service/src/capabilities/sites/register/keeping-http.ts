import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/sites';
import { changeNetwork } from '../organisations/commands/change-network.ts';
import { changeOrganisation } from '../organisations/commands/change-organisation.ts';
import { enterOrganisation } from '../organisations/commands/enter-organisation.ts';
import { enterSiteOnPaper } from '../acts/commands/enter-site-on-paper.ts';
import { proposeSite, readKeptSite } from './kept-site.ts';
import { appointLeader } from '../leaders/commands/appoint-leader.ts';
import { relieveLeader } from '../leaders/commands/relieve-leader.ts';
import { readLeaders } from '../leaders/reading.ts';
import { listOrganisations, listRegions, readOrganisation } from '../organisations/organisations.ts';
import { readEndings, readKeptRegister } from './register.ts';

/** Sites and their networks: for those who keep the register of a region; what ends soon also for leaders. */
export const keptSitesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listKeptSites,
		handler: (request) => readKeptRegister(request.context(), request.query)
	});
	app.route({ ...contract.listEndingSites, handler: (request) => readEndings(request.context()) });
	app.route({
		...contract.proposeSite,
		handler: (request) => proposeSite(request.context(), request.query.organisation)
	});
	app.route({
		...contract.getKeptSite,
		handler: (request) => readKeptSite(request.context(), request.params.id)
	});
	app.route({
		...contract.enterSiteOnPaper,
		async handler(request) {
			await enterSiteOnPaper(request.context(), request.body);
			return readKeptSite(request.context(), request.body.id);
		}
	});
	app.route({
		...contract.changeNetwork,
		async handler(request) {
			await changeNetwork(request.context(), request.params.id, request.body);
			return readKeptSite(request.context(), request.params.id);
		}
	});
};

/** Leaders of sites, for those who keep the register. */
export const siteLeadersHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getSiteLeaders,
		handler: (request) => readLeaders(request.context(), request.params.id)
	});
	app.route({
		...contract.appointLeader,
		async handler(request) {
			await appointLeader(request.context(), { ...request.params, ...request.body });
			return readLeaders(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.relieveLeader,
		async handler(request) {
			await relieveLeader(request.context(), { ...request.params, ...request.body });
			return readLeaders(request.context(), request.params.id);
		}
	});
};

/** Organisations of the regions that the person keeps. */
export const organisationsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listKeptOrganisations,
		handler: (request) => listOrganisations(request.context(), request.query)
	});
	app.route({ ...contract.listKeptRegions, handler: (request) => listRegions(request.context()) });
	app.route({
		...contract.getOrganisation,
		handler: (request) => readOrganisation(request.context(), request.params.id)
	});
	app.route({
		...contract.enterOrganisation,
		async handler(request) {
			await enterOrganisation(request.context(), request.body);
			return readOrganisation(request.context(), request.body.id);
		}
	});
	app.route({
		...contract.changeOrganisation,
		async handler(request) {
			await changeOrganisation(request.context(), { ...request.params, ...request.body });
			return readOrganisation(request.context(), request.params.id);
		}
	});
};
