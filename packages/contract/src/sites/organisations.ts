import { ORGANISATION_KINDS, OWNERSHIPS } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Day, Id, Revision, text } from '../words.ts';
import { PageNumber } from './register.ts';

const tags = ['organisations'];
const line = (max: number) => text(max, 1).nullable();

/** What is told of an organisation. A new municipality is named instead of being chosen. */
export const OrganisationFields = z.object({
	title: text(500, 1),
	shortTitle: text(150, 1),
	kind: z.enum(ORGANISATION_KINDS),
	ownership: z.enum(OWNERSHIPS).nullable(),
	inn: line(12),
	licence: z.object({ number: text(100, 1), date: Day }).nullable(),
	municipalityId: Id.nullable(),
	newMunicipality: line(200),
	address: line(500),
	head: line(200),
	phone: line(100),
	email: line(200),
	website: line(300)
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;

export const Organisation = OrganisationFields.omit({ newMunicipality: true }).extend({
	id: Id,
	revision: Revision,
	region: z.object({ id: Id, title: z.string() }),
	municipality: z.string().nullable(),
	/** Sites that it leads or has led. */
	sites: z.array(z.object({ id: Id, title: z.string() }))
});
export type Organisation = z.infer<typeof Organisation>;

export const OrganisationCard = z.object({
	id: Id,
	title: z.string(),
	kind: z.enum(ORGANISATION_KINDS),
	municipality: z.string().nullable(),
	region: z.string(),
	sites: z.int()
});
export type OrganisationCard = z.infer<typeof OrganisationCard>;

/** An organisation as it is chosen: its short title, and where it is. */
export const OrganisationChoice = z.object({ id: Id, title: z.string(), place: z.string().nullable() });
export type OrganisationChoice = z.infer<typeof OrganisationChoice>;

/** `q`: words of the names and the municipality, or an ИНН. `ids`: just these, with commas. */
export const findOrganisations = endpoint({
	method: 'GET',
	url: '/organisation-choices',
	schema: {
		tags,
		summary: 'Organisations that people may name as theirs, by title',
		querystring: z.object({
			q: text(200).optional(),
			ids: z.string().max(1000).optional(),
			page: PageNumber.optional()
		}),
		response: {
			200: z.object({ items: z.array(OrganisationChoice), total: z.int(), page: z.int(), pages: z.int() }),
			400: Problem
		}
	}
});

export const listKeptOrganisations = endpoint({
	method: 'GET',
	url: '/kept-organisations',
	schema: {
		tags,
		summary: 'Organisations of my regions, by title',
		querystring: z.object({ q: text(200).optional(), page: PageNumber.optional() }),
		response: {
			200: z.object({ items: z.array(OrganisationCard), total: z.int(), page: z.int(), pages: z.int() }),
			...refusals
		}
	}
});

export const getOrganisation = endpoint({
	method: 'GET',
	url: '/kept-organisations/:id',
	schema: {
		tags,
		summary: 'An organisation of my regions',
		params: ById,
		response: { 200: Organisation, ...refusals }
	}
});

export const listKeptRegions = endpoint({
	method: 'GET',
	url: '/kept-regions',
	schema: {
		tags,
		summary: 'My regions with their municipalities',
		response: {
			200: z.array(
				z.object({
					id: Id,
					title: z.string(),
					municipalities: z.array(z.object({ id: Id, title: z.string() }))
				})
			),
			...refusals
		}
	}
});

/**
 * The sender chooses the id, so the same form sent twice is stored once. 409 `organisation.same_title` tells
 * `details: { id }` of the one that has the name already; `other: true` says that this is another one.
 */
export const enterOrganisation = endpoint({
	method: 'POST',
	url: '/kept-organisations',
	schema: {
		tags,
		summary: 'Enter an organisation',
		body: OrganisationFields.extend({ id: Id, regionId: Id, other: z.boolean() }),
		response: { 200: Organisation, ...refusals }
	}
});

export const changeOrganisation = endpoint({
	method: 'PUT',
	url: '/kept-organisations/:id',
	schema: {
		tags,
		summary: 'Change an organisation as it was seen: of two at once one is refused',
		params: ById,
		body: OrganisationFields.extend({ revision: Revision, other: z.boolean() }),
		response: { 200: Organisation, ...refusals }
	}
});
