import { CORRECTION_KINDS, ROW_STATES } from '@stazhirovka/domain/plans';
import { z } from 'zod';
import { Day, Id, Revision, text } from '../words.ts';

const SentDay = z.string().max(10);

/** A row as it is written; what is wrong with it is told by 422 `plan.faulty` with `details: { faults }`. */
export const RowBody = z.object({
	title: text(1000),
	format: text(200),
	delivery: text(60),
	from: SentDay.nullable(),
	lastDay: SentDay.nullable(),
	responsible: text(300),
	cells: z.record(z.string().max(64), text(1000)),
	isPublic: z.boolean()
});
export type RowBody = z.infer<typeof RowBody>;

export const RowContent = z.object({
	title: z.string(),
	format: z.string(),
	delivery: z.string(),
	from: Day.nullable(),
	lastDay: Day.nullable(),
	responsible: z.string(),
	cells: z.record(z.string(), z.string())
});

export const PlanRow = RowContent.extend({
	id: Id,
	isPublic: z.boolean(),
	state: z.enum(ROW_STATES),
	/** How often it was held, and by how many people in all. */
	held: z.int(),
	/** Of these, those with nothing to show: neither a link nor a file. */
	bare: z.int(),
	participants: z.int(),
	/** What came of it, in the words of its reports. */
	outcome: z.string(),
	/** The reason of the last correction. */
	correction: z.string().nullable()
});
export type PlanRow = z.infer<typeof PlanRow>;

export const Execution = z.object({
	id: Id,
	heldOn: Day,
	format: z.string(),
	delivery: z.string(),
	participants: z.int(),
	outcome: z.string(),
	links: z.array(z.string()),
	fileIds: z.array(Id),
	revision: Revision
});
export type Execution = z.infer<typeof Execution>;

export const ExecutionBody = z.object({
	heldOn: SentDay,
	format: text(200),
	delivery: text(60),
	participants: z.int().min(0).max(100_000),
	outcome: text(5000),
	links: z.array(text(500, 1)).max(20),
	fileIds: z.array(Id).max(20)
});

export const Correction = z.object({
	id: Id,
	kind: z.enum(CORRECTION_KINDS),
	reason: z.string(),
	on: Day,
	before: z.object({ from: Day.nullable(), lastDay: Day.nullable() }).nullable(),
	after: z.object({ from: Day.nullable(), lastDay: Day.nullable() }).nullable()
});
export type Correction = z.infer<typeof Correction>;

export const PlanColumn = z.object({
	key: z.string(),
	label: z.string(),
	use: z.enum(['number', 'title', 'format', 'words', 'dates', 'person', 'report'])
});

export type PlanColumn = z.infer<typeof PlanColumn>;

/** What a row may say under the plan's rules. */
export const RowRules = z.object({
	columns: z.array(PlanColumn),
	/** Empty: any words. */
	formats: z.array(z.string()),
	deliveries: z.array(z.string()),
	from: Day,
	lastDay: Day.nullable()
});
export type RowRules = z.infer<typeof RowRules>;
