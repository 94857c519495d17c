import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Id, Moment, Revision, text } from '../words.ts';
import { FormDefinition } from './definition.ts';

export { FormDefinition };

const tags = ['forms'];

/** Values by field key; judged by the domain's validator against the definition, not by this schema. */
export const Answer = z.record(z.string(), z.json());

export const FormSheet = z.object({
	definition: FormDefinition,
	answer: Answer,
	revision: Revision,
	savedAt: Moment.nullable(),
	submittedAt: Moment.nullable(),
	can: z.object({ save: z.boolean(), submit: z.boolean() })
});
export type FormSheet = z.infer<typeof FormSheet>;

const OfEnrolment = z.object({ id: Id, key: text(100) });
/** Tells apart several answers to one definition: the key of a video. */
const Occasion = z.object({ occasion: text(100).optional() });

export const getForm = endpoint({
	method: 'GET',
	url: '/enrolments/:id/forms/:key',
	schema: {
		tags,
		summary: 'A form of an intern with its draft',
		params: OfEnrolment,
		querystring: Occasion,
		response: { 200: FormSheet, ...refusals }
	}
});

export const Draft = z.object({ revision: Revision, answer: Answer });
export const Saved = z.object({ revision: Revision, savedAt: Moment });

/** 409 `form.changed_elsewhere` carries `details: { revision, answer }` of what is stored: nothing is merged silently. */
export const saveForm = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/forms/:key',
	schema: {
		tags,
		summary: 'Save a draft on top of the named revision',
		params: OfEnrolment,
		querystring: Occasion,
		body: Draft,
		response: { 200: Saved, ...refusals }
	}
});

/** 422 `form.faulty` carries `details: { faults }`; 422 `form.privacy` {warnings} until `confirmedPrivacy` is true. */
export const submitForm = endpoint({
	method: 'POST',
	url: '/enrolments/:id/forms/:key/submission',
	schema: {
		tags,
		summary: 'Hand a card in: it is checked whole and becomes read-only',
		params: OfEnrolment,
		querystring: Occasion,
		body: Draft.extend({ confirmedPrivacy: z.boolean().default(false) }),
		response: { 200: FormSheet, ...refusals }
	}
});

const OfCohort = z.object({ id: Id, key: text(100) });

export const getGroupForm = endpoint({
	method: 'GET',
	url: '/cohorts/:id/forms/:key',
	schema: {
		tags,
		summary: 'A form that the group fills together',
		params: OfCohort,
		querystring: Occasion,
		response: { 200: FormSheet, ...refusals }
	}
});

export const saveGroupForm = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/forms/:key',
	schema: {
		tags,
		summary: 'Save the group draft on top of the named revision',
		params: OfCohort,
		querystring: Occasion,
		body: Draft,
		response: { 200: Saved, ...refusals }
	}
});
