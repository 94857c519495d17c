import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/authoring';
import type { Deps } from '../../shell/context.ts';
import { sendBytes } from '../files/index.ts';
import { printForApproval, readApprovalPage } from './approval-link.ts';
import { compareVersion } from './comparing.ts';
import { answerApproval } from './commands/answer-approval.ts';
import { askApproval } from './commands/ask-approval.ts';
import { offerMaster } from './commands/follow-master.ts';
import { approveVersion, recallVersion, returnVersion } from './commands/move-version.ts';
import { readMasters } from './masters.ts';
import { draftFile, printDraft, printVersion, versionFile } from './printing.ts';

const DONE = { done: true } as const;

/** What happens to a version between its draft and its publication, and to masters. */
export const programmeMovesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.recallProgrammeVersion,
		async handler(request) {
			await recallVersion(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.returnProgrammeVersion,
		async handler(request) {
			await returnVersion(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.approveProgrammeVersion,
		async handler(request) {
			await approveVersion(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.askApproval,
		async handler(request) {
			await askApproval(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.compareVersion,
		handler: (request) => compareVersion(request.context(), request.params.id)
	});
	app.route({
		...contract.offerMaster,
		async handler(request) {
			await offerMaster(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({ ...contract.listMasters, handler: (request) => readMasters(request.context()) });
};

/** Behind the one-time link of a letter: no account is needed. */
export const programmeApprovalHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
	});
	app.route({
		...contract.getApprovalPage,
		handler: (request) => readApprovalPage(deps, request.params.token)
	});
	app.route({
		...contract.printForApproval,
		async handler(request, reply) {
			return sendBytes(reply, await printForApproval(deps, request.params.token));
		}
	});
	app.route({
		...contract.answerApproval,
		async handler(request) {
			await answerApproval(deps, { ...request.params, ...request.body });
			return DONE;
		}
	});
};

/** Drafts and versions as files: JSON to be kept and brought back, papers to be read. */
export const programmeFilesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.downloadDraftFile,
		async handler(request, reply) {
			return sendBytes(reply, await draftFile(request.context(), request.params.id));
		}
	});
	app.route({
		...contract.downloadVersionFile,
		async handler(request, reply) {
			return sendBytes(reply, await versionFile(request.context(), request.params.id));
		}
	});
	app.route({
		...contract.printDraft,
		async handler(request, reply) {
			return sendBytes(reply, await printDraft(request.context(), request.params.id, 'pdf'));
		}
	});
	app.route({
		...contract.printDraftWord,
		async handler(request, reply) {
			return sendBytes(reply, await printDraft(request.context(), request.params.id, 'docx'));
		}
	});
	app.route({
		...contract.printVersion,
		async handler(request, reply) {
			return sendBytes(reply, await printVersion(request.context(), request.params.id, 'pdf'));
		}
	});
	app.route({
		...contract.printVersionWord,
		async handler(request, reply) {
			return sendBytes(reply, await printVersion(request.context(), request.params.id, 'docx'));
		}
	});
};
