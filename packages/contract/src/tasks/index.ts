import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Answer, Draft, FormDefinition, FormSheet } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Moment, Person, text } from '../words.ts';
import { Material } from '../cohorts/index.ts';

const tags = ['tasks'];
const State = z.enum(['locked', 'open', 'sent', 'returned', 'accepted']);

/** A message of a room that the tutor made a remark; `roomId` and `message` lead back to it. */
export const SubmissionRemark = z.object({
	id: Id,
	text: z.string(),
	author: Person,
	at: Moment,
	roomId: Id,
	message: z.int()
});

export const SubmissionVersion = z.object({
	number: z.int(),
	answer: Answer,
	sentAt: Moment,
	decision: z.enum(['accepted', 'returned']).nullable(),
	remark: z.string().nullable(),
	decidedAt: Moment.nullable(),
	remarks: z.array(SubmissionRemark)
});

export const Task = z.object({
	key: z.string(),
	position: z.int(),
	of: z.int(),
	title: z.string(),
	why: z.string().nullable(),
	instruction: z.array(z.string()),
	product: z.string(),
	minutes: z.int(),
	materials: z.array(Material),
	criteria: z.array(z.string()),
	deficits: z.array(z.object({ key: z.string(), title: z.string(), role: z.enum(['primary', 'secondary']) })),
	dueOn: Day,
	late: z.boolean(),
	state: State,
	reason: z.object({ code: z.string(), details: z.record(z.string(), z.string()).optional() }).nullable(),
	sheet: FormSheet,
	versions: z.array(SubmissionVersion),
	privateRoomId: Id.nullable(),
	privacyWarning: z.string().nullable(),
	can: z.object({ send: z.boolean() })
});
export type Task = z.infer<typeof Task>;

const OfTask = z.object({ id: Id, key: text(100) });

export const getTask = endpoint({
	method: 'GET',
	url: '/enrolments/:id/tasks/:key',
	schema: {
		tags,
		summary: 'A task of the learning route with its draft',
		params: OfTask,
		response: { 200: Task, ...refusals }
	}
});

/** 422 `form.faulty` {faults}; 422 `form.privacy` {warnings} until `confirmedPrivacy` is true. */
export const sendTask = endpoint({
	method: 'POST',
	url: '/enrolments/:id/tasks/:key/submission',
	schema: {
		tags,
		summary: 'Send the task to the tutor; sending twice sends once',
		params: OfTask,
		body: Draft.extend({ confirmedPrivacy: z.boolean().default(false) }),
		response: { 200: Task, ...refusals }
	}
});

export const Submission = z.object({
	id: Id,
	enrolmentId: Id,
	intern: Person,
	cohort: z.string(),
	task: z.string(),
	title: z.string(),
	criteria: z.array(z.string()),
	deficits: z.array(z.string()),
	dueOn: Day.nullable(),
	late: z.boolean(),
	state: z.enum(['sent', 'returned', 'accepted']),
	definition: FormDefinition,
	versions: z.array(SubmissionVersion),
	privateRoomId: Id.nullable(),
	/** Neighbours in the queue, so that checking goes on without going back to the list. */
	next: Id.nullable(),
	previous: Id.nullable(),
	can: z.object({ decide: z.boolean() })
});
export type Submission = z.infer<typeof Submission>;

export const SentTask = z.object({
	id: Id,
	task: z.string(),
	state: z.enum(['sent', 'returned', 'accepted']),
	sentAt: Moment
});
export type SentTask = z.infer<typeof SentTask>;

export const listSentTasks = endpoint({
	method: 'GET',
	url: '/enrolments/:id/submissions',
	schema: {
		tags,
		summary: 'What an intern has sent so far, for the intern’s tutor',
		params: ById,
		response: { 200: z.array(SentTask), ...refusals }
	}
});

export const getSubmission = endpoint({
	method: 'GET',
	url: '/submissions/:id',
	schema: {
		tags,
		summary: 'A sent task, for the intern’s tutor',
		params: ById,
		response: { 200: Submission, ...refusals }
	}
});

export const decideSubmission = endpoint({
	method: 'POST',
	url: '/submissions/:id/decision',
	schema: {
		tags,
		summary: 'Accept the named version or return it with a remark',
		params: ById,
		body: z.object({
			version: z.int().min(1),
			decision: z.enum(['accepted', 'returned']),
			remark: text(4000).nullable().default(null)
		}),
		response: { 200: Submission, ...refusals }
	}
});

export const Figures = z.object({
	baselineMean: z.number(),
	afterMean: z.number(),
	changePercent: z.number().nullable(),
	difference: z.number().nullable(),
	verdict: z.string()
});

export const EffectivenessCard = z.object({
	sheet: FormSheet,
	figures: Figures.nullable(),
	postedAt: Moment.nullable(),
	groupRoomId: Id.nullable(),
	reason: z.object({ code: z.string() }).nullable(),
	privacyWarning: z.string().nullable(),
	can: z.object({ post: z.boolean() })
});
export type EffectivenessCard = z.infer<typeof EffectivenessCard>;

export const getEffectivenessCard = endpoint({
	method: 'GET',
	url: '/enrolments/:id/effectiveness-card',
	schema: {
		tags,
		summary: 'The effectiveness card with its figures',
		params: ById,
		response: { 200: EffectivenessCard, ...refusals }
	}
});

/** 422 `form.faulty`, 422 `form.privacy` as for tasks. */
export const postEffectivenessCard = endpoint({
	method: 'POST',
	url: '/enrolments/:id/effectiveness-card',
	schema: {
		tags,
		summary: 'Compute the figures and post the card to the group chat',
		params: ById,
		body: Draft.extend({ confirmedPrivacy: z.boolean().default(false) }),
		response: { 200: EffectivenessCard, ...refusals }
	}
});

export const QueueItem = z.object({
	kind: z.enum([
		'submission',
		'deficit_card',
		'learning_route',
		'thread',
		'final_work',
		'appeal',
		'enrolment'
	]),
	id: Id,
	enrolmentId: Id.nullable(),
	person: Person,
	cohort: z.string(),
	title: z.string(),
	since: Moment,
	/** Whole hours that the person has been waiting, by the server's clock. */
	hours: z.int(),
	late: z.boolean(),
	/** Address within the web app. */
	place: z.string()
});
export type QueueItem = z.infer<typeof QueueItem>;

export const getTutorQueue = endpoint({
	method: 'GET',
	url: '/tutor/queue',
	schema: {
		tags,
		summary: 'Who waits for me as a tutor, longest first',
		response: { 200: z.array(QueueItem), ...refusals }
	}
});
