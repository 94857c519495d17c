import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/authoring';
import { compareDraft } from './comparing.ts';
import { beginDraft } from './commands/begin-draft.ts';
import { deleteDraft } from './commands/delete-draft.ts';
import { takeFromMaster } from './commands/follow-master.ts';
import { savePart } from './commands/save-part.ts';
import { sendDraft } from './commands/send-draft.ts';
import { readMerge } from './masters.ts';
import { tellPresence } from './presence.ts';
import { listDrafts, readDraft } from './reading.ts';

const DONE = { done: true } as const;

/** Programmes while they are written: for their authors and whoever agrees them. */
export const draftsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listProgrammeDrafts, handler: (request) => listDrafts(request.context()) });
	app.route({
		...contract.beginProgrammeDraft,
		async handler(request) {
			return { id: await beginDraft(request.context(), request.body) };
		}
	});
	app.route({
		...contract.getProgrammeDraft,
		handler: (request) => readDraft(request.context(), request.params.id)
	});
	app.route({
		...contract.deleteProgrammeDraft,
		async handler(request) {
			await deleteDraft(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.saveDraftPart,
		handler: (request) => savePart(request.context(), { ...request.params, ...request.body })
	});
	app.route({
		...contract.tellDraftPresence,
		handler: (request) => tellPresence(request.context(), { ...request.params, ...request.body })
	});
	app.route({
		...contract.sendProgrammeDraft,
		async handler(request) {
			return { versionId: await sendDraft(request.context(), request.params.id) };
		}
	});
	app.route({
		...contract.compareDraft,
		handler: (request) => compareDraft(request.context(), request.params.id)
	});
	app.route({
		...contract.getMasterMerge,
		handler: (request) => readMerge(request.context(), request.params.id)
	});
	app.route({
		...contract.takeFromMaster,
		async handler(request) {
			await takeFromMaster(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};
