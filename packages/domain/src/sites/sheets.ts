import type { Answer, Field, FieldValue, FormDefinition, Section } from '../forms/index.ts';
import {
	asksProgramme,
	fieldsForm,
	PROGRAMME,
	programmeForm,
	type RegulationProfile
} from '../regulations/index.ts';

/** What an applicant fills in: the form, the programme, the statements of eligibility, who approved the programme. */
export const SHEETS = ['application', PROGRAMME, 'eligibility', 'approval'] as const;
export type SheetKind = (typeof SHEETS)[number];

/** The sheets that a profile asks for, in their order (R13–R17, R41). */
export function sheetsOf(profile: RegulationProfile): { kind: SheetKind; definition: FormDefinition }[] {
	const { application, host, programme_structure: programme } = profile;
	const asked: Record<SheetKind, boolean> = {
		application: application.exists,
		programme: asksProgramme(profile),
		eligibility: host.eligibility.length > 0,
		approval: Boolean(programme.approved_by ?? programme.agreed_with)
	};
	return SHEETS.filter((kind) => asked[kind]).map((kind) => ({ kind, definition: BUILD[kind](profile) }));
}

const BUILD: Record<SheetKind, (profile: RegulationProfile) => FormDefinition> = {
	application: ({ application }) =>
		fieldsForm('application', application.title ?? 'Заявка', application.fields),
	programme: programmeForm,
	eligibility: eligibilityForm,
	approval: approvalForm
};

/** What the organisation says of one statement, by its place in the regulation (R17). */
export type Statement = { position: number; confirmed: boolean; evidence: string; fileIds: string[] };

const YES = 'yes';
const EVIDENCE_FILES = { maxFiles: 5, maxMegabytes: 20, extensions: ['pdf', 'docx', 'odt', 'jpg', 'png'] };

function eligibilityForm({ host }: RegulationProfile): FormDefinition {
	const sections = host.eligibility.map((statement, position): Section => ({
		key: `statement-${position}`,
		title: `${position + 1}. ${statement}`,
		fields: [
			{
				key: `confirmed-${position}`,
				label: `${position + 1}. Выполняется`,
				kind: 'singleChoice',
				options: [{ value: YES, label: 'Подтверждаем' }],
				required: true
			},
			{
				key: `evidence-${position}`,
				label: `${position + 1}. Чем это подтверждается`,
				hint: 'Напишите или приложите документы ниже: достаточно одного из двух.',
				kind: 'longText'
			},
			{ key: `files-${position}`, label: `${position + 1}. Документы`, kind: 'file', ...EVIDENCE_FILES }
		]
	}));
	return { key: 'eligibility', title: 'Соответствие требованиям', sections };
}

export function statementsIn({ host }: Pick<RegulationProfile, 'host'>, answer: Answer): Statement[] {
	return host.eligibility.map((_, position) => {
		const evidence = answer[`evidence-${position}`];
		const fileIds = answer[`files-${position}`];
		return {
			position,
			confirmed: answer[`confirmed-${position}`] === YES,
			evidence: typeof evidence === 'string' ? evidence : '',
			fileIds: Array.isArray(fileIds) ? fileIds.filter((id) => typeof id === 'string') : []
		};
	});
}

export function answerOfStatements(statements: readonly Statement[]): Answer {
	const values = statements.flatMap(({ position, confirmed, evidence, fileIds }): [string, FieldValue][] => [
		[`confirmed-${position}`, confirmed ? YES : null],
		[`evidence-${position}`, evidence],
		[`files-${position}`, fileIds]
	]);
	return Object.fromEntries(values);
}

/**
 * Who approved the programme, or agreed with it (R41). Drafts may be incomplete: what is not known is empty. `fell`: the
 * day of an approval that fell because the programme was changed after it.
 */
export type Approval = { name: string; position: string; on: string; fell?: string };
export type ProgrammeApproval = { approved?: Approval; agreed?: Approval };

const APPROVALS = ['approved', 'agreed'] as const;
type ApprovalKind = (typeof APPROVALS)[number];

function approvalForm({
	programme_structure: { approved_by, agreed_with }
}: RegulationProfile): FormDefinition {
	const by: Record<ApprovalKind, [string, string | null | undefined]> = {
		approved: ['Утверждаю', approved_by],
		agreed: ['Согласовано', agreed_with]
	};
	const sections = APPROVALS.filter((kind) => by[kind][1]).map((kind): Section => ({
		key: kind,
		title: by[kind][0],
		hint: by[kind][1] ?? '',
		fields: approvalFields(kind, by[kind][0])
	}));
	return { key: 'approval', title: 'Утверждение программы', sections };
}

function approvalFields(kind: ApprovalKind, words: string): Field[] {
	return [
		{ key: `${kind}-name`, label: `${words}: фамилия, имя, отчество`, kind: 'person', required: true },
		{ key: `${kind}-position`, label: `${words}: должность`, kind: 'shortText', required: true },
		{ key: `${kind}-on`, label: `${words}: дата`, kind: 'date', required: true }
	];
}

/**
 * What is left of approvals when their programme is changed: who it was, and the day that is to be given anew. Null:
 * nobody had approved.
 */
export function withoutApprovals(approval: ProgrammeApproval): ProgrammeApproval | null {
	if (!approvalsGiven(approval).length) return null;
	return Object.fromEntries(
		APPROVALS.flatMap((kind) => {
			const one = approval[kind];
			return one ? [[kind, one.on ? { ...one, on: '', fell: one.on } : one]] : [];
		})
	);
}

/** Approvals that have their day, in the order of the form. */
export function approvalsGiven(approval: ProgrammeApproval): Approval[] {
	return APPROVALS.flatMap((kind) => approval[kind] ?? []).filter(({ on }) => on !== '');
}

/** Approvals that fell and were not given anew, with the day on which they had been given. */
export function approvalsFallen(approval: ProgrammeApproval): { name: string; on: string }[] {
	return APPROVALS.flatMap((kind) => {
		const { name, fell } = approval[kind] ?? {};
		return name !== undefined && fell ? [{ name, on: fell }] : [];
	});
}

export function approvalIn(answer: Answer): ProgrammeApproval {
	const text = (value: FieldValue) => (typeof value === 'string' ? value : '');
	return Object.fromEntries(
		APPROVALS.map((kind) => [
			kind,
			{
				name: text(answer[`${kind}-name`]),
				position: text(answer[`${kind}-position`]),
				on: text(answer[`${kind}-on`])
			}
		])
	);
}

export function answerOfApproval(
	{ programme_structure: { approved_by, agreed_with } }: Pick<RegulationProfile, 'programme_structure'>,
	approval: ProgrammeApproval
): Answer {
	const asked = [approved_by && 'approved', agreed_with && 'agreed'] as const;
	const values = APPROVALS.filter((kind) => asked.includes(kind)).flatMap((kind): [string, FieldValue][] => [
		[`${kind}-name`, approval[kind]?.name ?? ''],
		[`${kind}-position`, approval[kind]?.position ?? ''],
		[`${kind}-on`, approval[kind]?.on || null]
	]);
	return Object.fromEntries(values);
}
