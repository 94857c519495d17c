import { ROUTE_VERSION_ORIGINS } from '@stazhirovka/domain/learning-routes';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { asPdf, asWord } from '../papers.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Moment, Person } from '../words.ts';

const tags = ['learning-routes'];

export const RouteVersion = z.object({
	/** From 1; the first is what the rules made. */
	number: z.int(),
	origin: z.enum(ROUTE_VERSION_ORIGINS),
	/** Null: the rules. */
	author: Person.nullable(),
	reason: z.string().nullable(),
	at: Moment,
	/** `asked`: waits for the tutor. */
	standing: z.enum(['held', 'asked', 'declined']),
	remark: z.string().nullable(),
	items: z.array(z.object({ task: z.string(), title: z.string(), dueOn: Day }))
});
export type RouteVersion = z.infer<typeof RouteVersion>;

export const listRouteVersions = endpoint({
	method: 'GET',
	url: '/enrolments/:id/learning-route/versions',
	schema: {
		tags,
		summary: 'How the route has changed: every version that held and every wish, oldest first',
		params: ById,
		response: { 200: z.array(RouteVersion), ...refusals }
	}
});

export const printLearningRoute = endpoint({
	method: 'GET',
	url: '/enrolments/:id/learning-route.pdf',
	schema: {
		tags,
		summary: 'The route in its usual form: header, table with marks, two signatures',
		params: ById,
		...asPdf,
		response: { 200: Bytes, 404: Problem }
	}
});

export const downloadLearningRoute = endpoint({
	method: 'GET',
	url: '/enrolments/:id/learning-route.docx',
	schema: { tags, ...asWord, params: ById, response: { 200: Bytes, 404: Problem } }
});
