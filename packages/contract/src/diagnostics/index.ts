import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Moment, Person, Revision, text } from '../words.ts';
import { Draft } from '../forms/index.ts';

export * from './attempts.ts';
export * from './comparison.ts';
export * from './observations.ts';
export * from './paper.ts';
export { DiagnosisQuality, getDiagnosisQuality } from './quality.ts';

const tags = ['diagnostics'];
const Level = z.enum(['none', 'partial', 'expressed']);

export const DeficitRow = z.object({
	deficit: z.string(),
	title: z.string(),
	text: z.string(),
	target: z.string(),
	knowledge: z.number(),
	case: z.number(),
	self: z.number(),
	score: z.number(),
	max: z.number(),
	masteryPercent: z.number(),
	/** What the rules gave. */
	level: Level,
	levelLabel: z.string(),
	present: z.boolean(),
	flag: z.string().nullable(),
	evidence: z.string(),
	/** What holds: the tutor's decision where there is one. */
	effectiveLevel: Level,
	effectiveLabel: z.string(),
	override: z.object({ level: Level, reason: z.string() }).nullable()
});
export type DeficitRow = z.infer<typeof DeficitRow>;

export const DeficitCard = z.object({
	intern: Person,
	built: z.literal(true),
	unanswered: z.int(),
	rows: z.array(DeficitRow),
	levels: z.array(z.object({ key: Level, label: z.string() })),
	revision: Revision,
	internSignedAt: Moment.nullable(),
	tutorSignedAt: Moment.nullable(),
	frozen: z.boolean(),
	can: z.object({ sign: z.boolean(), override: z.boolean(), addEvidence: z.boolean() })
});
export type DeficitCard = z.infer<typeof DeficitCard>;

/**
 * `occasion` names the attempt, the first one by default. 409 `diagnosis.time_over` after the end of its time: what was
 * saved counts. 422 `deficit_card.too_many_unanswered` carries
 * `details: { unanswered, allowed }`; 422 `form.faulty` carries faults.
 */
export const finishDiagnosis = endpoint({
	method: 'POST',
	url: '/enrolments/:id/diagnosis',
	schema: {
		tags,
		summary: 'Hand the diagnostic in: the deficit card is built by the programme’s rules',
		params: ById,
		body: Draft.extend({ occasion: text(20).default('') }),
		response: { 200: DeficitCard, ...refusals }
	}
});

export const getDeficitCard = endpoint({
	method: 'GET',
	url: '/enrolments/:id/deficit-card',
	schema: {
		tags,
		summary: 'The deficit card, for the intern and the intern’s tutor only',
		params: ById,
		response: { 200: DeficitCard, ...refusals }
	}
});

/** 422 `form.privacy` {warnings: path is the deficit} until `confirmedPrivacy` is true (R166). */
export const addEvidence = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/deficit-card/evidence',
	schema: {
		tags,
		summary: 'The intern’s words on what confirms each row',
		params: ById,
		body: z.object({
			revision: Revision,
			evidence: z.record(text(100), text(2000)),
			confirmedPrivacy: z.boolean().default(false)
		}),
		response: { 200: DeficitCard, ...refusals }
	}
});

export const overrideLevel = endpoint({
	method: 'POST',
	url: '/enrolments/:id/deficit-card/overrides',
	schema: {
		tags,
		summary: 'The tutor’s decision on a row, with a reason; `level: null` takes it back',
		params: ById,
		body: z.object({
			revision: Revision,
			deficit: text(100),
			level: Level.nullable(),
			reason: text(2000)
		}),
		response: { 200: DeficitCard, ...refusals }
	}
});

export const signDeficitCard = endpoint({
	method: 'POST',
	url: '/enrolments/:id/deficit-card/signature',
	schema: {
		tags,
		summary: 'Sign the card as intern or as tutor; signed by both it is frozen',
		params: ById,
		body: z.object({ revision: Revision }),
		response: { 200: DeficitCard, ...refusals }
	}
});
