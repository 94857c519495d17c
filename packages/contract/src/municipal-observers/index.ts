import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, text } from '../words.ts';

const tags = ['municipal-observers'];

/** Somebody of a methodical body who watches over a municipality. */
export const MunicipalObserver = z.object({
	personId: Id,
	fullName: z.string(),
	position: z.string().nullable(),
	municipality: z.object({ id: Id, title: z.string() }),
	regionId: Id,
	/** Since when they may read. */
	since: Moment
});
export type MunicipalObserver = z.infer<typeof MunicipalObserver>;

export const listMunicipalObservers = endpoint({
	method: 'GET',
	url: '/kept-observers',
	schema: {
		tags,
		summary: 'Who watches over the municipalities of my regions (R132)',
		response: { 200: z.array(MunicipalObserver), ...refusals }
	}
});

/** 422 `observer.unknown` and 409 `observer.already` carry `details: { field }`. */
export const appointObserver = endpoint({
	method: 'POST',
	url: '/kept-observers',
	schema: {
		tags,
		summary: 'Let somebody watch over a municipality of my regions (R132)',
		body: z.object({ municipalityId: Id, email: text(254, 1) }),
		response: { 200: Done, ...refusals }
	}
});

export const relieveObserver = endpoint({
	method: 'DELETE',
	url: '/kept-municipalities/:id/observers/:personId',
	schema: {
		tags,
		summary: 'Let somebody watch over a municipality no longer',
		params: ById.extend({ personId: Id }),
		response: { 200: Done, ...refusals }
	}
});
