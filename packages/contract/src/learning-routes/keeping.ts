import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Revision, text } from '../words.ts';
import { LearningRoute } from './route.ts';

const tags = ['learning-routes'];

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

const Items = z
	.array(z.object({ task: text(100), dueOn: Day }))
	.min(1)
	.max(50);

export const changeLearningRoute = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/learning-route',
	schema: {
		tags,
		summary: 'Set dates; change tasks by hand with a reason',
		params: ById,
		body: z.object({
			revision: Revision,
			items: Items,
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

export const setStudyLimit = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/study-limit',
	schema: {
		tags,
		summary: 'Say how much of a week I have for the route; a route that is not agreed is laid out anew',
		...Step,
		body: z.object({ minutesPerWeek: z.int().min(15).max(2400).nullable() })
	}
});

export const askForChange = endpoint({
	method: 'POST',
	url: '/enrolments/:id/learning-route/wishes',
	schema: {
		tags,
		summary: 'The intern asks for a change of an agreed route; until the tutor answers the agreed one holds',
		...Step,
		body: z.object({ revision: Revision, items: Items, reason: text(2000) })
	}
});

export const answerWish = endpoint({
	method: 'POST',
	url: '/enrolments/:id/learning-route/wishes/answer',
	schema: {
		tags,
		summary: 'The tutor agrees to the change that the intern asks for, or declines it with a remark',
		...Step,
		body: z.object({
			number: z.int(),
			answer: z.enum(['accept', 'decline']),
			remark: text(2000).default('')
		})
	}
});
