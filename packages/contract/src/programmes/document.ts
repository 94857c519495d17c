import type { Finding, ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { z } from 'zod';
import { ProgrammeFinalWork, ProgrammeRubric, ProgrammeSurvey } from './document-outcome.ts';
import { Count, Key, Keyed, list, Line, Note, Titled, Transcript } from './document-words.ts';
import { ProgrammeDiagnostic } from './document-diagnostic.ts';
import { ProgrammeForm } from './document-forms.ts';
import { shapeFindings } from './shape-findings.ts';

const Deficit = Titled.extend({
	n: Count,
	deficit: Line,
	target: Line,
	child_functions: list(Key, 50).optional(),
	area: Line.optional()
});

const Activity = Titled.extend({
	n: Count,
	minutes: Count,
	kind: Line,
	work: list(Line, 20).optional(),
	forms: list(Key, 20),
	outputs: list(Key, 20),
	videos: Count.optional(),
	tasks_count: Count.optional()
});

const results = z.record(Key, list(Note, 50)).optional();
const points = list(Note, 20).optional();
/** What a regulation that tells of modules as topics asks of each. */
const Topic = z.looseObject({ teach: points, shape: points, develop: points, planned_results: results });

const Module = Titled.extend({
	n: Count,
	hours: Count,
	minutes: Count,
	mode: Line,
	place: Line.optional(),
	result: Note.optional(),
	topic: Topic.optional(),
	activities: list(Activity, 50),
	minutes_source: Note.optional()
});

const Question = Keyed.extend({ text: Line });

const Task = Titled.extend({
	sequence: Count,
	deficits: list(Keyed.extend({ role: z.enum(['primary', 'secondary']) }), 20),
	minutes: Count,
	why: Note.optional(),
	instruction: list(Note, 50),
	product: Line,
	self_check: list(Question, 50),
	self_analysis: list(Question, 20),
	materials: list(Key, 50).optional(),
	tutor_criteria: list(Line, 20).optional(),
	tryout_required: z.boolean()
});

const factor = z.number().min(0).max(100);
const RouteRules = z.looseObject({
	length: z.int().min(1).max(50),
	algorithm: Line,
	weights: z.looseObject({ expressed: factor, partial: factor }),
	role_factor: z.looseObject({ primary: factor, secondary: factor }),
	steps: list(Note, 50).optional(),
	developing_set: list(Key, 50),
	check: Note.optional()
});

const Exercise = Titled.extend({
	function: Key.optional(),
	age: Line.optional(),
	time: Line.optional(),
	how: Note.optional()
});

const Video = Titled.extend({
	n: Count,
	deficit: Key,
	look_for: Line,
	duration: Line.optional(),
	status: Line,
	file: Line.nullable(),
	captions_required: z.boolean().optional(),
	transcript_required: z.boolean().optional(),
	captions: Line.nullable().optional(),
	transcript: Transcript.nullable().optional(),
	consent_note: Note.optional()
});

const DocumentKind = z.enum(['certificate', 'udostoverenie_pk']);
const Alignment = z.looseObject({ framework: Line, code: Line, title: Line });

/**
 * A programme file of the schema «programme.v1»: its shape and lengths. What it says is judged by the domain
 * (`compile`). Keys that are not known here are kept: what comes in goes out again.
 */
export const ProgrammeDocumentSchema = z.looseObject({
	schema: z.literal('programme.v1'),
	key: Key,
	version: z.int().min(1).max(100_000),
	status: Line.optional(),
	title: Line,
	site_key: Key,
	regulation_key: Key,
	programme_model: Key.optional(),
	hours_total: Count,
	academic_hour_minutes: z.int().min(1).max(60),
	languages: list(Line, 20).optional(),
	document: z.looseObject({
		type: DocumentKind,
		fallback: DocumentKind.optional(),
		title: Line,
		reason: Note.optional()
	}),
	legal_mode: Line,
	audience: list(Line, 50),
	direction: Line.optional(),
	summary: Note,
	goal: Note,
	relevance: Note.optional(),
	planned_results: results,
	competency: Titled.extend({ alignment: list(Alignment, 50).optional(), area: Line.optional() }),
	privacy: z
		.looseObject({ pupil_identity: Line.optional(), pupil_code_pattern: Line.optional(), warning: Note })
		.optional(),
	child_functions: list(Titled, 50).optional(),
	deficits: list(Deficit, 50).min(1),
	modules: list(Module, 20).min(1),
	forms: z.record(Key, ProgrammeForm),
	diagnostic: ProgrammeDiagnostic,
	tasks: list(Task, 200),
	route_rules: RouteRules,
	exercises: list(Exercise, 500).optional(),
	videos: list(Video, 200).optional(),
	materials: list(Titled.extend({ kind: Line, file: Line.nullable(), demo: z.boolean().optional() }), 500),
	final_work: ProgrammeFinalWork,
	rubric: ProgrammeRubric,
	survey: ProgrammeSurvey,
	completion_rules: list(Question, 50)
}) satisfies z.ZodType<ProgrammeDocument>;

/** Reads an unknown JSON as a programme, or names every place whose shape is wrong, by keys where there are keys. */
export function readProgrammeDocument(
	json: unknown
): { ok: true; value: ProgrammeDocument } | { ok: false; findings: Finding[] } {
	const read = ProgrammeDocumentSchema.safeParse(json);
	if (read.success) return { ok: true, value: read.data };

	return { ok: false, findings: shapeFindings(json, read.error.issues) };
}
