import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/programmes';
import { importProgramme } from './commands/import-programme.ts';
import { publishProgramme } from './commands/publish-programme.ts';
import { listVersions, readDocument, readVersion } from './versions.ts';

/** Programme files and their versions: for those who lead a site. */
export const programmesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listProgrammeVersions,
		handler: (request) => listVersions(request.context())
	});
	app.route({
		...contract.importProgramme,
		async handler(request) {
			const ctx = request.context();
			return readVersion(ctx, await importProgramme(ctx, request.body.document));
		}
	});
	app.route({
		...contract.getProgrammeVersion,
		handler: (request) => readDocument(request.context(), request.params.id)
	});
	app.route({
		...contract.publishProgramme,
		async handler(request) {
			const ctx = request.context();
			await publishProgramme(ctx, request.params.id);
			return readVersion(ctx, request.params.id);
		}
	});
};
