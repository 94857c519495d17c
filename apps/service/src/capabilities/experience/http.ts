import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/experience';
import type { Deps } from '../../shell/context.ts';
import { publishExperience } from './commands/publish-experience.ts';
import { writeExperience } from './commands/write-experience.ts';
import { readDesk, readExperience, readSummary } from './reading.ts';

const DONE = { done: true } as const;

/** What sites found out in their work: for everybody. */
export const publishedExperienceHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({ ...contract.listExperience, handler: (request) => readExperience(deps, request.query) });
	app.route({ ...contract.getExperience, handler: (request) => readSummary(deps, request.params.id) });
};

/** The same as it is written: for those who lead a site. */
export const experienceHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getExperienceDesk,
		handler: (request) => readDesk(request.context(), request.params.id)
	});
	app.route({
		...contract.writeExperience,
		async handler(request) {
			await writeExperience(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.publishExperience,
		async handler(request) {
			await publishExperience(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};
