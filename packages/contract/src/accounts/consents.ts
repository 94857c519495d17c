import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Moment, text } from '../words.ts';

const tags = ['accounts'];

export const ConsentText = z.object({
	kind: z.string(),
	version: z.string(),
	title: z.string(),
	required: z.boolean(),
	text: z.string()
});
export type ConsentText = z.infer<typeof ConsentText>;

export const listConsentTexts = endpoint({
	method: 'GET',
	url: '/consent-texts',
	schema: {
		tags,
		summary: 'The texts in force, one document per purpose',
		response: { 200: z.array(ConsentText) }
	}
});

export const Consent = ConsentText.extend({ givenAt: Moment.nullable(), withdrawnAt: Moment.nullable() });
export type Consent = z.infer<typeof Consent>;

export const listConsents = endpoint({
	method: 'GET',
	url: '/consents',
	schema: {
		tags,
		summary: 'My consents, given and not given',
		response: { 200: z.array(Consent), ...refusals }
	}
});

export const giveConsent = endpoint({
	method: 'POST',
	url: '/consents',
	schema: {
		tags,
		summary: 'Give one consent',
		body: z.object({ kind: text(60), version: text(20) }),
		response: { 200: z.array(Consent), ...refusals }
	}
});

export const withdrawConsent = endpoint({
	method: 'DELETE',
	url: '/consents/:kind',
	schema: {
		tags,
		summary: 'Withdraw one consent',
		params: z.object({ kind: text(60) }),
		response: { 200: z.array(Consent), ...refusals }
	}
});
