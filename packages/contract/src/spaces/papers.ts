import { endpoint } from '../endpoint.ts';
import { asPdf, asWord } from '../papers.ts';
import { Problem } from '../problem.ts';
import { ById, Bytes } from '../words.ts';

const tags = ['spaces'];

/** 409 `conference.not_ended` before it has ended. */
export const printConference = endpoint({
	method: 'GET',
	url: '/rooms/:id/minutes.pdf',
	schema: {
		tags,
		summary: 'The record of a conference: participants, the order of speeches, every word',
		params: ById,
		...asPdf,
		response: { 200: Bytes, 404: Problem, 409: Problem }
	}
});

export const downloadConference = endpoint({
	method: 'GET',
	url: '/rooms/:id/minutes.docx',
	schema: {
		tags,
		...asWord,
		params: ById,
		response: { 200: Bytes, 404: Problem, 409: Problem }
	}
});

export const readConferenceCalendar = endpoint({
	method: 'GET',
	url: '/rooms/:id/conference.ics',
	schema: {
		tags,
		summary: 'One conference for a calendar program',
		params: ById,
		produces: ['text/calendar'],
		response: { 200: Bytes, 404: Problem }
	}
});
