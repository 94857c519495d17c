import * as contract from '@stazhirovka/contract/cohorts';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { sendBytes } from '../../files/index.ts';
import { decideApplications } from '../commands/decide-enrolment.ts';
import { answerHead, enterHeadOnPaper } from './commands/answer-head.ts';
import { askHead } from './commands/ask-head.ts';
import { enterGroup } from './commands/enter-group.ts';
import { acceptInvitation } from './commands/invitations.ts';
import { claimPriority, decidePriority } from './commands/priority.ts';
import { serveWaiting, setAdmission } from './commands/set-admission.ts';
import { transferEnrolment } from './commands/transfer-enrolment.ts';
import { checkGroup, invite, readGroup, templateFor } from './group/listing.ts';
import { readHeadConfirmation } from './head.ts';
import { readAdmission, readMyEnrolment } from './reading.ts';
import { enterByWelcome, readWelcome } from './welcoming.ts';

const DONE = { done: true } as const;
const LARGEST_LIST = 1_048_576;

/** Who comes into a cohort: the site's side of it. */
export const admissionHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getAdmission,
		handler: (request) => readAdmission(request.context(), request.params.id)
	});
	app.route({
		...contract.setAdmission,
		async handler(request) {
			await setAdmission(request.context(), request.params.id, request.body);
			return DONE;
		}
	});
	app.route({
		...contract.serveWaiting,
		handler: async (request) => ({ seated: await serveWaiting(request.context(), request.params.id) })
	});
	app.route({
		...contract.decideEnrolments,
		async handler(request) {
			await decideApplications(request.context(), { cohortId: request.params.id, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.decidePriority,
		async handler(request) {
			await decidePriority(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.enterHeadOnPaper,
		async handler(request) {
			await enterHeadOnPaper(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.transferEnrolment,
		async handler(request) {
			await transferEnrolment(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};

/** Lists of groups and invitations. */
export const groupListsHttp: FastifyPluginAsyncZod = async (app) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('cache-control', 'private, no-store');
	});
	app.route({
		...contract.downloadGroupTemplate,
		handler: async (request, reply) =>
			sendBytes(reply, await templateFor(request.context(), request.params.id))
	});
	app.route({
		...contract.readGroupList,
		handler: async (request) => readGroup(request.context(), request.params.id, () => listIn(request))
	});
	app.route({
		...contract.checkGroupList,
		handler: (request) => checkGroup(request.context(), request.params.id, request.body.rows)
	});
	app.route({
		...contract.enterGroup,
		handler: (request) => enterGroup(request.context(), request.params.id, request.body)
	});
	app.route({
		...contract.invitePerson,
		async handler(request) {
			await invite(request.context(), request.params.id, request.body);
			return DONE;
		}
	});
};

async function listIn(request: FastifyRequest): Promise<Buffer> {
	if (!request.isMultipart()) fail('wrongKind', 'request.media_type');
	const limits = { fileSize: LARGEST_LIST };
	const part = (await request.file({ limits, throwFileSizeLimit: false })) ?? fail('faulty', 'file.absent');
	const bytes = await part.toBuffer();
	if (part.file.truncated) fail('tooLarge', 'file.too_large');
	return bytes;
}

/** What the applicant does with the application. */
export const ownAdmissionHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.askHead,
		async handler(request) {
			await askHead(request.context(), { ...request.params, ...request.body });
			return readMyEnrolment(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.claimPriority,
		async handler(request) {
			await claimPriority(request.context(), { ...request.params, ...request.body });
			return readMyEnrolment(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.acceptInvitation,
		async handler(request) {
			await acceptInvitation(request.context(), request.params.id);
			return readMyEnrolment(request.context(), request.params.id);
		}
	});
};

/** Behind one-time links of letters: no account is needed. */
export const letterLinksHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
	});
	app.route({
		...contract.getHeadConfirmation,
		handler: (request) => readHeadConfirmation(deps, request.params.token)
	});
	app.route({
		...contract.answerHead,
		async handler(request) {
			await answerHead(deps, { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.getWelcome,
		handler: (request) => readWelcome(deps, request.params.token)
	});
	app.route({
		...contract.enterByWelcome,
		handler: (request) => enterByWelcome(visitOf(deps, request), { ...request.params, ...request.body })
	});
};

function visitOf(deps: Deps, request: FastifyRequest) {
	return { ...deps, address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}
