import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, Person } from '../words.ts';

const tags = ['answering'];

const Waiting = z.object({
	roomId: Id,
	kind: z.enum(['private', 'group']),
	/** Who asked; in a group room the first of those who did. */
	person: Person,
	cohort: z.string(),
	since: Moment,
	/** Whole working hours that it has waited, by the clock of the site. */
	hours: z.int(),
	answerBy: Moment,
	timeZone: z.string(),
	late: z.boolean()
});

/** What interns wrote after which nobody of the staff spoke. */
export const OpenQuestion = Waiting.extend({
	/** The first and the last message of it in the room. */
	seq: z.int(),
	lastSeq: z.int(),
	count: z.int(),
	text: z.string()
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

export const listOpenQuestions = endpoint({
	method: 'GET',
	url: '/tutor/questions',
	schema: {
		tags,
		summary: 'Questions of my interns that nobody has answered, the longest waiting first',
		response: { 200: z.array(OpenQuestion), ...refusals }
	}
});

/** What is written after `lastSeq` is a new question. */
export const waiveAnswer = endpoint({
	method: 'POST',
	url: '/rooms/:id/waivers',
	schema: {
		tags,
		summary: '«Ответ не нужен»: close what was written up to a message',
		params: ById,
		body: z.object({ lastSeq: z.int().min(1) }),
		response: { 200: Done, ...refusals }
	}
});

export const Agreement = z.object({ hours: z.int(), wakesAt: z.string(), restsAt: z.string() });
export type Agreement = z.infer<typeof Agreement>;

const Figures = z.object({
	asked: z.int(),
	answered: z.int(),
	waiting: z.int(),
	/** Waiting longer than agreed. */
	late: z.int(),
	/** Working hours; null while nothing was answered. */
	medianHours: z.number().nullable(),
	/** A share of 1; null while nothing can be judged. */
	inTime: z.number().nullable()
});
export type AnswerFigures = z.infer<typeof Figures>;

export const Answering = z.object({
	agreement: Agreement,
	/** Of the last so many days. */
	days: z.int(),
	figures: Figures,
	/** Private threads by the tutor whose they are; the group room belongs to all. */
	tutors: z.array(z.object({ tutor: Person, figures: Figures })),
	waiting: z.array(Waiting),
	can: z.object({ agree: z.boolean() })
});
export type Answering = z.infer<typeof Answering>;

/** Numbers and names: no message is in it. */
export const getAnswering = endpoint({
	method: 'GET',
	url: '/cohorts/:id/answering',
	schema: {
		tags,
		summary: 'How questions of a cohort are answered, for those who run or lead it',
		params: ById,
		response: { 200: Answering, ...refusals }
	}
});

/** 422 with `details.faults`. */
export const agreeOnAnswers = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/answering',
	schema: {
		tags,
		summary: 'Agree within how many working hours tutors answer, and on their quiet hours',
		params: ById,
		body: z.object({ hours: z.number(), wakesAt: z.string().max(5), restsAt: z.string().max(5) }),
		response: { 200: Done, ...refusals }
	}
});
