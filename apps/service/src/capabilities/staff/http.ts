import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/staff';
import { sendBytes } from '../files/index.ts';
import { printGroup } from './annex.ts';
import { addAgreement } from './commands/add-agreement.ts';
import { addTraining } from './commands/add-training.ts';
import { appointPerson } from './commands/appoint-person.ts';
import { beginPair } from './commands/begin-pair.ts';
import { changeGroup } from './commands/change-group.ts';
import { endAppointment } from './commands/end-appointment.ts';
import { endPair } from './commands/end-pair.ts';
import { logConsultation } from './commands/log-consultation.ts';
import { markDuty } from './commands/mark-duty.ts';
import { recordConsent, withdrawConsent } from './commands/record-consent.ts';
import { openGroup } from './commands/open-group.ts';
import { listMySites, readMySite } from './my-sites.ts';
import { readPerson, readSitePeople } from './reading.ts';
import { readGroups, readPairs } from './support.ts';

const DONE = { done: true } as const;

/** The inner life of sites: for those who have a part in them. */
export const staffHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listMySites, handler: (request) => listMySites(request.context()) });
	app.route({
		...contract.getMySite,
		handler: (request) => readMySite(request.context(), request.params.id)
	});
	app.route({
		...contract.getSitePeople,
		handler: (request) => readSitePeople(request.context(), request.params.id)
	});
	app.route({
		...contract.appointPerson,
		async handler(request) {
			return { id: await appointPerson(request.context(), { ...request.params, ...request.body }) };
		}
	});
	app.route({
		...contract.getSitePerson,
		handler: (request) => readPerson(request.context(), request.params.id)
	});
	app.route({
		...contract.endAppointment,
		async handler(request) {
			await endAppointment(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.recordStaffConsent,
		async handler(request) {
			await recordConsent(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.withdrawStaffConsent,
		async handler(request) {
			await withdrawConsent(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.addTraining,
		async handler(request) {
			await addTraining(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.markDuty,
		async handler(request) {
			await markDuty(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.addAgreement,
		async handler(request) {
			await addAgreement(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};

/** Working groups, and who supports whom. */
export const supportHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listGroups,
		handler: (request) => readGroups(request.context(), request.params.id)
	});
	app.route({
		...contract.openGroup,
		async handler(request) {
			await openGroup(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.changeGroup,
		async handler(request) {
			await changeGroup(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.printGroup,
		async handler(request, reply) {
			const { params, query } = request;
			return sendBytes(reply, await printGroup(request.context(), params.id, query, 'pdf'));
		}
	});
	app.route({
		...contract.downloadGroup,
		async handler(request, reply) {
			const { params, query } = request;
			return sendBytes(reply, await printGroup(request.context(), params.id, query, 'docx'));
		}
	});
	app.route({
		...contract.listPairs,
		handler: (request) => readPairs(request.context(), request.params.id)
	});
	app.route({
		...contract.beginPair,
		async handler(request) {
			await beginPair(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.endPair,
		async handler(request) {
			await endPair(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.logConsultation,
		async handler(request) {
			await logConsultation(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};
