import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { Act, GivenAct } from '../sites/decisions.ts';
import { ById, Day, Done, Id, text } from '../words.ts';

const tags = ['coordinators'];

/** Somebody who coordinates a region, with the days and the act; no act: since before this was kept here. */
export const NamedCoordinator = z.object({
	id: Id,
	fullName: z.string(),
	position: z.string().nullable(),
	from: Day.nullable(),
	lastDay: Day.nullable(),
	act: Act.omit({ id: true, title: true }).nullable()
});
export type NamedCoordinator = z.infer<typeof NamedCoordinator>;

export const RegionCoordinators = z.object({
	region: z.object({ id: Id, title: z.string() }),
	today: Day,
	coordinators: z.array(
		NamedCoordinator.extend({
			personId: Id,
			/** The person who asks. */
			self: z.boolean(),
			/** Coordinates the region today. */
			now: z.boolean(),
			can: z.object({ relieve: z.boolean() })
		})
	)
});
export type RegionCoordinators = z.infer<typeof RegionCoordinators>;

export const listRegulationCoordinators = endpoint({
	method: 'GET',
	url: '/regulations/:key/coordinators',
	schema: {
		tags,
		summary: 'Who coordinates the region of a regulation, since when and by which act (R30)',
		params: z.object({ key: text(100, 1) }),
		response: { 200: z.array(NamedCoordinator), 404: Problem }
	}
});

export const listKeptCoordinators = endpoint({
	method: 'GET',
	url: '/kept-coordinators',
	schema: {
		tags,
		summary: 'Who coordinates my regions, did and will',
		response: { 200: z.array(RegionCoordinators), ...refusals }
	}
});

export const getRegionCoordinators = endpoint({
	method: 'GET',
	url: '/kept-regions/:id/coordinators',
	schema: {
		tags,
		summary: 'Who coordinates one of my regions, did and will',
		params: ById,
		response: { 200: RegionCoordinators, ...refusals }
	}
});

/** 422 `coordinator.faulty` carries `details: { faults }`. */
export const appointCoordinator = endpoint({
	method: 'POST',
	url: '/kept-regions/:id/coordinators',
	schema: {
		tags,
		summary: 'Name a coordinator of a region by an act from a day on (R30)',
		params: ById,
		body: z.object({ act: GivenAct, email: text(254, 1), from: Day }),
		response: { 200: Done, ...refusals }
	}
});

/** `from`: the first day without this coordinator. */
export const relieveCoordinator = endpoint({
	method: 'POST',
	url: '/kept-regions/:id/coordinators/relief',
	schema: {
		tags,
		summary: 'Relieve a coordinator of a region by an act from a day on (R30)',
		params: ById,
		body: z.object({ act: GivenAct, personId: Id, from: Day }),
		response: { 200: Done, ...refusals }
	}
});
