import type { Field, FormDefinition, Section } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeTask } from '../document.ts';
import { fileField } from './files.ts';
import { privacyNote } from './privacy.ts';
import { SELF_CHECK_SCALE, WORDS } from './words.ts';

/** What an intern hands in for a task: report, try-out, self-check, self-analysis (R101–R103). */
export function taskCard(
	document: ProgrammeDocument,
	task: ProgrammeTask,
	minLength: number | undefined
): FormDefinition {
	return {
		key: `task:${task.key}`,
		title: task.title,
		note: privacyNote(document),
		sections: [
			reportOf(document, task),
			...(task.tryout_required ? [TRYOUT] : []),
			selfCheckOf(document, task),
			selfAnalysisOf(document, task, minLength)
		]
	};
}

const TRYOUT: Section = {
	key: 'tryout',
	title: WORDS.tryout,
	fields: [
		{ key: 'tryout_date', label: WORDS.tryoutDate, required: true, kind: 'date' },
		{ key: 'tryout_where', label: WORDS.tryoutWhere, required: true, kind: 'shortText', guarded: true },
		{ key: 'tryout_result', label: WORDS.tryoutResult, required: true, kind: 'longText', guarded: true }
	]
};

function reportOf(document: ProgrammeDocument, task: ProgrammeTask): Section {
	return {
		key: 'report',
		title: WORDS.report,
		fields: [
			{ key: 'report', label: task.product, required: true, kind: 'longText', guarded: true },
			fileField(document, { key: 'files', label: WORDS.files, required: false })
		]
	};
}

function selfCheckOf({ forms }: ProgrammeDocument, task: ProgrammeTask): Section {
	const levels = forms.self_check?.scale ?? SELF_CHECK_SCALE;
	return {
		key: 'self_check',
		title: forms.self_check?.title ?? WORDS.selfCheck,
		fields: task.self_check.map(({ key, text }): Field => {
			return {
				key,
				label: text,
				required: true,
				kind: 'scale',
				levels: levels.map((level) => ({ ...level }))
			};
		})
	};
}

function selfAnalysisOf(
	{ forms }: ProgrammeDocument,
	task: ProgrammeTask,
	minLength: number | undefined
): Section {
	return {
		key: 'self_analysis',
		title: forms.self_analysis?.title ?? WORDS.selfAnalysis,
		fields: task.self_analysis.map(({ key, text }): Field => {
			return { key, label: text, required: true, kind: 'longText', minLength, guarded: true };
		})
	};
}
