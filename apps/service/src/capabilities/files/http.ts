import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/files';
import { z } from 'zod';
import type { Ctx } from '../../shell/context.ts';
import { fail, missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { enterRoom } from '../chat/index.ts';
import { enterEnrolment, ledSites } from '../cohorts/index.ts';
import { reviewedApplications } from '../councils/index.ts';
import { enterAct, enterApplication, keptScope } from '../sites/index.ts';
import { enterToWork, innerSites } from '../staff/index.ts';
import { uploadFile, type Place } from './commands/upload-file.ts';
import { readableFiles } from './queries.ts';
import { sendFile } from './sending.ts';
import { sweep } from './vault.ts';

const MOST_DESCRIBED = 100;

export const filesHttp: FastifyPluginAsyncZod<{ deps: Pick<Ctx, 'filesDir' | 'now'> }> = async (
	app,
	{ deps }
) => {
	app.addHook('onReady', () => sweep(deps.filesDir, deps.now()));

	app.route({
		...contract.uploadFile,
		async handler(request) {
			const ctx = request.context();
			await enter(ctx, request.query);
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
			const [found] = await readable(ctx, [request.params.id]);
			reply.header('cache-control', 'private, no-cache');
			return sendFile(reply, ctx.filesDir, found ?? missing('file'), { view: request.query.view === '' });
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

async function readable(ctx: Ctx, ids: string[]) {
	const { db, actor } = ctx;
	const siteIds = await ledSites(db, actor);
	const innerSiteIds = [...siteIds, ...(await innerSites(db, ctx))];
	const reviewed = await reviewedApplications(db, actor.personId, today(ctx.now));
	const reader = { personId: actor.personId, siteIds, innerSiteIds, kept: keptScope(actor), reviewed };
	return readableFiles(db, reader, ids);
}

/** Nobody puts a file where he could not read it. */
async function enter(ctx: Ctx, place: Place): Promise<void> {
	const { db, actor } = ctx;
	const { enrolmentId, roomId, actId, applicationId, siteId } = place;
	const named = Object.values(place).filter((id) => id !== undefined);
	if (named.length > 1) fail('faulty', 'file.two_places');
	if (enrolmentId) await enterEnrolment(db, actor, enrolmentId, 'intern', 'tutor');
	if (roomId) await enterRoom(db, actor, roomId);
	if (actId) await enterAct(db, actor, actId);
	if (applicationId) await enterApplication(db, ctx, applicationId, 'author');
	if (siteId) await enterToWork(db, ctx, siteId, ['leader', 'staff']);
}
