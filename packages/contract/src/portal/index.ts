import { z } from 'zod';
import { CohortLimits, EnrolmentState } from '../cohorts/index.ts';
import { endpoint } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { Bytes, Day, Id, text } from '../words.ts';

const tags = ['portal'];

export const NextCohort = z.object({
	id: Id,
	siteId: Id,
	regionId: Id,
	timeZone: z.string(),
	title: z.string(),
	startsOn: Day,
	endsOn: Day,
	place: z.string().nullable(),
	capacity: z.int(),
	...CohortLimits.shape,
	seatsLeft: z.int(),
	/** The place in the waiting list that an application of now would lead to; null: a seat is left. */
	waitingPlace: z.int().nullable(),
	open: z.boolean()
});
export type NextCohort = z.infer<typeof NextCohort>;

export const ProgrammeCard = z.object({
	key: z.string(),
	title: z.string(),
	summary: z.string(),
	hours: z.int(),
	audience: z.array(z.string()),
	site: z.string(),
	organisation: z.string(),
	document: z.string(),
	cohorts: z.array(NextCohort)
});
export type ProgrammeCard = z.infer<typeof ProgrammeCard>;

export const listPublicProgrammes = endpoint({
	method: 'GET',
	url: '/portal/programmes',
	schema: {
		tags,
		summary: 'Published programmes with their next cohorts',
		response: { 200: z.array(ProgrammeCard) }
	}
});

const CohortCalendarFilter = z.object({ site: Id.optional(), region: Id.optional() });

/** Of a site, of a region, or of all. */
export const readCohortCalendar = endpoint({
	method: 'GET',
	url: '/portal/cohorts.ics',
	schema: {
		tags,
		summary: 'Cohorts that take people now, with their meetings, for calendar programs',
		querystring: CohortCalendarFilter,
		produces: ['text/calendar'],
		response: { 200: Bytes, 400: Problem }
	}
});

export const OfferedCohort = NextCohort.extend({
	/** The reader's own enrolment, where it leaves nothing to apply for; null for a guest too. */
	mine: EnrolmentState.nullable(),
	/** The reader's school has all the seats that it may have. */
	schoolFull: z.boolean(),
	/** What the reader studies in on the same days. */
	meanwhile: z.array(z.object({ programme: z.string(), title: z.string(), startsOn: Day, endsOn: Day }))
});
export type OfferedCohort = z.infer<typeof OfferedCohort>;

export const PublicProgramme = ProgrammeCard.extend({
	cohorts: z.array(OfferedCohort),
	goal: z.string(),
	relevance: z.string().nullable(),
	results: z.array(z.object({ title: z.string(), items: z.array(z.string()) })),
	deficits: z.array(z.object({ title: z.string(), deficit: z.string(), target: z.string() })),
	modules: z.array(
		z.object({
			n: z.int(),
			title: z.string(),
			hours: z.int(),
			mode: z.string(),
			result: z.string().nullable(),
			activities: z.array(z.object({ title: z.string(), minutes: z.int() }))
		})
	),
	completion: z.array(z.string()),
	documentReason: z.string().nullable(),
	academicHourMinutes: z.int()
});
export type PublicProgramme = z.infer<typeof PublicProgramme>;

export const getPublicProgramme = endpoint({
	method: 'GET',
	url: '/portal/programmes/:key',
	schema: {
		tags,
		summary: 'One published programme',
		params: z.object({ key: text(100) }),
		response: { 200: PublicProgramme, 400: Problem, 404: Problem }
	}
});

export const listNews = endpoint({
	method: 'GET',
	url: '/portal/news',
	schema: {
		tags,
		summary: 'News, newest first',
		response: {
			200: z.array(
				z.object({
					id: Id,
					publishedOn: Day,
					title: z.string(),
					body: z.string(),
					/** The site that tells them; null: the operator of the portal. */
					site: z.object({ id: Id, title: z.string() }).nullable()
				})
			)
		}
	}
});

export const listFaq = endpoint({
	method: 'GET',
	url: '/portal/faq',
	schema: {
		tags,
		summary: 'Frequent questions',
		response: { 200: z.array(z.object({ id: Id, question: z.string(), answer: z.string() })) }
	}
});
