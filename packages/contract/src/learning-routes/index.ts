import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Moment, Person, Revision, text } from '../words.ts';

const tags = ['learning-routes'];

export const LearningRouteItem = z.object({
	position: z.int(),
	task: z.string(),
	title: z.string(),
	minutes: z.int(),
	product: z.string(),
	tryoutRequired: z.boolean(),
	dueOn: Day,
	deficits: z.array(z.object({ key: z.string(), title: z.string(), role: z.enum(['primary', 'secondary']) })),
	/** Why the rules chose it; null when it was put in by hand. */
	why: z.object({ code: z.string(), deficit: z.string().nullable() }).nullable(),
	state: z.enum(['locked', 'open', 'sent', 'returned', 'accepted']),
	late: z.boolean()
});

export const LearningRoute = z.object({
	intern: Person,
	tutor: Person.nullable(),
	state: z.enum(['draft', 'proposed', 'returned', 'agreed']),
	items: z.array(LearningRouteItem),
	expressed: z.array(z.string()),
	partial: z.array(z.string()),
	notCoveredAsPrimary: z.array(z.string()),
	needsTutorConsent: z.boolean(),
	changedByHand: z.boolean(),
	changeReason: z.string().nullable(),
	remark: z.string().nullable(),
	revision: Revision,
	agreedAt: Moment.nullable(),
	startsOn: Day,
	endsOn: Day,
	/** All tasks of the programme, to choose from by hand. */
	choices: z.array(
		z.object({
			task: z.string(),
			title: z.string(),
			minutes: z.int(),
			primary: z.array(z.string()),
			secondary: z.array(z.string())
		})
	),
	deficitTitles: z.record(z.string(), z.string()),
	can: z.object({ change: z.boolean(), propose: z.boolean(), agree: z.boolean(), return: z.boolean() })
});
export type LearningRoute = z.infer<typeof LearningRoute>;

export const getLearningRoute = endpoint({
	method: 'GET',
	url: '/enrolments/:id/learning-route',
	schema: {
		tags,
		summary: 'The learning route; built by the programme’s rules when the deficit card is frozen',
		params: ById,
		response: { 200: LearningRoute, ...refusals }
	}
});

export const changeLearningRoute = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/learning-route',
	schema: {
		tags,
		summary: 'Set dates; change tasks by hand with a reason',
		params: ById,
		body: z.object({
			revision: Revision,
			items: z
				.array(z.object({ task: text(100), dueOn: Day }))
				.min(1)
				.max(50),
			reason: text(2000).nullable().default(null)
		}),
		response: { 200: LearningRoute, ...refusals }
	}
});

const Step = { params: ById, response: { 200: LearningRoute, ...refusals } };

export const proposeLearningRoute = endpoint({
	method: 'POST',
	url: '/enrolments/:id/learning-route/proposal',
	schema: { tags, summary: 'Send the route to the tutor', ...Step, body: z.object({ revision: Revision }) }
});

export const agreeLearningRoute = endpoint({
	method: 'POST',
	url: '/enrolments/:id/learning-route/agreement',
	schema: { tags, summary: 'The tutor agrees the route', ...Step, body: z.object({ revision: Revision }) }
});

export const returnLearningRoute = endpoint({
	method: 'POST',
	url: '/enrolments/:id/learning-route/return',
	schema: {
		tags,
		summary: 'The tutor returns the route with a remark',
		...Step,
		body: z.object({ revision: Revision, remark: text(2000) })
	}
});
