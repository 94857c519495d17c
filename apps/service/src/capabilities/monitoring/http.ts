import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/monitoring';
import { readMunicipalCohorts, readMunicipality } from './municipal.ts';
import { readDemand, readMonitoring, readSiteMonitoring } from './reading.ts';
import { readRecords } from './records.ts';

/** Figures of sites, for those who lead them, who keep the regions, and who watch over a municipality. */
export const monitoringHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getMonitoring,
		handler: (request) => readMonitoring(request.context(), request.query)
	});
	app.route({
		...contract.getSiteMonitoring,
		handler: (request) => readSiteMonitoring(request.context(), { ...request.params, ...request.query })
	});
	app.route({
		...contract.getDemand,
		handler: (request) => readDemand(request.context(), request.query)
	});
	app.route({
		...contract.listIndicatorRecords,
		handler: (request) => readRecords(request.context(), request.query)
	});
	app.route({
		...contract.getMunicipalMonitoring,
		handler: (request) => readMunicipality(request.context(), request.query)
	});
	app.route({
		...contract.listMunicipalCohorts,
		handler: (request) => readMunicipalCohorts(request.context(), request.query)
	});
};
