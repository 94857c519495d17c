import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/files';
import { z } from 'zod';
import type { Ctx } from '../../shell/context.ts';
import { fail, missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { ledSites } from '../cohorts/index.ts';
import { reviewedApplications } from '../councils/index.ts';
import { keptScope } from '../sites/index.ts';
import { asColleaguesSee } from '../final-works/index.ts';
import { innerSites } from '../staff/index.ts';
import { uploadFile } from './commands/upload-file.ts';
import { enterPlace } from './entering.ts';
import { previewOf } from './previewing.ts';
import { readableFiles } from './queries.ts';
import { sendFile, sendPreview } from './sending.ts';

const MOST_DESCRIBED = 100;

export const filesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.uploadFile,
		async handler(request) {
			const ctx = request.context();
			await enterPlace(ctx, request.query);
			if (!request.isMultipart()) fail('wrongKind', 'request.media_type');
			const part = (await request.file()) ?? fail('faulty', 'file.absent');
			const upload = { name: part.filename, content: part.file, isCut: () => part.file.truncated };
			return uploadFile(ctx, upload, request.query);
		}
	});
	app.route({
		...contract.downloadFile,
		async handler(request, reply) {
			const ctx = request.context();
			const found = await enterFile(ctx, request.params.id);
			reply.header('cache-control', 'private, no-cache');
			const look = { view: request.query.view === '', range: request.headers.range };
			return sendFile(reply, ctx.filesDir, found, look);
		}
	});
	app.route({
		...contract.previewFile,
		async handler(request, reply) {
			const ctx = request.context();
			const found = await enterFile(ctx, request.params.id);
			reply.header('cache-control', 'private, no-cache');
			const bytes = (await previewOf(ctx.filesDir, found)) ?? missing('file');
			return sendPreview(reply, found, { bytes, known: request.headers['if-none-match'] });
		}
	});
	app.route({
		...contract.describeFiles,
		async handler(request) {
			const ids = request.query.ids.split(',').filter((id) => z.uuid().safeParse(id).success);
			const found = await readable(request.context(), ids.slice(0, MOST_DESCRIBED));
			return ids.flatMap((id) => found.find((file) => file.id === id) ?? []);
		}
	});
};

/** The one door to a file and to its preview. */
async function enterFile(ctx: Ctx, id: string) {
	const [found] = await readable(ctx, [id]);
	if (found?.withheld) fail('refused', 'file.for_tutor');
	return found ?? missing('file');
}

async function readable(ctx: Ctx, ids: string[]) {
	const { db, actor } = ctx;
	const siteIds = await ledSites(db, actor);
	const innerSiteIds = [...siteIds, ...(await innerSites(db, ctx))];
	const reviewed = await reviewedApplications(db, actor.personId, today(ctx.now));
	const reader = { personId: actor.personId, siteIds, innerSiteIds, kept: keptScope(actor), reviewed };
	return asColleaguesSee(ctx, reader, await readableFiles(db, reader, ids));
}
