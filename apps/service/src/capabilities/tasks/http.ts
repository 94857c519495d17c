import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/tasks';
import { decideSubmission } from './commands/decide-submission.ts';
import { postEffectivenessCard } from './commands/post-effectiveness-card.ts';
import { sendTask } from './commands/send-task.ts';
import { readEffectivenessCard } from './effectiveness.ts';
import { readQueue } from './queue.ts';
import { readSentTasks } from './sent-tasks.ts';
import { readSubmission } from './submission.ts';
import { readTask } from './task.ts';

/** Module 2: the intern's tasks and card, what the tutor makes of them, and the tutor's queue. */
export const tasksHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getTask,
		handler: (request) => readTask(request.context(), request.params.id, request.params.key)
	});
	app.route({
		...contract.sendTask,
		async handler(request) {
			await sendTask(request.context(), { ...request.params, ...request.body });
			return readTask(request.context(), request.params.id, request.params.key);
		}
	});
	app.route({
		...contract.listSentTasks,
		handler: (request) => readSentTasks(request.context(), request.params.id)
	});
	app.route({
		...contract.getSubmission,
		handler: (request) => readSubmission(request.context(), request.params.id)
	});
	app.route({
		...contract.decideSubmission,
		async handler(request) {
			await decideSubmission(request.context(), { ...request.params, ...request.body });
			return readSubmission(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.getEffectivenessCard,
		handler: (request) => readEffectivenessCard(request.context(), request.params.id)
	});
	app.route({
		...contract.postEffectivenessCard,
		async handler(request) {
			await postEffectivenessCard(request.context(), { ...request.params, ...request.body });
			return readEffectivenessCard(request.context(), request.params.id);
		}
	});
	app.route({ ...contract.getTutorQueue, handler: (request) => readQueue(request.context()) });
};
