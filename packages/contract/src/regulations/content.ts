import {
	ACTS,
	COLUMN_TYPES,
	FIELD_TYPES,
	GROUNDS,
	HOST_SCOPES,
	LEVELS,
	PARTS,
	PLAN_PERIODS,
	TERM_KINDS,
	WINDOW_KINDS
} from '@stazhirovka/domain/regulations';
import { z } from 'zod';

const words = z.string();
/** `null` where the source does not tell. */
const untold = z.string().nullable();
const told = z.boolean().nullable();
const lines = z.array(z.string());
const number = z.union([z.int(), z.string()]);

export const Part = z.enum(PARTS);

const RegulationColumn = z.object({ key: words, label: words, type: z.enum(COLUMN_TYPES) });

const field = z.object({
	n: number,
	key: words,
	label: words,
	type: z.enum(FIELD_TYPES),
	required: z.boolean(),
	options: lines
});
/** A field of a form; fields of a group and columns of a table follow it one level deeper. */
export const RegulationField = field.extend({
	get children() {
		return z.array(RegulationField);
	},
	columns: z.array(RegulationColumn)
});
export type RegulationField = z.infer<typeof RegulationField>;

export const RegulationSection = z.object({
	n: number,
	key: words,
	title: words,
	hint: untold,
	hours: z.number().nullable(),
	get children() {
		return z.array(RegulationSection);
	}
});
export type RegulationSection = z.infer<typeof RegulationSection>;

const Form = z.object({
	exists: z.boolean(),
	title: untold,
	annex: untold,
	fields: z.array(RegulationField)
});

/** What a card of a list tells of a regulation. */
export const RegulationCard = z.object({
	key: words,
	title: words,
	level: z.enum(LEVELS),
	territory: words,
	statusName: words,
	operator: words,
	term: z.object({
		...{ kind: z.enum(TERM_KINDS), text: words },
		...{ maxMonths: z.int().nullable(), starts: untold, ends: untold }
	})
});

/** A regulation in the order of the question «how is the status of a site granted». */
export const RegulationContent = RegulationCard.extend({
	fullTitle: words,
	source: z.object({ kind: untold, issuer: untold, date: untold, number: untold, legalBasis: lines }),
	theme: untold,
	host: z.object({
		scope: z.enum(HOST_SCOPES),
		organisation: untold,
		kinds: lines,
		eligibility: lines
	}),
	audience: lines,
	operatorRole: untold,
	status: z.object({
		grantedBy: untold,
		act: z.enum(ACTS).nullable(),
		onSubmissionOf: untold,
		decidedBy: untold,
		expertise: z.object({ required: told, subject: untold, body: untold }),
		window: z.object({ kind: z.enum(WINDOW_KINDS), act: untold, by: untold })
	}),
	application: Form.extend({ delivery: lines }),
	programme: z.object({
		exists: z.boolean(),
		title: untold,
		annex: untold,
		normative: untold,
		sections: z.array(RegulationSection),
		approvedBy: untold,
		agreedWith: untold,
		note: untold
	}),
	plan: z.object({
		exists: z.boolean(),
		name: words,
		annex: untold,
		period: z.enum(PLAN_PERIODS),
		columns: z.array(RegulationColumn),
		approved: told,
		approvedBy: untold,
		agreedWith: untold,
		signedBy: untold
	}),
	report: Form.extend({
		embeddedInPlan: z.boolean(),
		deadline: z.object({ month: z.int(), day: z.int() }).nullable(),
		to: untold,
		onRequestOf: untold,
		note: untold
	}),
	termination: z.object({
		decidedBy: untold,
		onSubmissionOf: untold,
		act: untold,
		effectiveFrom: untold,
		grounds: z.array(z.object({ code: z.enum(GROUNDS), text: words, exceptional: z.boolean() }))
	}),
	roles: z.array(z.object({ key: words, title: words, who: untold, duties: lines })),
	bodies: z.array(z.object({ key: words, title: words, function: words, obligatory: told })),
	network: z.object({ allowed: told, unitedBy: untold, text: untold }),
	delivery: z.object({ allowed: lines, forced: untold }),
	formats: lines,
	workingGroups: z.object({ allowed: told, kind: untold }),
	functions: lines,
	monitoring: lines,
	products: lines,
	financing: z.object({ guaranteed: told, ownFundsOnly: told, sources: lines, extra: untold }),
	privileges: lines,
	publication: lines,
	documents: lines,
	/** Parts that the source does not give. */
	missing: z.array(Part),
	/** Faults of the source itself, in words. */
	defects: lines
});
export type RegulationContent = z.infer<typeof RegulationContent>;
