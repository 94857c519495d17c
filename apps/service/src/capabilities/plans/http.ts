import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/plans';
import type { Deps } from '../../shell/context.ts';
import { CALENDAR_TYPE } from '../../shell/ical.ts';
import { enterInnerSite } from '../staff/index.ts';
import {
	listEventChoices,
	listPublicEvents,
	readEventsCalendar,
	readFeed,
	readPublicCalendar
} from './calendar.ts';
import { beginPlan } from './commands/begin-plan.ts';
import { copyPlan } from './commands/copy-plan.ts';
import { issuePlanPaper } from './commands/issue-plan-paper.ts';
import { closeFeed, openFeed } from './commands/keep-feed.ts';
import { addFormat, removeFormat } from './commands/keep-formats.ts';
import { approvePlan, recallPlan, returnPlan, sendPlan } from './commands/move-plan.ts';
import { readPlanDesk } from './desk.ts';
import { readDue } from './due.ts';
import { addedFormats } from './formats-store.ts';
import { listPlans, readPlan } from './reading.ts';

const DONE = { done: true } as const;

/** Calendars: open to everybody, or to whoever has the private address. */
export const calendarsHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({
		...contract.readFeed,
		async handler(request, reply) {
			const text = await readFeed(deps, request.params.token);
			return reply.header('cache-control', 'private, no-cache').type(CALENDAR_TYPE).send(text);
		}
	});
	app.route({
		...contract.readPublicCalendar,
		async handler(request, reply) {
			return reply.type(CALENDAR_TYPE).send(await readPublicCalendar(deps, request.params.id));
		}
	});
	app.route({
		...contract.listPublicEvents,
		handler: (request) => listPublicEvents(deps, request.query)
	});
	app.route({ ...contract.listEventChoices, handler: () => listEventChoices(deps) });
	app.route({
		...contract.readEventsCalendar,
		async handler(request, reply) {
			return reply.type(CALENDAR_TYPE).send(await readEventsCalendar(deps, request.query));
		}
	});
};

/** Plans of sites: for those who have a part in them. */
export const plansHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getPlanDesk,
		handler: (request) => readPlanDesk(request.context(), request.query)
	});
	app.route({ ...contract.listPlans, handler: (request) => listPlans(request.context(), request.params.id) });
	app.route({
		...contract.beginPlan,
		async handler(request) {
			return { id: await beginPlan(request.context(), { ...request.params, ...request.body }) };
		}
	});
	app.route({ ...contract.getPlan, handler: (request) => readPlan(request.context(), request.params.id) });
	app.route({
		...contract.sendPlan,
		async handler(request) {
			await sendPlan(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.recallPlan,
		async handler(request) {
			await recallPlan(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.returnPlan,
		async handler(request) {
			await returnPlan(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.approvePlan,
		async handler(request) {
			await approvePlan(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.copyPlan,
		async handler(request) {
			return { id: await copyPlan(request.context(), request.params.id) };
		}
	});
	app.route({
		...contract.issuePlanPaper,
		async handler(request) {
			return { id: await issuePlanPaper(request.context(), request.params.id) };
		}
	});
};

/** What surrounds plans: what is due, the calendar's address, the region's formats. */
export const planSurroundingsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.getDue, handler: (request) => readDue(request.context(), request.params.id) });
	app.route({
		...contract.openFeed,
		async handler(request) {
			return { address: await openFeed(request.context(), request.params.id) };
		}
	});
	app.route({
		...contract.closeFeed,
		async handler(request) {
			await closeFeed(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.listFormats,
		async handler(request) {
			const ctx = request.context();
			const { regionId } = await enterInnerSite(ctx.db, ctx, request.params.id);
			return addedFormats(ctx.db, regionId);
		}
	});
	app.route({
		...contract.addFormat,
		async handler(request) {
			await addFormat(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.removeFormat,
		async handler(request) {
			await removeFormat(request.context(), request.params.id);
			return DONE;
		}
	});
};
