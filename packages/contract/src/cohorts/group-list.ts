import { MOST_ROWS } from '@stazhirovka/domain/cohorts';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Bytes, Day, text } from '../words.ts';

const tags = ['cohorts'];

export const GroupColumn = z.enum([
	'surname',
	'givenName',
	'patronymic',
	'email',
	'position',
	'organisation'
]);
const cell = z.string().max(1000);

/** One person of the list as typed. */
export const GroupRow = z.object({
	/** The number of the row in the file. */
	row: z.int().min(1).max(1_100_000),
	surname: cell,
	givenName: cell,
	patronymic: cell,
	email: cell,
	position: cell,
	organisation: cell,
	/** Columns whose cell held a formula. */
	formulas: z.array(GroupColumn).max(6).default([])
});
export type GroupRow = z.infer<typeof GroupRow>;

export const GroupFault = z.object({
	row: z.int(),
	column: GroupColumn,
	code: z.string(),
	severity: z.enum(['error', 'warning']),
	other: z.int().optional(),
	limit: z.int().optional()
});
export type GroupFault = z.infer<typeof GroupFault>;

export const GroupPreview = z.object({
	rows: z.array(GroupRow),
	faults: z.array(GroupFault),
	/** Rows that can be entered; of those, how many have an account already. */
	sound: z.int(),
	known: z.int(),
	/** Seats free now: whoever comes after them waits. */
	free: z.int()
});
export type GroupPreview = z.infer<typeof GroupPreview>;

/** Demanded where somebody is outside of the programme's audience (R48): 422 `enrolment.audience_reason_missing`. */
const audienceReason = text(1000).nullable().default(null);
const rows = z.array(GroupRow).min(1).max(MOST_ROWS);

export const downloadGroupTemplate = endpoint({
	method: 'GET',
	url: '/cohorts/:id/group-list/template',
	schema: {
		tags,
		summary: 'An empty workbook with the headings of a list',
		params: ById,
		produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
		response: { 200: Bytes, ...refusals }
	}
});

/** One part `file`: a workbook. Nothing is kept of it. 422 `group.*` tell why it cannot be read at all. */
export const readGroupList = endpoint({
	method: 'POST',
	url: '/cohorts/:id/group-list/file',
	schema: {
		tags,
		summary: 'Read a list of a group from a workbook and tell its faults; nothing is written',
		params: ById,
		response: { 200: GroupPreview, ...refusals }
	}
});

export const checkGroupList = endpoint({
	method: 'POST',
	url: '/cohorts/:id/group-list/preview',
	schema: {
		tags,
		summary: 'Tell the faults of a list after its rows were mended; nothing is written',
		params: ById,
		body: z.object({ rows }),
		response: { 200: GroupPreview, ...refusals }
	}
});

/**
 * Enters the people of the list: accounts by their address, newcomers by a letter. Rows with errors are left out only
 * when `skipFaulty` says so; else 422 `group.faulty`.
 */
export const enterGroup = endpoint({
	method: 'POST',
	url: '/cohorts/:id/group-list',
	schema: {
		tags,
		summary: 'Enter or invite the people of a list',
		params: ById,
		body: z.object({
			rows,
			skipFaulty: z.boolean(),
			/** `admit`: they study at once, or wait for a seat; `invite`: a seat is held until the day. */
			how: z.discriminatedUnion('kind', [
				z.object({ kind: z.literal('admit'), audienceReason }),
				z.object({ kind: z.literal('invite'), heldUntil: Day, audienceReason })
			])
		}),
		response: {
			200: z.object({ entered: z.int(), waiting: z.int(), newcomers: z.int(), skipped: z.int() }),
			...refusals
		}
	}
});
